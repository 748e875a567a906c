import { nodeCrypto, utf8Of, type Disk, type FileStat } from '@nx-conductor/core';
import type { Finding } from '../finding';

/**
 * What earlier checks found, in columns: one row a file of the program. Rows below `sources` are the project's own
 * sources, the rest are declarations: libraries, packages, hand-written `.d.ts`.
 */
export interface Known {
  /** What the whole rests on beside files: compiler, tsconfig, format. */
  readonly key: string;
  /** Relative to the root, with `/`; absolute where that is not possible. */
  readonly names: readonly string[];
  readonly sources: number;
  /** The list of files that was asked for, as given. */
  readonly asked: readonly string[];
  /** Four numbers a file: size, mtime, ctime, inode; zeros for a file whose stat may not be trusted. */
  readonly stats: Float64Array;
  /** 16 bytes a source: of its content, of its shape. */
  readonly contents: Uint8Array;
  readonly shapes: Uint8Array;
  /** Keys of what the source in row i imports (`imports.ts`), sorted, from `importStart[i]` up to, not with, `importStart[i + 1]`. */
  readonly importStart: Uint32Array;
  readonly imports: Float64Array;
  /** Bits of {@link REACHES_OUT}, {@link OPAQUE} and {@link ROOT}, one byte a file. */
  readonly flags: Uint8Array;
  /** Row i refers to the rows `refs[refStart[i]]` up to, not with, `refs[refStart[i + 1]]`. Those of files that reach out are left out: all refer to them. */
  readonly refStart: Uint32Array;
  readonly refs: Uint32Array;
  /** Files and folders that decide how modules are found and options are read, each with a text that changes when it does. */
  readonly surroundings: Readonly<Record<string, string>>;
  /** Imports that lead to no file of the program, which a new file could change. */
  readonly looseEnds: readonly LooseEnd[];
  /** Types of these layers are known of every file; a full check stops after the first layer that has a finding. */
  readonly settled: Settled;
  /** Declarations are asked for, and what keeps one from being emitted is a finding. */
  readonly declares: boolean;
  readonly findings: readonly Finding[];
}

/** An import that leads to no file of the program. */
export interface LooseEnd {
  readonly source: string;
  /** The path that it names, relative to the root and without what TypeScript would add; absent for names of packages that were not found. */
  readonly path?: string;
  /** What was found at that path and at those that TypeScript would try. */
  readonly seen?: string;
}

/**
 * TypeScript reports in layers, and only the first that has something to say: syntax and options (`nothing` is known
 * of the types then), types, then what keeps declarations from being emitted.
 */
export type Settled = 'nothing' | 'types' | 'declarations';

/** Can change what files see that do not import it. */
export const REACHES_OUT = 1;
/** Only the source itself tells its shape. */
export const OPAQUE = 2;
/** Named or selected by the tsconfig: in the program whether or not something imports it. */
export const ROOT = 4;

/** Bytes of a digest in the columns. */
export const DIGEST = 16;

/** Puts the stat of a file in its row. */
export function setStat(stats: Float64Array, row: number, stat: FileStat | undefined): void {
  stats.set(stat ? [stat.size, stat.mtimeMs, stat.ctimeMs, stat.inode] : [0, 0, 0, 0], row * 4);
}

/** Whether a file is the one that its row tells of, by its stat alone. */
export function sameStat(stats: Float64Array, row: number, stat: FileStat | undefined): boolean {
  const at = row * 4;
  return stat !== undefined && stat.kind === 'file' && stats[at + 1] === stat.mtimeMs && stats[at] === stat.size && stats[at + 2] === stat.ctimeMs && stats[at + 3] === stat.inode;
}

export const digestAt = (column: Uint8Array, row: number): Uint8Array => column.subarray(row * DIGEST, (row + 1) * DIGEST);

/** Whether nothing is known of a source but its name. */
export const isNew = (known: Known, row: number): boolean => digestAt(known.contents, row).every((byte) => byte === 0);

/** Rows that a file refers to. */
export const refsOf = (known: Known, row: number): Uint32Array => known.refs.subarray(known.refStart[row], known.refStart[row + 1]);

/** Keys of what a source imports. */
export const importsOf = (known: Known, row: number): Float64Array => known.imports.subarray(known.importStart[row], known.importStart[row + 1]);

const MAGIC = Buffer.from('conductor-typecheck 1\n');

/** What the file holds, or undefined when it is absent, of another format, or not byte for byte what was written. */
export function loadKnown(disk: Disk, path: string): Known | undefined {
  const bytes = disk.read(path);
  if (bytes === undefined || bytes.length < MAGIC.length + 40 || MAGIC.compare(bytes, 0, MAGIC.length) !== 0) return undefined;
  const digest = bytes.subarray(MAGIC.length, MAGIC.length + 32);
  // A copy, so that the columns in it are aligned.
  const body = new Uint8Array(bytes.subarray(MAGIC.length + 32));
  if (nodeCrypto().createHash('sha256').update(body).digest().compare(digest) !== 0) return undefined;
  const [head = 0, files = 0, sources = 0, refCount = 0, importCount = 0] = new Uint32Array(body.buffer, 0, SIZES);
  let at = SIZES * 4;
  const next = (length: number): number => (at += length) - length;
  const floats = (length: number): Float64Array => new Float64Array(body.buffer, next(length * 8), length);
  const integers = (length: number): Uint32Array => new Uint32Array(body.buffer, next(length * 4), length);
  const bytesOf = (length: number): Uint8Array => new Uint8Array(body.buffer, next(length), length);
  // In the order of their width, so that each column is aligned.
  const [stats, imports] = [floats(files * 4), floats(importCount)];
  const [refStart, refs, importStart] = [integers(files + 1), integers(refCount), integers(sources + 1)];
  const [contents, shapes, flags] = [bytesOf(sources * DIGEST), bytesOf(sources * DIGEST), bytesOf(files)];
  const { names, asked, ...rest } = JSON.parse(utf8Of(body.subarray(at, at + head))) as Omit<Known, 'names' | 'asked'> & { names: string; asked: string };
  return { ...rest, names: lines(names), asked: lines(asked), sources, stats, contents, shapes, importStart, imports, flags, refStart, refs };
}

/** Numbers before the columns: their lengths. Even, so that what follows is aligned to 8 bytes. */
const SIZES = 6;

/** Writes the file in place: a torn one is nothing known, which costs time only. */
export function saveKnown(disk: Disk, path: string, known: Known): void {
  const { names, asked, sources, stats, contents, shapes, importStart, imports, flags, refStart, refs, ...rest } = known;
  const head = Buffer.from(JSON.stringify({ ...rest, names: names.join('\n'), asked: asked.join('\n') }));
  const columns = [new Uint32Array([head.length, names.length, sources, refs.length, imports.length, 0]), stats, imports, refStart, refs, importStart, contents, shapes, flags];
  const body = Buffer.concat([...columns.map((each) => new Uint8Array(each.buffer, each.byteOffset, each.byteLength)), head]);
  disk.write(path, Buffer.concat([MAGIC, nodeCrypto().createHash('sha256').update(body).digest(), body]));
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));
