import { dirname, resolve } from 'node:path';
import { DiskError, done, failed, quietly, type Clock, type Disk, type Outcome } from '@nx-conductor/core';
import type { TextStream } from './terminal';

/** The file of `--log-file` while a command runs. */
export interface LogFile extends TextStream {
  /** Notes the exit code. */
  end(code: number): void;
}

/**
 * Opens the log of a command: a line with time and command line, then what is told, without colour, then a line with the
 * exit code. It is appended to, so that one file can have the history of a script. A file that cannot be written is a
 * failure at the beginning, and later, as on a disk that fills up, no reason to lose the run.
 */
export function openLog(disk: Disk, clock: Clock, cwd: string, file: string, argv: readonly string[]): Outcome<LogFile> {
  const path = resolve(cwd, file);
  const started = clock.elapsed();
  try {
    disk.makeDirectory(dirname(path));
    disk.append(path, `# ${new Date(clock.now()).toISOString()} conductor ${argv.join(' ')}\n`);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return failed({ code: 'disk', place: { file }, operation: error.operation, errno: error.errno });
  }
  const append = (text: string) => void quietly(() => disk.append(path, text));
  return done({
    write: (text) => append(withoutColour(text)),
    end: (code) => append(`# exit ${code} after ${Math.round(clock.elapsed() - started)} ms\n`),
  });
}

/** Colours are sequences that begin with an escape character: `ESC [ 31 m`. */
function withoutColour(text: string): string {
  const [first = '', ...coloured] = text.split('\u001b');
  return first + coloured.map((part) => part.replace(/^\[[0-9;]*[A-Za-z]/, '')).join('');
}
