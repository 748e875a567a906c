import type { OnConflict } from '@nx-conductor/outputs';
import { optimizationsIn, settleOptimizations, type AskedOptimizations, type Optimizations } from '../config/optimizations';
import type { Machine } from '../host';
import type { RecordOptions } from '../records/record';
import type { KeptJury } from '../validate/keep-jury';
import type { OnProgress } from './progress';

/** What people ask of one run of `generate`. What they leave open, `conductor.json` says. */
export interface GenerateOptions extends AskedOptimizations, RecordOptions {
  /** Write nothing; stale artifacts are a failure. */
  readonly check: boolean;
  /** Write nothing; the plan is the result. */
  readonly dryRun: boolean;
  /** Give the reason of every job that ran. */
  readonly explain: boolean;
  /** Run every job, whatever is known of it. */
  readonly force: boolean;
  /** Try all commands although one has failed, to hear of all that fail; nothing is written then either. */
  readonly keepGoing: boolean;
  /** Wins over `conductor.json`. */
  readonly onConflict?: OnConflict | undefined;
  /** Told once when the run has to wait for another on the same project, with who that is. */
  readonly onWait?: ((holder: string) => void) | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Who judges by rules, of whoever keeps it for more than this run, and closes it. */
  readonly jury?: KeptJury | undefined;
}

export const DEFAULT_OPTIONS: GenerateOptions = { check: false, dryRun: false, explain: false, force: false, keepGoing: false };

/** Options with nothing left open. With `force`, nothing is incremental. */
export type SettledOptions = Omit<GenerateOptions, keyof Optimizations> & Optimizations;

/** Settles what the options leave open, by the text of `conductor.json` where it is known. */
export function settleOptions(options: GenerateOptions, config: string | undefined, { processors }: Machine): SettledOptions {
  const settled = settleOptimizations(options, config === undefined ? {} : optimizationsIn(config), processors);
  return {
    ...options,
    cache: settled.cache,
    templateCache: settled.templateCache,
    incremental: settled.incremental && !options.force,
    // Asked late: most runs do nothing.
    get parallel() {
      return settled.parallel;
    },
  };
}
