import type { Failure } from '@nx-conductor/core';
import type { CompileRun, TypecheckRun } from '../compile/result';
import type { GenerateResult } from '../generate/result';
import type { ValidateRun } from '../validate/result';

/** Phases of a pipeline, in their order. */
export const PIPELINE_PHASES = ['generate', 'validate', 'compile', 'typecheck'] as const;
export type PipelinePhase = (typeof PIPELINE_PHASES)[number];

/** What a phase did. */
export type PhaseWork =
  | { readonly phase: 'generate'; readonly result: GenerateResult }
  | { readonly phase: 'validate'; readonly result: ValidateRun }
  | { readonly phase: 'compile'; readonly result: CompileRun }
  | { readonly phase: 'typecheck'; readonly result: TypecheckRun };

/** A phase that had nothing to do in this project, or that was not reached. */
export interface PhaseSkipped {
  readonly phase: PipelinePhase;
  /** For people. */
  readonly skipped: string;
}

/** How a phase ended. */
export type PhaseEnd = (PhaseWork & { readonly durationMs: number }) | PhaseSkipped;

/** What a run of `pipeline` came to. */
export interface PipelineResult {
  readonly project: string;
  /** Of the phase that failed; the ones after it are skipped. */
  readonly failures: readonly Failure[];
  readonly durationMs: number;
  /** Every phase, in order. */
  readonly phases: readonly PhaseEnd[];
}
