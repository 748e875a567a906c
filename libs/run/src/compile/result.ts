import type { CompileReason, Finding, OutputChange, TypecheckResult } from '@nx-conductor/compile';
import type { Failure } from '@nx-conductor/core';
import type { Places } from './places';

/** What a run of `compile` came to. */
export interface CompileRun {
  readonly project: string;
  /** Includes one that stands for all errors among the findings. */
  readonly failures: readonly Failure[];
  readonly warnings: readonly Failure[];
  readonly durationMs: number;
  /** Milliseconds. */
  readonly phases: { readonly read: number; readonly emit: number; readonly write: number };
  readonly sources: { readonly total: number; readonly compiled: number; readonly kept: number; readonly removed: number; readonly failed: number };
  readonly outputs: { readonly total: number; readonly written: number; readonly kept: number; readonly removed: number; readonly bytes: number };
  /** Their files are paths as people know them. */
  readonly findings: readonly Finding[];
  /** Paths as people know them; empty unless a plan was asked for. */
  readonly changes: readonly OutputChange[];
  readonly why: readonly CompileReason[];
  /** Where the inputs lie; absent when that could not be found out. */
  readonly places?: Places | undefined;
}

export const NOTHING_COMPILED = {
  phases: { read: 0, emit: 0, write: 0 },
  sources: { total: 0, compiled: 0, kept: 0, removed: 0, failed: 0 },
  outputs: { total: 0, written: 0, kept: 0, removed: 0, bytes: 0 },
  findings: [],
  changes: [],
  why: [],
  failures: [],
  warnings: [],
} satisfies Partial<CompileRun>;

/** What a run of `typecheck` came to. */
export interface TypecheckRun {
  readonly project: string;
  /** Includes one that stands for all errors among the findings. */
  readonly failures: readonly Failure[];
  readonly durationMs: number;
  readonly mode: TypecheckResult['mode'];
  readonly files: TypecheckResult['files'];
  /** Milliseconds. */
  readonly phases: TypecheckResult['phases'];
  /** Their files are paths as people know them. */
  readonly findings: readonly Finding[];
  readonly why: TypecheckResult['why'];
  /** Where the inputs lie; absent when that could not be found out. */
  readonly places?: Places | undefined;
}
