import { digestOf, DiskError, type Digest, type Disk, type Outcome } from '@nx-conductor/core';
import type { Memory } from '@nx-conductor/generate';
import type { Looker, ManifestLines } from '@nx-conductor/outputs';
import type { RememberingSpec } from '@nx-conductor/spec';
import type { KeptJury } from '../validate/keep-jury';
import { keepPatterns, type KeptPatterns } from './keep-patterns';
import type { KnownTraces } from './known-traces';
import { rehash, STEP, type Hashed } from './rehash';

/**
 * What a process that makes more than one run keeps between them: one that stays, or one that runs many projects.
 * Nothing in it is believed for its age: a spec is used again while every file that it was read from has the digest
 * that it had. A run without it gives the same bytes.
 */
export interface Warm {
  /** The spec of a key, read again by `read` when any of its files changed: from what it was when it was last sound, if that is known. */
  spec(key: string, digest: (path: string) => Digest | '', read: (known: RememberingSpec | undefined) => Outcome<RememberingSpec>): Outcome<RememberingSpec>;
  /** What `read` makes of the file at a path, made again when its bytes are others. */
  file<T>(disk: Disk, path: string, read: (disk: Disk) => T): T;
  /** The pattern of a folder. */
  readonly pattern: KeptPatterns;
  /** What `read` would make of the bytes that were written to the file at a path. */
  wrote(path: string, bytes: Uint8Array, value: unknown): void;
  /** Of manifests. */
  readonly lines: ManifestLines;
  /** SHA-256 of the bytes of a file. */
  digest(path: string, bytes: Uint8Array): Digest;
  /** Paths of the large files that were hashed last. */
  large(): readonly string[];
  /** The traces of a project's trace file, by its path. */
  readonly traces: Map<string, WarmTraces>;
  /** What the last run of a project worked out for each use of a pattern, by its name. */
  readonly memories: (root: string) => Map<string, Memory>;
  /** Who judges by rules, made once. Nobody closes it: it ends with the process. */
  jury(make: () => KeptJury): KeptJury;
  /** Of a process that waits for changes. */
  readonly looker: Looker | undefined;
  /** Works out what is put off until it is needed, since nobody waits now. */
  settle(): void;
  /** How many specs were read, and how many times one was used again. */
  readonly counts: { specsRead: number; specsShared: number };
}

/** The traces of a file as it was left. Traces prove themselves, so these are as good as the file's whatever became of it. */
export interface WarmTraces {
  readonly known: KnownTraces;
  /** The file's size and time stamp, so that more is appended to what is known only. */
  readonly stamp: string;
}

/** Specs kept at a time, the last ones used: a large one takes a hundred megabytes. */
const MOST_SPECS = 8;

/** Remembers nothing yet. `looker` is for a process that waits: a thread takes time to start. */
export function createWarm(looker?: Looker): Warm {
  const specs = new Map<string, RememberingSpec>();
  const files = new Map<string, { readonly bytes: Uint8Array; readonly value: unknown }>();
  const projects = new Map<string, Map<string, Memory>>();
  const hashed = new Map<string, Hashed>();
  const traces: Warm['traces'] = new Map();
  const counts = { specsRead: 0, specsShared: 0 };
  let jury: KeptJury | undefined;
  return {
    counts,
    jury: (make) => (jury ??= make()),
    traces,
    pattern: keepPatterns(),
    looker,
    file<T>(disk: Disk, path: string, read: (disk: Disk) => T): T {
      const bytes = readQuietly(disk, path);
      if (bytes === undefined) return read(disk);
      const known = files.get(path);
      if (known && Buffer.compare(known.bytes, bytes) === 0) return known.value as T;
      const value = read({ ...disk, read: () => bytes });
      files.set(path, { bytes, value });
      return value;
    },
    wrote: (path, bytes, value) => void files.set(path, { bytes, value }),
    lines: new WeakMap(),
    settle() {
      for (const { memory } of specs.values()) memory?.entries();
      for (const { known: { stored } } of traces.values()) {
        stored.latest();
        stored.segments.forEach((_, segment) => stored.starts(segment));
      }
    },
    digest(path, bytes) {
      if (bytes.length < STEP) return digestOf(bytes);
      const made = rehash(bytes, hashed.get(path));
      hashed.delete(path);
      hashed.set(path, made);
      for (const oldest of hashed.keys()) if (hashed.size > MOST_SPECS) hashed.delete(oldest);
      return made.digest;
    },
    large: () => [...hashed.keys()],
    memories: (root) => inMap(projects, root, () => new Map<string, Memory>()),
    spec(key, digest, read) {
      const known = specs.get(key);
      specs.delete(key);
      const same = known?.files.every((file) => digest(file.path) === file.digest) ?? false;
      const spec = same && known ? { ok: true as const, value: known } : read(known);
      counts[same ? 'specsShared' : 'specsRead'] += 1;
      const sound = spec.ok ? spec.value : known;
      if (sound) specs.set(key, sound);
      for (const oldest of specs.keys()) if (specs.size > MOST_SPECS) specs.delete(oldest);
      return spec;
    },
  };
}

function inMap<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** Nothing for a file that is not there or cannot be read: whoever asks says what that means. */
function readQuietly(disk: Disk, path: string): Uint8Array | undefined {
  try {
    return disk.read(path);
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}
