import { Script } from 'node:vm';

/** The one variable through which the script below gets its work: a script of Node's `vm` has no arguments. */
const WORK = '__conductorWork';

/**
 * Does synchronous work of others' (templates, helpers), so that Ctrl-C ends it even when it never comes back: a listener
 * of a signal is called between pieces of work only, and an endless loop has no between. Node ends a script of `vm` from
 * a thread of its own, at the cost of starting it (0.2 ms). SIGTERM and SIGHUP wait until the work is done.
 *
 * Returns what the work returns, throws what it throws. An interrupted work is told to the listeners of SIGINT; where
 * there is none, or one that lets the process live, it throws.
 */
export function interruptible<T>(work: () => T): T {
  // In the context that scripts run in, which a test's own globals are not those of.
  const swap = new Script(`(work) => { const outer = globalThis.${WORK}; globalThis.${WORK} = work; return outer; }`).runInThisContext() as (work: unknown) => unknown;
  const outer = swap(work);
  try {
    return new Script(`${WORK}()`, { filename: 'interruptible' }).runInThisContext({ breakOnSigint: true, displayErrors: false }) as T;
  } catch (error) {
    if (!isInterrupt(error)) throw error;
    // Node has taken the signal for itself: no listener has heard of it.
    if (!process.emit('SIGINT', 'SIGINT')) process.kill(process.pid, 'SIGINT');
    throw error;
  } finally {
    swap(outer);
  }
}

function isInterrupt(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
}
