import type { Clock } from '@nx-conductor/core';

/** The machine's clock. */
export const realClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };
