import type { Failure } from '@nx-conductor/core';
import type { AskedOptimizations, Edition, Machine, Warm, WatchFolder } from '@nx-conductor/run';
import type { Invocation } from './parse';
import type { Every } from './progress';
import type { Terminal } from './terminal';

/** One call of the command, with everything it may use. */
export interface Call {
  readonly io: Terminal;
  readonly invocation: Invocation;
  readonly machine: Machine;
  readonly edition: Edition;
  /** What the options and the environment say of what spares work. */
  readonly optimizations: AskedOptimizations;
  readonly watchFolder: WatchFolder;
  /** Done by a watch while nobody waits for it, so that it need not be done in a run. */
  readonly rest: () => void;
  readonly every: Every;
  /** Of a process that runs more than one command. */
  readonly warm: Warm | undefined;
  /** Tells what is wrong on standard error; warnings not with `--quiet`. */
  complain(failures: readonly Failure[], severity?: 'error' | 'warning'): void;
  /** Tells failures as the options ask, and gives the exit code. */
  fail(failures: readonly Failure[], project: string | null): number;
  /** Prints a result: the document under `--json`, else the text; and gives the exit code of what was found. */
  tell(project: string | null, document: object, text: string, failures?: readonly Failure[]): number;
}
