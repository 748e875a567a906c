import type { OnConflict } from '@nx-conductor/outputs';
import type { OnProgress } from './progress';

/** What people ask of one run of `generate`. */
export interface GenerateOptions {
  /** Write nothing; stale artifacts are a failure. */
  readonly check: boolean;
  /** Write nothing; the plan is the result. */
  readonly dryRun: boolean;
  /** Give the reason of every job that ran. */
  readonly explain: boolean;
  /** Use the store. Without it nothing is taken from earlier runs, and nothing left for later ones. */
  readonly cache: boolean;
  /** Run every job, whatever is known of it. */
  readonly force: boolean;
  /** Most formatter calls at a time. */
  readonly parallel: number;
  /** Wins over `conductor.json`. */
  readonly onConflict?: OnConflict | undefined;
  /** Told once when the run has to wait for another on the same project, with who that is. */
  readonly onWait?: ((holder: string) => void) | undefined;
  readonly onProgress?: OnProgress | undefined;
}

export const DEFAULT_OPTIONS: GenerateOptions = { check: false, dryRun: false, explain: false, cache: true, force: false, parallel: 2 };
