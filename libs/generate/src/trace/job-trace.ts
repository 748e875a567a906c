import type { Digest } from '@nx-conductor/core';
import type { ReadLog } from './read-log';

/**
 * What one job depended on and what came of it. While all of it holds, the job need not run.
 *
 * `parts` are what it used whole: its output rule, template files, helper module, the spec it belongs to. `reads` are
 * numbers of reads in the log, value by value.
 */
export interface JobTrace {
  readonly id: string;
  /** Digests by what they are of, such as `template model.ts.ejs`. */
  readonly parts: Readonly<Record<string, Digest>>;
  readonly reads: readonly number[];
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

/** All traces of a project's last run. */
export interface Traces {
  readonly log: ReadLog;
  readonly jobs: readonly JobTrace[];
  /** In the order in which they were first computed. */
  readonly tables: readonly TableTrace[];
}
