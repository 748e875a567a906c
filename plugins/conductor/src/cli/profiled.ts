import { done, type Outcome } from '@nx-conductor/core';
import type { RunEvent } from '@nx-conductor/run';
import type { Call } from './call';

/** What `--profile` adds to a command. */
export interface Profile {
  readonly onEvent: ((event: RunEvent) => void) | undefined;
  /** The exit code of the command, or that of a trace that could not be written. */
  exitCode(ofCommand: number): number;
}

const NONE: Profile = { onEvent: undefined, exitCode: (code) => code };

/** Makes ready for `--profile FILE`, which few runs have: nothing is loaded for the others. */
export async function profiled(call: Call): Promise<Outcome<Profile>> {
  const file = call.invocation.options['profile'];
  return typeof file === 'string' ? (await import('./later')).writeProfile(call, file) : done(NONE);
}
