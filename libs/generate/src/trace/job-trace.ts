import type { Digest } from '@nx-conductor/core';
import type { ReadLog } from './read-log';

/**
 * What one job depended on and what came of it. While all of it holds, the job need not run.
 *
 * `parts` are what it used whole: its output rule, template files, helper module, the spec it belongs to. `reads` are
 * numbers of reads in a log, value by value.
 */
export interface JobTrace {
  readonly id: string;
  /** Digests by what they are of, such as `template model.ts.ejs`. */
  readonly parts: Readonly<Record<string, Digest>>;
  readonly reads: ArrayLike<number> & Iterable<number>;
  /** Path inside the output folder; undefined when the rule's `when` gave no artifact. */
  readonly path: string | undefined;
  /** Of the rendered text, before formatting. */
  readonly digest: Digest;
  /** Bytes of the rendered text. */
  readonly size: number;
}

/**
 * What a table was computed from. Tables tend to walk the whole document, so they depend on it whole: noting a million
 * reads would cost more than computing them again. What jobs read of a table is noted key by key like everything else.
 */
export interface TableTrace {
  /** Name of its root in the log. */
  readonly name: string;
  readonly parts: Readonly<Record<string, Digest>>;
}

/** What the jobs that ran in one run left. */
export interface Traces {
  readonly log: ReadLog;
  readonly jobs: readonly JobTrace[];
  readonly tables: readonly TableTrace[];
}

/** Traces as they come from disk: the log as numbers of strings, so that loading makes no object for a read. */
export interface StoredTraces {
  readonly strings: readonly string[];
  readonly nodeParent: Int32Array;
  /** Numbers of strings. */
  readonly nodeKey: Int32Array;
  readonly readNode: Int32Array;
  /** Numbers of strings, times four, plus the kind of the read. */
  readonly readKey: Int32Array;
  /** Numbers of strings. */
  readonly readSeen: Int32Array;
  readonly jobs: readonly JobTrace[];
  readonly tables: readonly TableTrace[];
}
