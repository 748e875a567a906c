import type { AskedOptimizations, RecordOptions } from '@nx-conductor/run';
import type { Call } from './call';
import { tellHolder } from './terminal';
import type { Profile } from './profiled';

/** What the commands that do work are asked alike. */
export interface WorkOptions extends AskedOptimizations, RecordOptions {
  readonly check: boolean;
  readonly dryRun: boolean;
  readonly explain: boolean;
  readonly force: boolean;
  readonly onWait: (holder: string) => void;
}

/** Reads the options that the commands that do work have in common; of one that a command does not have it says that nobody asked for it. */
export function workOptions({ io, invocation: { options }, optimizations }: Call, profile: Profile): WorkOptions {
  const asked = (name: string): boolean => options[name] === true;
  return {
    ...optimizations,
    check: asked('check'),
    dryRun: asked('dry-run'),
    explain: asked('explain'),
    force: asked('force'),
    onWait: tellHolder(io),
    record: options['record'] !== false,
    onEvent: profile.onEvent,
  };
}
