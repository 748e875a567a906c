import { SLOTS } from '../layout/layout';
import type { FileStat } from '@nx-conductor/core';

/** Files of an entry that the table knows: the source, then an output for each slot. */
const FILES = 1 + SLOTS.length;
/** Numbers that are kept of a file's stat: size, mtime, ctime, inode. */
const NUMBERS = 4;
/** Bytes of a SHA-256. */
const DIGEST = 32;

/**
 * What is known of every source and its outputs, in columns of numbers: an object for each of 50,000 files would cost
 * more than all looks at the disk together. File 0 of an entry is the source, 1 to 4 are its outputs by slot. The
 * columns lie in one block of memory that threads can share and that is a manifest's body as it is.
 */
export interface Table {
  readonly names: readonly string[];
  /** Per entry: bit 0 that it has been compiled; bit `n` that output `n` exists; see {@link Flag}. */
  readonly flags: Uint8Array;
  readonly stats: Float64Array;
  readonly digests: Uint8Array;
}

/** Bits of an entry's flags beside those of its outputs (1 to 4). */
export const Flag = {
  /** The entry has been compiled, and its record holds. */
  compiled: 1,
  /** Emitted by TypeScript, from the whole program. */
  whole: 64,
} as const;

/** The bit of an output. */
export const outputBit = (file: number): number => 1 << file;

/** Bytes that the columns of so many entries take. */
export const bytesFor = (entries: number): number => entries * FILES * (NUMBERS * 8 + DIGEST) + entries;

/** Columns over a block of memory: stats, then digests, then flags, so that each is aligned. */
export function tableOver(names: readonly string[], memory: ArrayBufferLike, offset = 0): Table {
  const files = names.length * FILES;
  const stats = new Float64Array(memory, offset, files * NUMBERS);
  const digests = new Uint8Array(memory, offset + stats.byteLength, files * DIGEST);
  return { names, stats, digests, flags: new Uint8Array(memory, offset + stats.byteLength + digests.byteLength, names.length) };
}

/** Copies what one table knows of an entry to another. */
export function carry(from: Table, source: number, to: Table, target: number): void {
  to.flags[target] = from.flags[source] as number;
  to.stats.set(from.stats.subarray(source * FILES * NUMBERS, (source + 1) * FILES * NUMBERS), target * FILES * NUMBERS);
  to.digests.set(from.digests.subarray(source * FILES * DIGEST, (source + 1) * FILES * DIGEST), target * FILES * DIGEST);
}

/** Copies all that one table knows to another of the same entries. */
export function carryTable(from: Table, to: Table): void {
  to.flags.set(from.flags);
  to.stats.set(from.stats);
  to.digests.set(from.digests);
}

/** Forgets an entry. */
export function forget(table: Table, entry: number): void {
  table.flags[entry] = 0;
  table.stats.fill(0, entry * FILES * NUMBERS, (entry + 1) * FILES * NUMBERS);
  table.digests.fill(0, entry * FILES * DIGEST, (entry + 1) * FILES * DIGEST);
}

/** True when a file's stat is as it was noted. */
export function sameStat({ stats }: Table, entry: number, file: number, stat: FileStat): boolean {
  const at = (entry * FILES + file) * NUMBERS;
  return stats[at] === stat.size && stats[at + 1] === stat.mtimeMs && stats[at + 2] === stat.ctimeMs && stats[at + 3] === stat.inode && stat.kind === 'file';
}

/** Notes a file's stat. */
export function noteStat({ stats }: Table, entry: number, file: number, stat: FileStat): void {
  const at = (entry * FILES + file) * NUMBERS;
  stats[at] = stat.size;
  stats[at + 1] = stat.mtimeMs;
  stats[at + 2] = stat.ctimeMs;
  stats[at + 3] = stat.inode;
}

/** True when a file's digest is as it was noted. */
export function sameDigest({ digests }: Table, entry: number, file: number, digest: Uint8Array): boolean {
  const at = (entry * FILES + file) * DIGEST;
  for (let i = 0; i < DIGEST; i++) if (digests[at + i] !== digest[i]) return false;
  return true;
}

/** Notes a file's digest. */
export function noteDigest({ digests }: Table, entry: number, file: number, digest: Uint8Array): void {
  digests.set(digest, (entry * FILES + file) * DIGEST);
}

/** The first characters of a file's digest, for people. */
export function shownDigest({ digests }: Table, entry: number, file: number): string {
  const at = (entry * FILES + file) * DIGEST;
  return Buffer.from(digests.subarray(at, at + 4)).toString('hex');
}
