import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { byCodeUnit, DiskError, OUT, type CommandEnd, type CommandRequest, type Commands, type LaidFile } from '@nx-conductor/core';
import { errnoOf } from './errno';

/** Kept of what a command says, for messages; its log has all. */
const TAIL_CHARACTERS = 4000;

/**
 * Commands of the operating system, by execa without a shell. Each is the leader of a process group of its own, so that
 * all that it started can be ended with it; a group is ended with SIGKILL, because what is unfinished is thrown away. That
 * also holds for what is left when the command itself has ended, and for all of them when this process ends.
 */
export const realCommands: Commands = {
  async run(request, stop) {
    const { tmpdir } = require('node:os') as typeof import('node:os');
    // With links resolved: programs compare paths with the folder they find themselves in.
    const scratch = refused(tmpdir(), () => fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'conductor-scratch-'))));
    try {
      refused(scratch, () => layOut(scratch, request));
      const end = await runIn(scratch, request, stop);
      return { ...end, ...refused(scratch, () => collect(join(scratch, 'out'))) };
    } finally {
      fs.rmSync(scratch, { recursive: true, force: true });
    }
  },
};

/** What the operating system refuses is no bug. */
function refused<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new DiskError('write', path, errnoOf(error));
  }
}

/** `work` is laid out as the request says, `out` is for results, `tmp` for whatever a program wants to put away. */
function layOut(scratch: string, { files, links, cwd }: CommandRequest): void {
  const work = join(scratch, 'work');
  for (const folder of [join(work, cwd), join(scratch, 'out'), join(scratch, 'tmp')]) fs.mkdirSync(folder, { recursive: true });
  for (const { path, bytes } of files) {
    fs.mkdirSync(dirname(join(work, path)), { recursive: true });
    fs.writeFileSync(join(work, path), bytes);
  }
  for (const [path, target] of Object.entries(links)) {
    fs.mkdirSync(dirname(join(work, path)), { recursive: true });
    fs.symlinkSync(target, join(work, path), 'junction');
  }
}

async function runIn(scratch: string, request: CommandRequest, stop: AbortSignal): Promise<Omit<CommandEnd, 'files' | 'odd'>> {
  const began = process.hrtime.bigint();
  let tail = '';
  let broken: CommandEnd['broken'];
  const log = request.log === undefined ? undefined : openLog(request.log);
  const hear = (text: string): void => {
    tail = (tail + text).slice(-TAIL_CHARACTERS);
    log?.write(text);
  };
  // Loaded here: most runs start no command.
  const { execa } = await import('execa');
  const temporary = join(scratch, 'tmp');
  const child = execa(request.program, request.args.map((argument) => argument.replaceAll(OUT, join(scratch, 'out'))), {
    cwd: join(scratch, 'work', request.cwd),
    env: { ...systemVariables(), HOME: temporary, ...request.env, OUT: join(scratch, 'out'), TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    extendEnv: false,
    preferLocal: false,
    detached: process.platform !== 'win32',
    stdin: 'ignore',
    buffer: false,
    reject: false,
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  const end = (why?: CommandEnd['broken']): void => {
    broken ??= why;
    endGroup(child.pid);
  };
  const timer = setTimeout(() => end('timeout'), request.timeoutMs);
  const stopped = (): void => end('stopped');
  const exiting = (): void => {
    end();
    fs.rmSync(scratch, { recursive: true, force: true });
  };
  stop.addEventListener('abort', stopped);
  process.once('exit', exiting);
  // What a command leaves running would hold its outputs open, and write to a folder that is about to go.
  child.once('exit', () => end());
  if (stop.aborted) stopped();
  try {
    const { exitCode, signal, message } = await child;
    if (exitCode === undefined && signal === undefined) broken ??= 'not started';
    return { broken, code: exitCode ?? null, reason: signal ?? message ?? '', tail: tail.trim(), durationMs: Number((process.hrtime.bigint() - began) / 1_000_000n) };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', stopped);
    process.removeListener('exit', exiting);
    log?.close();
  }
}

/** Ends a process and all that it started; nothing happens when they are gone. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') {
      const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
      spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    } else process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Gone, or (on macOS) all that is left of it waits to be reaped.
    if (!['ESRCH', 'EPERM'].includes(errnoOf(error))) throw error;
  }
}

/** Windows starts hardly any program without these. */
function systemVariables(): Record<string, string> {
  if (process.platform !== 'win32') return {};
  return Object.fromEntries(['SystemRoot', 'SystemDrive', 'windir', 'PATHEXT', 'ComSpec'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

/** A log that is made when there is something to say: most commands are silent. A disk that refuses costs the log only. */
function openLog(path: string): { write(text: string): void; close(): void } {
  let handle: number | undefined;
  let usable = true;
  return {
    write(text) {
      if (!usable) return;
      try {
        if (handle === undefined) {
          fs.mkdirSync(dirname(path), { recursive: true });
          handle = fs.openSync(path, 'a');
        }
        fs.writeSync(handle, text);
      } catch (error) {
        errnoOf(error);
        usable = false;
      }
    },
    close() {
      if (handle !== undefined) fs.closeSync(handle);
    },
  };
}

/** Everything below a folder. Links are not followed: they could lead anywhere. */
function collect(folder: string): Pick<CommandEnd, 'files' | 'odd'> {
  const files: LaidFile[] = [];
  const odd: string[] = [];
  const walk = (prefix: string): void => {
    for (const entry of fs.readdirSync(join(folder, prefix), { withFileTypes: true })) {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push({ path, bytes: fs.readFileSync(join(folder, path)) });
      else odd.push(path);
    }
  };
  walk('');
  return { files: files.sort((a, b) => byCodeUnit(a.path, b.path)), odd: odd.sort(byCodeUnit) };
}
