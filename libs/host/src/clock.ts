import type { Clock } from '@nx-conductor/core';

/** The machine's clock. */
export const realClock: Clock = { now: () => Date.now(), elapsed };

/** Not `performance.now`: that loads a module of Node's which a short run would not need otherwise. */
function elapsed(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

/** A number from 0 to 1, another in every process: the engine takes its seed from the operating system. */
export const chance = (): number => Math.random();

/** Gives the event loop one turn, so that signal handlers can run; or waits for some milliseconds. */
export const pause = (ms = 0): Promise<void> => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));

/** Does something again and again, so many milliseconds apart, until what it returns is called. It keeps no process alive. */
export function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms);
  timer.unref();
  return () => clearInterval(timer);
}
