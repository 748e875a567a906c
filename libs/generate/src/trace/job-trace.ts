import type { Digest } from '@nx-conductor/core';
import type { ReadLog } from './read-log';

/**
 * What one job depended on and what came of it. While all of it holds, the job need not run.
 *
 * `parts` are what it used whole: its output rule, template files, helper module, the spec it belongs to. `sets` are the
 * numbers of the sets of reads in a log, value by value.
 */
export interface JobTrace {
  readonly id: string;
  /** Digests by what they are of, such as `template model.ts.ejs`. */
  readonly parts: Readonly<Record<string, Digest>>;
  /** Its own, and what its helper module read while it was loaded. */
  readonly sets: readonly number[];
  /** What it made; nothing when the rule's `when` gave no artifact. */
  readonly files: readonly TracedFile[];
}

/** A file that a job made, as it was rendered: before formatting. */
export interface TracedFile {
  /** Inside the output folder. */
  readonly path: string;
  readonly digest: Digest;
  /** Bytes. */
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
  /** Undefined for one that depends on the document whole: `parts` have its digest. */
}

/** What the jobs that ran in one run left. */
export interface Traces {
  readonly log: ReadLog;
  readonly jobs: readonly JobTrace[];
  readonly tables: readonly TableTrace[];
  /**
   * Digests of the documents, and of options, by the names of their roots in logs, as they were at the end of the run: these traces, and
   * those of earlier runs that have not gone, are right for them.
   */
  readonly documents: Readonly<Record<string, Digest>>;
  /** Jobs that there were in earlier runs and in this one not: nobody held their traces against the documents. */
  readonly gone: readonly string[];
}
