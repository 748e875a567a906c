import type { Failure } from '@nx-conductor/core';
import type { TemplateCounts } from '@nx-conductor/generate';
import type { Artifact, Step } from '@nx-conductor/outputs';
import type { PatternPlace } from '../patterns/discover';
import type { FileEdit } from '../validate/made-edit';
import type { FileFinding, Judgement } from '../validate/result';

/** Phases of a run, in their order. */
export const PHASES = ['read', 'resolve', 'render', 'check', 'format', 'plan', 'apply'] as const;
export type Phase = (typeof PHASES)[number];

/** Milliseconds by phase; `check` only of a run in which rules mend or judge. */
export type PhaseTimes = Readonly<Record<Exclude<Phase, 'check'>, number> & { check?: number }>;

/** Why a job ran. */
export interface Why {
  readonly job: string;
  readonly artifact: string;
  readonly reason: string;
}

/** Counts of artifacts by what became of them. */
export interface ArtifactCounts {
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly kept: number;
  readonly removed: number;
  readonly conflicts: number;
  /** Bytes written. */
  readonly bytes: number;
}

/** Of the artifacts that were made in a run, what rules mended and what they left as it is. Files as people know them. */
export interface Mending {
  readonly edits: readonly FileEdit[];
  /** Findings whose edits lay in the way of others. */
  readonly overlapping: readonly FileFinding[];
  /** Files that no local edit mends. */
  readonly regenerate: readonly string[];
}

/** What a run of `generate` came to. */
export interface GenerateResult {
  readonly project: string;
  readonly failures: readonly Failure[];
  /** What is wrong but stood in nobody's way: broken patterns that the project does not use, a manifest that was damaged. */
  readonly warnings: readonly Failure[];
  readonly runId: string;
  readonly durationMs: number;
  readonly phases: PhaseTimes;
  readonly jobs: { readonly total: number; readonly ran: number; readonly kept: number; readonly failed: number };
  readonly artifacts: ArtifactCounts;
  readonly templates: TemplateCounts;
  readonly why: readonly Why[];
  /** Hand edits that lie there in place of what is generated, because someone decided so; relative to the project's root. */
  readonly edits: readonly string[];
  /** Steps that change something or stand in the way. */
  readonly steps: readonly Step[];
  /** With `--check`: a unified diff for each step. */
  readonly diffs: readonly string[];
  /** What rules say of the artifacts; undefined when no gate asks for it, or nothing had changed. */
  readonly judgement?: Judgement | undefined;
  /** What rules mended and could not mend; undefined when none mends, or nothing had changed. */
  readonly mending?: Mending | undefined;
  /** The patterns that there are; undefined when the run ended before it looked for them. */
  readonly places?: readonly PatternPlace[] | undefined;
  /** Nothing that matters had changed since the last run: no spec was parsed, no job looked at. */
  readonly unchanged: boolean;
}

/** The hand edits among artifacts. */
export const editsIn = (artifacts: readonly Artifact[]): string[] => artifacts.filter((artifact) => artifact.kept !== undefined).map((artifact) => artifact.path);

export const NO_ARTIFACTS: ArtifactCounts = { total: 0, created: 0, updated: 0, kept: 0, removed: 0, conflicts: 0, bytes: 0 };

/** Counts the steps of a plan. Bytes are known when it is applied. */
export function countSteps(steps: readonly Step[], total: number, bytes: number): ArtifactCounts {
  const of = (action: Step['action']) => steps.filter((step) => step.action === action).length;
  return { total, created: of('create'), updated: of('update'), kept: of('keep'), removed: of('remove'), conflicts: of('conflict'), bytes };
}
