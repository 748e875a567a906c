import type { Digest, Outcome } from '@nx-conductor/core';

/** One output rule of a pattern × one item: the unit of incremental work. */
export interface Job {
  /** `<pattern>/<template> ← <spec><pointer>`: stable from run to run, unique in a project. */
  readonly id: string;
  /** Why its artifact exists, in words. */
  readonly reason: string;
  /** `pattern.json` of its pattern, as people know it. */
  readonly file: string;
  /** What it depends on whole, as far as that is known before it runs; digests by what they are of. */
  readonly parts: Readonly<Record<string, Digest>>;
  /** Digest of a part that an earlier run of it used, as it is now; undefined when there is none any more. */
  readonly partNow: (name: string) => Digest | undefined;
  /** Renders it, and notes what it read. */
  readonly run: () => Outcome<Rendered>;
}

/** What a job made, and from what. */
export interface Rendered {
  /** Path inside the output folder; undefined when the rule's `when` gives the item no artifact. */
  readonly path: string | undefined;
  readonly text: string;
  readonly parts: Readonly<Record<string, Digest>>;
  /** Numbers of sets of reads in the log of the run's watch. */
  readonly sets: readonly number[];
}
