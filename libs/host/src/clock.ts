import type { Clock } from '@nx-conductor/core';

/** The machine's clock. */
export const realClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** Gives the event loop one turn, so that signal handlers can run; or waits for some milliseconds. */
export const pause = (ms = 0): Promise<void> => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
