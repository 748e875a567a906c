import { dirname, isAbsolute, join, resolve } from 'node:path';
import { DiskError, utf8Of, type Disk } from '@nx-conductor/core';
import { CONFIG_FILE, workspaceAround } from '@nx-conductor/run';

/** A line of a file that a message names; lines count from 1. Undefined when there is none. */
export type SourceLine = (file: string, line: number) => string | undefined;

/**
 * Finds lines of the files that messages name: relative to the workspace around what the command was asked for, outside
 * of any to the project. What cannot be read is only not shown: the message says all without it.
 */
export function sourceLines(disk: Disk, cwd: string, asked: string | undefined): SourceLine {
  return (file, line) => {
    try {
      const bytes = disk.read(isAbsolute(file) ? file : join(shownFolder(disk, cwd, asked), file));
      return bytes && lineOf(utf8Of(bytes), line);
    } catch (error) {
      if (error instanceof DiskError) return undefined;
      throw error;
    }
  };
}

function shownFolder(disk: Disk, cwd: string, asked: string | undefined): string {
  const named = disk.realPath(resolve(cwd, asked ?? '.'));
  const at = named ?? disk.realPath(cwd) ?? cwd;
  return workspaceAround(disk, at) ?? projectAround(disk, at) ?? at;
}

/** The nearest folder at or above a path with a `conductor.json`. */
function projectAround(disk: Disk, path: string): string | undefined {
  for (let at = path; ; at = dirname(at)) {
    if (disk.stat(join(at, CONFIG_FILE))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function lineOf(text: string, line: number): string | undefined {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return undefined;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
}
