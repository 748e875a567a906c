import type { Clock, Disk } from '@nx-conductor/core';

/** The machine as a compile sees it. `libs/host` has the real one. */
export interface CompileMachine {
  readonly disk: Disk;
  readonly clock: Clock;
}
