import type { Lock, Locks } from '@nx-conductor/core';

/** Locks of which each is taken once, and kept by all who ask again until `release`. */
export interface HeldLocks extends Locks {
  release(): void;
}

/**
 * Locks for the phases of one run: what the first phase takes, the later ones have, so that no other run comes between
 * them, and no process is started for a lock that is held already. `taking` is told before each that is not.
 */
export function holdOnce(locks: Locks, taking: () => void): HeldLocks {
  const held = new Map<string, Extract<Lock, { held: true }>>();
  return {
    async take(folder, card) {
      const known = held.get(folder);
      if (!known) taking();
      const lock = known ?? (await locks.take(folder, card));
      if (!lock.held) return lock;
      held.set(folder, lock);
      return { held: true, release: () => undefined };
    },
    release() {
      for (const lock of held.values()) lock.release();
      held.clear();
    },
  };
}
