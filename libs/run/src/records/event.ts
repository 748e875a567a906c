import type { TypecheckResult } from '@nx-conductor/compile';
import type { TemplateCounts } from '@nx-conductor/generate';
import type { CompileRun } from '../compile/result';
import type { ArtifactCounts, GenerateResult } from '../generate/result';
import type { FileCounts } from '../validate/result';

/*
 * What a run tells while it happens. Metrics, profile, report and progress are folds over these events: there is no
 * other source. On disk a run is `.conductor/runs/<id>.jsonl`, an event a line, the first a `start`, the last an `end`
 * unless the run was killed or met a bug:
 *
 *   {"event":"start","schema":1,"run":"20260102-030405-006-abcdef","command":"generate","project":"api","time":1767323045006,"version":"0.1.0","platform":"linux-x64"}
 *   {"event":"phase","phase":"read","at":0.012,"ms":3.1}
 *   {"event":"job","job":"letters/letter.ejs ← spec#/letters/Alpha","artifacts":["out/letters/alpha.txt"],"reason":"spec spec#/letters/Alpha/n: 1 → 2","at":4.2,"ms":0.31,"bytes":21}
 *   {"event":"changes","created":[],"updated":["out/letters/alpha.txt"],"removed":[],"conflicts":[]}
 *   {"event":"end","ok":true,"durationMs":9,"jobs":{…},"artifacts":{…},"templates":{…}}
 *
 * `at` and `ms` are milliseconds; `at` counts from the start of the run. Environment values are never among the fields.
 */
export type RunEvent = StartEvent | PhaseEvent | JobEvent | CommandEvent | ChangesEvent | FindingEvent | FailureEvent | EndEvent;

export interface StartEvent {
  readonly event: 'start';
  readonly schema: 1;
  readonly run: string;
  readonly command: string;
  readonly project: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Of Conductor. */
  readonly version: string;
  readonly platform: string;
}

/** A phase that is over. A phase that is entered twice is told twice. */
export interface PhaseEvent {
  readonly event: 'phase';
  readonly phase: string;
  readonly at: number;
  readonly ms: number;
}

/** A job that ran. Of one that a process does, `at` is the end, and the time is that of its {@link CommandEvent}. */
export interface JobEvent {
  readonly event: 'job';
  readonly job: string;
  /** What it made, relative to the project's root; none when the rule gives none for the item. */
  readonly artifacts: readonly string[];
  readonly reason: string;
  readonly at: number;
  readonly ms: number;
  /** Of the text that it made, before formatting. */
  readonly bytes: number;
}

/** A process that ran for a job, or one that needed not to because its results were in the store. */
export interface CommandEvent {
  readonly event: 'command';
  readonly job: string;
  readonly program: string;
  readonly at: number;
  readonly ms: number;
  readonly stored: boolean;
  /** Null when a signal ended it, or when it did not run. */
  readonly exitCode: number | null;
}

/** What was written and removed, and what stood in the way. Paths are relative to the project's root. */
export interface ChangesEvent {
  readonly event: 'changes';
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly conflicts: readonly string[];
}

/** Something that is wrong in a source. */
export interface FindingEvent {
  readonly event: 'finding';
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  /** As people know it. */
  readonly file: string;
  readonly line?: number;
}

/** Why the run failed, or what it warns of. */
export interface FailureEvent {
  readonly event: 'failure' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** What the run came to: counts under the names that `--json` has for them. */
export interface EndEvent {
  readonly event: 'end';
  readonly ok: boolean;
  readonly durationMs: number;
  readonly jobs?: GenerateResult['jobs'];
  readonly artifacts?: ArtifactCounts;
  readonly templates?: TemplateCounts;
  readonly sources?: CompileRun['sources'];
  readonly outputs?: CompileRun['outputs'];
  readonly files?: TypecheckResult['files'];
  readonly verdicts?: FileCounts;
  /** Of the store. */
  readonly entries?: { readonly removed: number; readonly removedBytes: number; readonly left: number; readonly leftBytes: number };
}
