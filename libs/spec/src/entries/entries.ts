import { nodeCrypto } from '@nx-conductor/core';
import { scanEntries } from './scan';

/** How finely a text is divided. */
export interface Grain {
  /** Objects of more bytes are divided into their members. */
  readonly split: number;
  /** Neighbouring entries are compared together until they have so many bytes: a digest costs as much as two kilobytes of it. */
  readonly segment: number;
}

/**
 * Finer division finds smaller changes and parses less of what is needed; every entry costs some 30 bytes of index and
 * half a microsecond. GitHub's API, 13 MB, has 6,800 entries this way.
 */
export const GRAIN: Grain = { split: 32_768, segment: 8_192 };

/**
 * A JSON text taken apart into entries and what stands between them, the gaps: keys, brackets, commas, white space.
 * A text with the same gaps and other values, each of them JSON, is the same document with these values replaced; that is
 * what reading a changed text in part rests on.
 */
export interface Entries {
  /** The text with every entry replaced by a number of seven digits, {@link FIRST} for the first: JSON too. */
  readonly skeleton: Uint8Array;
  /** Bytes of the gap before each entry, and after the last one. */
  readonly gaps: Uint32Array;
  /** Bytes of each entry. */
  readonly sizes: Uint32Array;
  /** Entries are compared in segments, each with the gaps before its entries: for each the number of the entry behind its last. */
  readonly segments: Uint32Array;
}

/** What stands for the first entry in a skeleton. */
export const FIRST = 1_000_000;
export const PLACEHOLDER = 7;

/** A container of a document as its skeleton has it: further containers, and numbers of entries. */
export interface Container {
  readonly [key: string]: Container | number;
}

/** Takes apart a text that is known to be JSON. Undefined where that gains nothing, or a key stands twice in a container. */
export function entriesOf(bytes: Uint8Array, grain: Grain = GRAIN): Entries | undefined {
  const ranges = scanEntries(bytes, grain.split);
  if (ranges === undefined || ranges.starts.length > FIRST) return undefined;
  const { starts, ends } = ranges;
  const gaps = new Uint32Array(starts.length + 1);
  const sizes = new Uint32Array(starts.length);
  const segments: number[] = [];
  let at = 0;
  let pending = 0;
  for (let entry = 0; entry < sizes.length; entry++) {
    const [start, end] = [starts[entry] as number, ends[entry] as number];
    gaps[entry] = start - at;
    sizes[entry] = end - start;
    // A large entry is compared by itself: what changes beside it is no reason to parse it.
    if (pending > 0 && end - start >= grain.segment) {
      segments.push(entry);
      pending = 0;
    }
    pending += end - at;
    at = end;
    if (pending < grain.segment && entry < sizes.length - 1) continue;
    segments.push(entry + 1);
    pending = 0;
  }
  gaps[sizes.length] = bytes.length - at;
  const entries = { skeleton: skeletonOf(bytes, ranges, gaps), gaps, sizes, segments: Uint32Array.from(segments) };
  return countEntries(containersOf(entries)) === sizes.length ? entries : undefined;
}

/** The containers of a document; each entry appears under its key. */
export function containersOf({ skeleton }: Entries): Container {
  return JSON.parse(Buffer.from(skeleton.buffer, skeleton.byteOffset, skeleton.byteLength).toString('utf8')) as Container;
}

/** SHA-256 of every segment, one after the other. `known` gives those that need not be computed. */
export function digestsOf(bytes: Uint8Array, { gaps, sizes, segments }: Entries, known?: (segment: number) => Uint8Array | undefined): Uint8Array {
  const digests = new Uint8Array(segments.length * DIGEST);
  let [at, entry] = [0, 0];
  segments.forEach((last, segment) => {
    const start = at;
    for (; entry < last; entry++) at += (gaps[entry] as number) + (sizes[entry] as number);
    digests.set(known?.(segment) ?? digestOfBytes(bytes.subarray(start, at)), segment * DIGEST);
  });
  return digests;
}

/** Bytes of a digest. */
export const DIGEST = 32;

export function digestOfBytes(bytes: Uint8Array): Buffer {
  return nodeCrypto().createHash('sha256').update(bytes).digest();
}

/** Paths of some entries. */
export function pathsOf(root: Container, wanted: readonly number[]): Map<number, readonly string[]> {
  const paths = new Map<number, readonly string[]>();
  for (const entry of wanted) {
    const path = pathOf(root, FIRST + entry);
    if (path === undefined) return allPaths(root, new Set(wanted));
    paths.set(entry, path);
  }
  return paths;
}

/** The path of a number, found by halving: entries are numbered in the order of their keys. Undefined where keys that look like numbers, which objects have first, upset that order. */
function pathOf(root: Container, number: number): string[] | undefined {
  const path: string[] = [];
  for (let at: Container | number | undefined = root; at !== number; ) {
    if (typeof at !== 'object') return undefined;
    const keys: readonly string[] = Object.keys(at);
    let [low, high] = [0, keys.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (firstOf(at[keys[middle] as string]) <= number) low = middle;
      else high = middle - 1;
    }
    path.push(keys[low] as string);
    at = at[keys[low] as string];
  }
  return path;
}

function firstOf(child: Container | number | undefined): number {
  let at = child;
  while (typeof at === 'object') at = at[Object.keys(at)[0] as string];
  return at ?? 0;
}

function allPaths(root: Container, wanted: ReadonlySet<number>): Map<number, readonly string[]> {
  const paths = new Map<number, readonly string[]>();
  const here: string[] = [];
  const enter = (container: Container): void => {
    for (const key of Object.keys(container)) {
      const child = container[key] as Container | number;
      if (typeof child !== 'number') {
        here.push(key);
        enter(child);
        here.pop();
      } else if (wanted.has(child - FIRST)) paths.set(child - FIRST, [...here, key]);
    }
  };
  enter(root);
  return paths;
}

function countEntries(container: Container): number {
  let count = 0;
  for (const key of Object.keys(container)) {
    const child = container[key] as Container | number;
    count += typeof child === 'number' ? 1 : countEntries(child);
  }
  return count;
}

function skeletonOf(bytes: Uint8Array, { starts, ends }: { readonly starts: Uint32Array; readonly ends: Uint32Array }, gaps: Uint32Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const skeleton = Buffer.alloc(gaps.reduce((sum, size) => sum + size, 0) + starts.length * PLACEHOLDER);
  let [from, to] = [0, 0];
  for (let entry = 0; entry < starts.length; entry++) {
    to += text.copy(skeleton, to, from, starts[entry]);
    to += skeleton.write(String(FIRST + entry), to, 'latin1');
    from = ends[entry] as number;
  }
  text.copy(skeleton, to, from);
  return skeleton;
}
