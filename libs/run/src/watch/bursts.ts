/** Joins changes that come in a burst, as when an editor saves or git checks out. */
export interface Bursts {
  /** Something changed. */
  ring(): void;
  /** Forgets the changes so far: the run that begins now sees them. */
  clear(): void;
  /**
   * Resolves once something has changed since {@link clear} and then nothing for a moment. `first` is called at the first
   * change, `anew` then and whenever more had changed: nothing that was heard before it resolves came after the last call.
   */
  heard(first: () => void, anew: () => void): Promise<void>;
}

/** A burst ends after so many milliseconds without a change: saves of an editor take less, and nobody feels it. */
const QUIET_MS = 8;

/** A burst that goes on is acted on after so many milliseconds; what comes later is another. */
const MOST_MS = 120;

/** Listens from now on; `wait` waits for some milliseconds, of none for one turn of the event loop. */
export function createBursts(wait: (ms: number) => Promise<void>): Bursts {
  let rings = 0;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rings += 1;
      wake?.();
    },
    clear: () => void (rings = 0),
    async heard(first, anew) {
      if (rings === 0) await new Promise<void>((resolve) => (wake = resolve));
      wake = undefined;
      for (let waited = 0; waited < MOST_MS; waited += QUIET_MS) {
        const before = rings;
        const quiet = wait(QUIET_MS);
        // Within the time that is waited anyway.
        if (waited === 0) first();
        anew();
        await quiet;
        // A process that was busy hears now of what came meanwhile: its timers go first.
        await wait(0);
        if (rings === before) return;
      }
      anew();
    },
  };
}
