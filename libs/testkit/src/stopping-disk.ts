import { dirname } from 'node:path';
import type { Disk } from '@nx-conductor/core';

/** The process is gone. Nothing may catch it: it is no refusal of the disk, and whoever goes on meets it again. */
export class Stopped extends Error {
  constructor() {
    super('the process was stopped');
    this.name = 'Stopped';
  }
}

/** Where a process stops: before a mutating call (counted from 0), or half way through it. */
export interface StopPoint {
  readonly at: number;
  readonly torn: boolean;
}

/** A disk whose process stops at a point: that call, and every later one, throws {@link Stopped}. */
export interface StoppingDisk {
  readonly disk: Disk;
  /** Every point at which a process that came this far could have been stopped. */
  points(): readonly StopPoint[];
}

/** Calls that can be done by half. The others are one step of a file system. */
const DIVISIBLE: ReadonlySet<keyof Disk> = new Set<keyof Disk>(['write', 'append', 'createExclusive', 'makeDirectory']);

/** Wraps a disk; without a point nothing stops, and the points are only counted. */
export function createStoppingDisk(disk: Disk, stop?: StopPoint): StoppingDisk {
  const points: StopPoint[] = [];
  let calls = 0;
  let stopped = false;
  const alive = (): void => {
    if (stopped) throw new Stopped();
  };
  const mutating = <T>(method: keyof Disk, whole: () => T, half?: () => void): T => {
    alive();
    const at = calls++;
    points.push({ at, torn: false });
    if (DIVISIBLE.has(method)) points.push({ at, torn: true });
    if (stop?.at !== at) return whole();
    stopped = true;
    if (stop.torn) half?.();
    throw new Stopped();
  };
  const looking = <T>(look: () => T): T => {
    alive();
    return look();
  };
  const halfOf = (content: Uint8Array | string): Uint8Array => {
    const bytes = Buffer.from(content as string);
    return bytes.subarray(0, bytes.length >> 1);
  };
  return {
    points: () => points,
    disk: {
      read: (path) => looking(() => disk.read(path)),
      stat: (path) => looking(() => disk.stat(path)),
      list: (path) => looking(() => disk.list(path)),
      realPath: (path) => looking(() => disk.realPath(path)),
      write: (path, content) => mutating('write', () => disk.write(path, content), () => disk.write(path, halfOf(content))),
      append: (path, content) => mutating('append', () => disk.append(path, content), () => disk.append(path, Buffer.from(halfOf(content)).toString('utf8'))),
      createExclusive: (path, content) => mutating('createExclusive', () => disk.createExclusive(path, content), () => disk.createExclusive(path, Buffer.from(halfOf(content)).toString('utf8'))),
      makeDirectory: (path) => mutating('makeDirectory', () => disk.makeDirectory(path), () => disk.makeDirectory(dirname(path))),
      rename: (from, to) => mutating('rename', () => disk.rename(from, to)),
      link: (from, to) => mutating('link', () => disk.link(from, to)),
      remove: (path) => mutating('remove', () => disk.remove(path)),
      removeDirectory: (path) => mutating('removeDirectory', () => disk.removeDirectory(path)),
      touch: (path) => mutating('touch', () => disk.touch(path)),
    },
  };
}
