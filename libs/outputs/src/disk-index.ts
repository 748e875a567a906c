import { join } from 'node:path';
import { DiskError, seal, unseal, type Clock, type Digest, type Disk, type FileStat } from '@nx-conductor/core';

/** What a file looked like when its digest was last known. */
export interface IndexedFile {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly inode: number;
  readonly digest: Digest;
}

/**
 * Stats and digests of artifacts, so that an unchanged one costs a stat and no read. It lies in the cache: losing
 * it costs time only. `savedAt` is for git's "racy" rule: a file changed in the same tick as the index was saved
 * could look unchanged, so what is that young is read again.
 */
export interface DiskIndex {
  readonly savedAt: number;
  /** The build of Conductor that saved it. */
  readonly build: string;
  /** By path relative to the project's root. */
  readonly files: ReadonlyMap<string, IndexedFile>;
}

/** An index that remembers nothing. */
export const EMPTY_INDEX: DiskIndex = { savedAt: 0, build: '', files: new Map() };

/** Ticks of file systems are coarser than the clock: up to 10 ms on Linux, and whole seconds (FAT: two) on some. */
const tickOf = (timeMs: number) => (timeMs % 1000 === 0 ? 2000 : 10);

/** True when a file certainly still has the digest that the index remembers. */
export function trusts(index: DiskIndex, remembered: IndexedFile, stat: FileStat): boolean {
  return (
    stat.size === remembered.size &&
    stat.mtimeMs === remembered.mtimeMs &&
    stat.ctimeMs === remembered.ctimeMs &&
    stat.inode === remembered.inode &&
    remembered.ctimeMs < index.savedAt - tickOf(remembered.ctimeMs) &&
    remembered.mtimeMs < index.savedAt - tickOf(remembered.mtimeMs)
  );
}

/** Reads an index; one that is absent, damaged or unreadable remembers nothing. */
export function readIndex(disk: Disk, path: string): DiskIndex {
  try {
    const bytes = disk.read(path);
    const body = bytes && unseal(bytes);
    if (body === undefined) return EMPTY_INDEX;
    const stored = JSON.parse(body) as StoredIndex;
    return {
      savedAt: stored.savedAt,
      build: stored.build,
      files: new Map(stored.files.map(([file, size, mtimeMs, ctimeMs, inode, digest]) => [file, { size, mtimeMs, ctimeMs, inode, digest }])),
    };
  } catch (error) {
    if (error instanceof DiskError) return EMPTY_INDEX;
    throw error;
  }
}

/** Saves an index; false when the disk refuses, which costs the next run some reads. */
export function saveIndex(disk: Disk, clock: Clock, path: string, build: string, files: ReadonlyMap<string, IndexedFile>): boolean {
  const stored: StoredIndex = {
    savedAt: clock.now(),
    build,
    files: [...files].map(([file, each]) => [file, each.size, each.mtimeMs, each.ctimeMs, each.inode, each.digest]),
  };
  try {
    disk.makeDirectory(join(path, '..'));
    disk.write(`${path}.tmp`, seal(JSON.stringify(stored)));
    disk.rename(`${path}.tmp`, path);
    return true;
  } catch (error) {
    if (error instanceof DiskError) return false;
    throw error;
  }
}

interface StoredIndex {
  readonly savedAt: number;
  readonly build: string;
  readonly files: readonly (readonly [path: string, size: number, mtimeMs: number, ctimeMs: number, inode: number, digest: Digest])[];
}
