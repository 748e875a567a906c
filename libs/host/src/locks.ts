import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { DiskError, isObject, type LockHolder, type Locks } from '@nx-conductor/core';
import { errnoOf } from './errno';

/**
 * Locks that the kernel holds for the process, so that a process that died holds none, a stopped one keeps its own, and
 * two never win, without a time limit, a process id or a file that could be left behind:
 *
 * - Linux: `flock(2)` on the folder itself. Node has no call for it, but such a lock belongs to the open file, not to
 *   the process that asked: `flock(1)`, given our descriptor, locks it and exits, and we go on holding it. It works
 *   across containers that share the folder. From a fixed path, so that no two shells differ in whether they have it.
 * - macOS and BSD: the same lock, taken by `open(2)` itself.
 * - Elsewhere, and where there is no `flock(1)` or the file system has no such locks (NFS, for folders): a listening
 *   socket in the abstract namespace (on Windows a named pipe), whose name only one process can have. It excludes
 *   processes of one machine and, on Linux, of one network namespace.
 *
 * Not a lock file with a process id: ids are used again, mean nothing in another container, and two runs that find a dead
 * holder's file cannot both check it and replace it in one step.
 */
export const realLocks: Locks = {
  async take(folder, card) {
    const release = await lockFolder(folder);
    if (!release) return { held: false, holder: readCard(card) };
    quietly(() => {
      const { hostname } = require('node:os') as typeof import('node:os');
      fs.mkdirSync(dirname(card), { recursive: true });
      fs.writeFileSync(card, JSON.stringify({ pid: process.pid, host: hostname(), since: Date.now() } satisfies LockHolder));
    });
    return {
      held: true,
      release() {
        // First the card: it would be the next holder's a moment later.
        quietly(() => fs.rmSync(card, { force: true }));
        release();
      },
    };
  },
};

type Release = () => void;

/** Gives what releases the lock, or undefined when another holds it. */
async function lockFolder(folder: string): Promise<Release | undefined> {
  if (process.platform === 'linux') {
    const program = FLOCK.find((path) => fs.existsSync(path));
    const taken = program === undefined ? 'impossible' : await flockByProgram(program, folder);
    return taken === 'impossible' ? lockByName(folder) : taken;
  }
  return process.platform === 'win32' ? lockByName(folder) : flockByOpen(folder);
}

const FLOCK = ['/usr/bin/flock', '/bin/flock'];

/** Exit codes of `flock(1)` of util-linux and BusyBox: somebody else has it; the file system has no such locks (`EX_DATAERR`). */
const HELD_BY_ANOTHER = 1;
const NO_SUCH_LOCKS = 65;

async function flockByProgram(program: string, folder: string): Promise<Release | 'impossible' | undefined> {
  const handle = refused(folder, () => fs.openSync(folder, 'r'));
  let keep = false;
  try {
    const { status, complained, error } = await lockDescriptor(program, handle);
    keep = status === 0;
    if (keep) return () => fs.closeSync(handle);
    if (error !== undefined) throw new DiskError('lock', folder, errnoOf(error));
    // BusyBox exits with 1 for everything, but is silent only when somebody else has it.
    if (status === HELD_BY_ANOTHER && !complained) return undefined;
    if (status === HELD_BY_ANOTHER || status === NO_SUCH_LOCKS) return 'impossible';
    throw new DiskError('lock', folder, 'ENOLCK');
  } finally {
    if (!keep) fs.closeSync(handle);
  }
}

/** Not waited for in one go: a process that stays has other things to do meanwhile. */
function lockDescriptor(program: string, handle: number): Promise<{ readonly status: number | null; readonly complained: boolean; readonly error?: Error }> {
  // Loaded here: a run in which nothing changed takes no lock.
  const { spawn } = require('node:child_process') as typeof import('node:child_process');
  const child = spawn(program, ['-n', '3'], { stdio: ['ignore', 'ignore', 'pipe', handle], env: {} });
  let complained = false;
  child.stderr?.on('data', () => (complained = true));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, complained, error }));
    child.once('close', (status) => resolve({ status, complained }));
  });
}

/** `O_EXLOCK` and `O_NONBLOCK` of macOS and BSD, which `node:fs` passes on and does not name. */
const O_EXLOCK = 0x20;
const O_NONBLOCK = 0x4;

function flockByOpen(folder: string): Release | undefined {
  try {
    const handle = fs.openSync(folder, fs.constants.O_RDONLY | O_EXLOCK | O_NONBLOCK);
    return () => fs.closeSync(handle);
  } catch (error) {
    if (['EAGAIN', 'EWOULDBLOCK'].includes(errnoOf(error))) return undefined;
    throw new DiskError('lock', folder, errnoOf(error));
  }
}

/** Takes the lock by having a name that only one process can have. The folder's device and inode tell it, whatever path leads there. */
export function lockByName(folder: string): Promise<Release | undefined> {
  const { dev, ino } = refused(folder, () => fs.statSync(folder, { bigint: true }));
  const name = `conductor-${dev}-${ino}`;
  const { createServer } = require('node:net') as typeof import('node:net');
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => {
      const code = errnoOf(error);
      if (code === 'EADDRINUSE' || (process.platform === 'win32' && code === 'EACCES')) resolve(undefined);
      else reject(new DiskError('lock', folder, code));
    });
    server.listen({ path: process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`, exclusive: true }, () => {
      server.unref();
      resolve(() => void server.close());
    });
  });
}

function readCard(path: string): LockHolder | undefined {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(path, 'utf8'));
    if (!isObject(value)) return undefined;
    const { pid, host, since } = value;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'number' ? { pid, host, since } : undefined;
  } catch {
    // Not there yet, or half written: it is only for words.
    return undefined;
  }
}

/** What is for people's eyes only must not keep a run from its work: a read-only disk, for one. */
function quietly(action: () => void): void {
  try {
    action();
  } catch (error) {
    errnoOf(error);
  }
}

function refused<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new DiskError('lock', folder, errnoOf(error));
  }
}
