import type { Content, Digest, Outcome } from '@nx-conductor/core';
import type { PlannedCommand } from '../command/planned';

/** One output rule of a pattern × one item: the unit of incremental work. */
export type Job = RenderJob | CommandJob;

interface AnyJob {
  /** `<pattern>/<template> ← <spec><pointer>`: stable from run to run, unique in a project. */
  readonly id: string;
  /** Why its artifacts exist, in words. */
  readonly reason: string;
  /** `pattern.json` of its pattern, as people know it. */
  readonly file: string;
  /** Roles of its artifacts, for rules; absent when its output rule names none. */
  readonly kinds?: readonly string[] | undefined;
  /** What it depends on whole, as far as that is known before it runs; digests by what they are of. */
  readonly parts: Readonly<Record<string, Digest>>;
  /** Digest of a part that an earlier run of it used, as it is now; undefined when there is none any more. */
  readonly partNow: (name: string) => Digest | undefined;
}

/** A job that is done in this process. */
export interface RenderJob extends AnyJob {
  /** Renders it, and notes what it read. */
  readonly run: () => Outcome<Rendered>;
}

/** A job that a program of others does. */
export interface CommandJob extends AnyJob {
  /** Absolute path of the pattern's folder. */
  readonly folder: string;
  /** Finds what to run, and notes what was read for that. */
  readonly prepare: () => Outcome<Prepared>;
}

/** A file that a job made. */
export interface RenderedFile {
  /** Inside the output folder. */
  readonly path: string;
  readonly content: Content;
}

/** From what a job made something. */
interface Noted {
  readonly parts: Readonly<Record<string, Digest>>;
  /** Numbers of sets of reads in the log of the run's watch. */
  readonly sets: readonly number[];
}

/** What a job made, and from what. */
export interface Rendered extends Noted {
  /** None when the rule's `when` gives the item no artifact. */
  readonly files: readonly RenderedFile[];
}

/** What a command job is to run. */
export interface Prepared extends Noted {
  /** Inside the output folder; what the command leaves goes there. Empty for the output folder itself. */
  readonly folder: string;
  /** Undefined when the rule's `when` gives the item no artifact. */
  readonly command: PlannedCommand | undefined;
}
