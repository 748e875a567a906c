import { DiskError, replaceLosable, seal, unseal, type Digest, type Disk, type FileStat } from '@nx-conductor/core';

/** What a file looked like when its digest was last known. */
export interface IndexedFile {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly inode: number;
  readonly digest: Digest;
}

/**
 * Stats and digests of artifacts and of what they are made from, so that an unchanged file costs a stat and no read. It
 * lies in the cache: losing it costs time only. The two times are for git's "racy" rule: a file that changes in the same
 * tick in which it was looked at could look unchanged afterwards, so what was that young is read again.
 */
export interface DiskIndex {
  /** Before the artifacts were looked at, and after they were written; milliseconds since the epoch. */
  readonly savedAt: number;
  /** When the run began that looked at the sources. */
  readonly begunAt: number;
  /** The build of Conductor that saved it. */
  readonly build: string;
  /** Digest of what commands depend on besides files; empty when there are none. */
  readonly surroundings: Digest | '';
  /** By path relative to the project's root. */
  readonly files: ReadonlyMap<string, IndexedFile>;
  /** Facts about files that runs read, under a key of the reader's; `digest` is the fact. */
  readonly sources: ReadonlyMap<string, IndexedFile>;
}

/** An index that remembers nothing. */
export const EMPTY_INDEX: DiskIndex = { savedAt: 0, begunAt: 0, build: '', surroundings: '', files: new Map(), sources: new Map() };

/** Ticks of file systems are coarser than the clock: up to 10 ms on Linux, and whole seconds (FAT: two) on some. */
const tickOf = (timeMs: number) => (timeMs % 1000 === 0 ? 2000 : 10);

/** True when a file certainly still has the digest that is remembered of it since the time at which it was looked at. */
export function trusts(lookedAt: number, remembered: IndexedFile, stat: Omit<FileStat, 'kind'>): boolean {
  return (
    stat.size === remembered.size &&
    stat.mtimeMs === remembered.mtimeMs &&
    stat.ctimeMs === remembered.ctimeMs &&
    stat.inode === remembered.inode &&
    wasSettled(lookedAt, remembered)
  );
}

/** True when a file was so old at a look that any later change shows in its times. */
export function wasSettled(lookedAt: number, { mtimeMs, ctimeMs }: Pick<FileStat, 'mtimeMs' | 'ctimeMs'>): boolean {
  return ctimeMs < lookedAt - tickOf(ctimeMs) && mtimeMs < lookedAt - tickOf(mtimeMs);
}

/** Reads an index; one that is absent, damaged or unreadable remembers nothing. `open`: what undoes the seal that it was saved with. */
export function readIndex(disk: Disk, path: string, open = unseal): DiskIndex {
  try {
    const bytes = disk.read(path);
    const body = bytes && open(bytes);
    if (body === undefined) return EMPTY_INDEX;
    const stored = JSON.parse(body) as StoredIndex;
    // An earlier version of Conductor saved it.
    if (stored.schema !== SCHEMA) return EMPTY_INDEX;
    return { savedAt: stored.savedAt, begunAt: stored.begunAt, build: stored.build, surroundings: stored.surroundings, files: decodeFiles(stored.files), sources: decodeFiles(stored.sources) };
  } catch (error) {
    if (error instanceof DiskError) return EMPTY_INDEX;
    throw error;
  }
}

/** Saves an index; false when the disk refuses, which costs the next run some reads. */
export function saveIndex(disk: Disk, path: string, { savedAt, begunAt, build, surroundings, files, sources }: DiskIndex, close: (body: string) => string | Uint8Array = seal): boolean {
  const stored: StoredIndex = { schema: SCHEMA, savedAt, begunAt, build, surroundings, files: encodeFiles(files), sources: encodeFiles(sources) };
  return replaceLosable(disk, path, close(JSON.stringify(stored)));
}

const SCHEMA = 3;

interface StoredIndex {
  readonly schema: typeof SCHEMA;
  readonly savedAt: number;
  readonly begunAt: number;
  readonly build: string;
  readonly surroundings: Digest | '';
  readonly files: readonly StoredFile[];
  readonly sources: readonly StoredFile[];
}

type StoredFile = readonly [key: string, size: number, mtimeMs: number, ctimeMs: number, inode: number, digest: Digest];

const encodeFiles = (files: ReadonlyMap<string, IndexedFile>): StoredFile[] => [...files].map(([key, each]) => [key, each.size, each.mtimeMs, each.ctimeMs, each.inode, each.digest]);

const decodeFiles = (files: readonly StoredFile[]) => new Map(files.map(([key, size, mtimeMs, ctimeMs, inode, digest]) => [key, { size, mtimeMs, ctimeMs, inode, digest }]));
