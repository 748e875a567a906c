import type { Clock } from '@nx-conductor/core';

/** The machine's clock. */
export const realClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** Gives the event loop one turn, so that signal handlers can run. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
