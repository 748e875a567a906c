import type { Doubt, FileOutcome } from '@nx-conductor/check';
import type { Failure } from '@nx-conductor/core';
import type { Step } from '@nx-conductor/outputs';
import type { Places } from '../compile/places';
import type { FileEdit } from './made-edit';
import type { ShownFinding } from './verdict-file';

/** A finding in a file, by its path as people know it. */
export type FileFinding = ShownFinding & { readonly file: string };

/** Counts of files by what became of them. */
export interface FileCounts {
  readonly total: number;
  /** Looked at in this run; of the others the verdict was known. */
  readonly judged: number;
  readonly kept: number;
  readonly approved: number;
  readonly rejected: number;
  readonly uncertain: number;
}

export const NO_FILES: FileCounts = { total: 0, judged: 0, kept: 0, approved: 0, rejected: 0, uncertain: 0 };

/** A file that was not approved, and why. */
export interface FileJudgement {
  readonly file: string;
  readonly outcome: Exclude<FileOutcome, 'approved'>;
  /** Why it is uncertain, or would be if it were not rejected. */
  readonly doubts: readonly Doubt[];
}

/** What judging some files came to. */
export interface Judgement {
  readonly files: FileCounts;
  /** In code-unit order of the files, then by place. */
  readonly findings: readonly FileFinding[];
  /** Findings that comments hold back. */
  readonly suppressed: readonly FileFinding[];
  readonly outcomes: readonly FileJudgement[];
}

export const NOTHING_JUDGED: Judgement = { files: NO_FILES, findings: [], suppressed: [], outcomes: [] };

/** What fixes did. */
export interface FixResult {
  /** Rules that conductor.json has from now on among those that mend artifacts. */
  readonly recorded: readonly string[];
  /** Files whose text is another, as people know them. */
  readonly files: readonly string[];
  readonly edits: readonly FileEdit[];
  /** Findings whose edits lay in the way of others and were not made. */
  readonly overlapping: readonly FileFinding[];
  /** Files that no local edit can mend: what makes them must be mended. */
  readonly regenerate: readonly string[];
}

/** What a run of `validate` came to. */
export interface ValidateRun extends Judgement {
  readonly project: string;
  readonly runId: string;
  /** Includes one that stands for all files that are rejected. */
  readonly failures: readonly Failure[];
  readonly warnings: readonly Failure[];
  readonly durationMs: number;
  /** Milliseconds. */
  readonly phases: { readonly read: number; readonly judge: number; readonly fix: number; readonly write: number };
  /** Only when fixes were asked for. */
  readonly fixed?: FixResult | undefined;
  /** Of a plan that was asked for with fixes: what generate would change, and a unified diff of each. */
  readonly steps: readonly Step[];
  readonly diffs: readonly string[];
  /** Why files were judged; only when asked for. */
  readonly why: readonly { readonly file: string; readonly reason: string }[];
  /** Files of which the run before in the same watch knew another verdict, or none; absent where there was none before. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** Where the inputs lie; absent when that could not be found out. */
  readonly places?: Places | undefined;
}

export const NOTHING_VALIDATED = { ...NOTHING_JUDGED, failures: [], warnings: [], phases: { read: 0, judge: 0, fix: 0, write: 0 }, steps: [], diffs: [], why: [] } satisfies Partial<ValidateRun>;
