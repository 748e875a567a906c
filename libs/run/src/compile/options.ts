import type { Fallback } from '../config/config';
import type { AskedOptimizations } from '../config/optimizations';
import type { OnProgress } from '../generate/progress';
import type { RecordOptions } from '../records/record';

/** Files that go to the output folder as they are: a glob, or a glob in a folder with a place for them. Paths are absolute or relative to {@link CompileOptions.from}. */
export type Asset = string | { readonly glob: string; readonly input: string; readonly output: string; readonly ignore?: readonly string[] | undefined };

/** What people ask of one run of `compile`. Paths are absolute or relative to `from`; what is absent, conductor.json and the tsconfig say. */
export interface CompileOptions extends AskedOptimizations, RecordOptions {
  /** The folder that paths are relative to. Absolute. */
  readonly from: string;
  /** Write nothing; stale outputs are a failure. */
  readonly check: boolean;
  /** Write nothing; what would change is the result. */
  readonly dryRun: boolean;
  /** Compile every source, whatever is known of it. */
  readonly force: boolean;
  readonly tsConfig?: string | undefined;
  readonly outputPath?: string | undefined;
  readonly rootDir?: string | undefined;
  readonly fallback?: Fallback | undefined;
  /** Entry point of the package: its package.json is put beside the outputs. */
  readonly main?: string | undefined;
  readonly additionalEntryPoints?: readonly string[] | undefined;
  /** Gives that package.json an `exports`. */
  readonly exportsField?: boolean | undefined;
  /** Whether there is a package.json among the outputs; true when absent and `main` is given. */
  readonly packageJson?: boolean | undefined;
  readonly assets?: readonly Asset[] | undefined;
  /** Told once when the run has to wait for another on the same project, with who that is. */
  readonly onWait?: ((holder: string) => void) | undefined;
  readonly onProgress?: OnProgress | undefined;
}
