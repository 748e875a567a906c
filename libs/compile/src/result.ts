import type { Finding } from './finding';

/** What a compile did or, in mode `plan`, would do. */
export interface CompileResult {
  readonly sources: {
    readonly total: number;
    /** Compiled or copied again, without errors. */
    readonly compiled: number;
    /** Nothing that they depend on has changed: not read, or read and found the same. */
    readonly kept: number;
    /** In the manifest and not in the request any more. */
    readonly removed: number;
    /** Refused: an error is among the findings, and none of their outputs is there. */
    readonly failed: number;
  };
  readonly outputs: {
    readonly total: number;
    readonly written: number;
    /** Not touched, those among them that were made again and came out with the same bytes. */
    readonly kept: number;
    readonly removed: number;
    /** Of what was written. */
    readonly bytes: number;
  };
  /** What was or would be written or removed, in code-unit order of the paths. Made when it is looked at. */
  readonly changes: readonly OutputChange[];
  /** In order of file and place. */
  readonly findings: readonly Finding[];
  /** Why each source that was compiled, copied or removed was, in code-unit order. */
  readonly why: readonly CompileReason[];
  /** Milliseconds. `emit` holds the reading, compiling and writing of what changed. */
  readonly phases: { readonly read: number; readonly emit: number; readonly write: number };
}

/** One output that does not stay as it was. */
export interface OutputChange {
  readonly action: 'create' | 'update' | 'remove';
  /** Absolute. */
  readonly path: string;
}

/** Why one source did not stay as it was, with the values that show it. */
export interface CompileReason {
  /** Relative to the project's root. */
  readonly source: string;
  readonly reason: string;
}
