import type { Resident } from '@nx-conductor/compile';
import type { OnConflict } from '@nx-conductor/outputs';
import type { AskedOptimizations } from '../config/optimizations';
import type { OnProgress } from '../generate/progress';
import type { RecordOptions } from '../records/record';
import type { PipelinePhase } from './result';

/** What people ask of one run of `pipeline`; each phase takes what it knows of. */
export interface PipelineOptions extends AskedOptimizations, RecordOptions {
  /** The folder that paths are relative to. Absolute. */
  readonly from: string;
  /** Write nothing; what is stale is a failure. */
  readonly check: boolean;
  /** Write nothing; what would change is the result. */
  readonly dryRun: boolean;
  /** Give the reason of every job that ran. */
  readonly explain: boolean;
  /** Do everything, whatever is known of it. */
  readonly force: boolean;
  /** Of generate: try all commands although one has failed. */
  readonly keepGoing: boolean;
  /** Phases to leave out. */
  readonly skip: readonly PipelinePhase[];
  readonly onConflict?: OnConflict | undefined;
  readonly tsConfig?: string | undefined;
  /** Told once when the run has to wait for another on the same project, with who that is. */
  readonly onWait?: ((holder: string) => void) | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** TypeScript as it is kept between the runs of a watch. Whoever made it closes it. */
  readonly resident?: Resident | undefined;
}
