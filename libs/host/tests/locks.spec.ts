import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lock } from '@nx-conductor/core';
import { lockByName, realLocks } from '@nx-conductor/host';

let root: string;
let folder: string;
let card: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-locks-')));
  folder = join(root, 'project');
  card = join(root, 'cache', 'locks', 'project.json');
  mkdirSync(folder);
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** Starts a program and waits for its first output. */
async function started(file: string, ...args: string[]): Promise<ChildProcess> {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const release = (lock: Lock): void => {
  if (lock.held) lock.release();
};

describe('the lock of a folder', () => {
  it('is held by one at a time, who says who it is, and leaves nothing behind', async () => {
    const first = await realLocks.take(folder, card);
    expect(first.held).toBe(true);
    expect(await realLocks.take(folder, card)).toEqual({ held: false, holder: { pid: process.pid, host: expect.any(String), since: expect.any(Number) } });
    release(first);
    expect(existsSync(card)).toBe(false);
    const second = await realLocks.take(folder, card);
    expect(second.held).toBe(true);
    release(second);
  });

  it('is one lock whatever path leads to the folder, and not that of another folder', async () => {
    symlinkSync(folder, join(root, 'link'));
    mkdirSync(join(root, 'other'));
    const first = await realLocks.take(folder, card);
    expect((await realLocks.take(join(root, 'link'), card)).held).toBe(false);
    const other = await realLocks.take(join(root, 'other'), join(root, 'other.json'));
    expect(other.held).toBe(true);
    release(first);
    release(other);
  });

  it('is held without a card where none can be written', async () => {
    const first = await realLocks.take(folder, join(folder, 'missing\0', 'card.json')).catch((error: unknown) => error);
    expect(first).toMatchObject({ held: true });
    expect(await realLocks.take(folder, card)).toEqual({ held: false, holder: undefined });
    release(first as Lock);
  });

  it('cannot be had of a folder that is not there', async () => {
    await expect(realLocks.take(join(root, 'nowhere'), card)).rejects.toMatchObject({ name: 'DiskError', errno: 'ENOENT' });
  });
});

// Elsewhere there is no such program, and no such names.
if (process.platform === 'linux') describe('a lock that another process holds', () => {
  /** Holds the folder's lock as a run does, in a process of its own; a run of Conductor holds it by the same call. */
  const byFlock = () => started('flock', '--no-fork', folder, process.execPath, '-e', 'console.log("up"); setInterval(() => {}, 1000)');
  const byName = () => {
    const { dev, ino } = statSync(folder, { bigint: true });
    return started(process.execPath, '-e', `require('net').createServer().listen('\\0conductor-${dev}-${ino}', () => console.log('up'))`);
  };

  it.each([
    ['flock', byFlock, () => realLocks.take(folder, card).then((lock) => (release(lock), lock.held))],
    ['a name', byName, () => lockByName(folder).then((free) => (free?.(), free !== undefined))],
  ] as const)('by %s: is kept while it is stopped, and free at once when it is killed', async (_, hold, take) => {
    const holder = await hold();
    expect(await take()).toBe(false);
    holder.kill('SIGSTOP');
    expect(await take()).toBe(false);
    await ended(holder);
    expect(await take()).toBe(true);
  });

  it('by a name is free again when it is released', async () => {
    const first = await lockByName(folder);
    expect(await lockByName(folder)).toBeUndefined();
    first?.();
    const second = await lockByName(folder);
    expect(second).toBeDefined();
    second?.();
  });
});
