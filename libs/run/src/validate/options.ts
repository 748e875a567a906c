import type { AskedOptimizations } from '../config/optimizations';
import type { RecordOptions } from '../records/record';
import type { KeptJury } from './keep-jury';
import type { Ahead } from './look-ahead';
import type { Recollection } from './recollection';

/** What people ask of one run of `validate`. */
export interface ValidateOptions extends AskedOptimizations, RecordOptions {
  /** Write nothing. With `fix`: what would change is a failure. */
  readonly check: boolean;
  /** Write nothing. With `fix`: what would change is the result. */
  readonly dryRun: boolean;
  /** Give the reason why each file was judged. */
  readonly explain: boolean;
  /** Judge every file, whatever is known of it. */
  readonly force: boolean;
  /** Mend what can be mended. */
  readonly fix: boolean;
  /** Uncertain files are a failure too. */
  readonly strict: boolean;
  /** Globs of further files, relative to the project: what people wrote themselves. */
  readonly files: readonly string[];
  readonly onWait?: ((holder: string) => void) | undefined;
  /** Who judges, as it is kept between the runs of a watch. Whoever made it closes it. */
  readonly jury?: KeptJury | undefined;
  /** What the runs of a watch keep. */
  readonly recollection?: Recollection | undefined;
  /** Absolute paths at which a watch heard of changes since the last run; undefined when there may be others. */
  readonly heard?: ReadonlySet<string> | undefined;
  /** What was found out of them before this run began. */
  readonly ahead?: Ahead | undefined;
}
