import type { Digest, Outcome, Spec } from '@nx-conductor/core';

/**
 * What a process that makes more than one run keeps between them: one that stays, or one that runs many projects.
 * Nothing in it is believed for its age: a spec is used again while every file that it was read from has the digest
 * that it had. A run without it gives the same bytes.
 */
export interface Warm {
  /** The spec of a key, read again by `read` when any of its files changed. */
  spec(key: string, digest: (path: string) => Digest | '', read: () => Outcome<Spec>): Outcome<Spec>;
  /** How many specs were read, and how many times one was used again. */
  readonly counts: { specsRead: number; specsShared: number };
}

/** Specs kept at a time, the last ones used: a large one takes a hundred megabytes. */
const MOST_SPECS = 8;

/** Remembers nothing yet. */
export function createWarm(): Warm {
  const specs = new Map<string, Spec>();
  const counts = { specsRead: 0, specsShared: 0 };
  return {
    counts,
    spec(key, digest, read) {
      const known = specs.get(key);
      specs.delete(key);
      const same = known?.files.every((file) => digest(file.path) === file.digest) ?? false;
      const spec = same && known ? { ok: true as const, value: known } : read();
      counts[same ? 'specsShared' : 'specsRead'] += 1;
      if (spec.ok) specs.set(key, spec.value);
      for (const oldest of specs.keys()) if (specs.size > MOST_SPECS) specs.delete(oldest);
      return spec;
    },
  };
}
