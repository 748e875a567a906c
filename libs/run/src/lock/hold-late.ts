import { done, type Failure, type Outcome } from '@nx-conductor/core';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { holdProject } from './hold';

/** A lock that work takes only once it knows that it has something to change. */
export interface LateHold {
  /** Takes the lock. Throws {@link Overtaken} when it had to wait or something is not as the work saw it, and {@link LockedOut} when another run keeps the lock. */
  take(unchanged: () => boolean): Promise<void>;
}

/** Another run may have changed what the work looked at: it has to look again. The lock is held. */
export class Overtaken extends Error {}

/** The lock was not to be had. */
export class LockedOut extends Error {
  constructor(readonly failures: readonly Failure[]) {
    super('another run holds the project');
  }
}

/**
 * Does work that takes the lock of the project late, or never when it finds nothing to do. When another run may have worked on
 * the project before the lock was had, the work is done again, under the lock from the start.
 */
export async function holdLate<T>(machine: Machine, project: Project, onWait: ((holder: string) => void) | undefined, work: (hold: LateHold | undefined) => Promise<T>): Promise<Outcome<T>> {
  let release: (() => void) | undefined;
  const take = async (unchanged: () => boolean): Promise<void> => {
    const waited = await new Promise<boolean>((taken, refused) => {
      const holding = (waitedFor: boolean) => new Promise<void>((end) => {
        release = end;
        taken(waitedFor);
      });
      holdProject(machine, project, onWait, holding).then((outcome) => (outcome.ok ? undefined : refused(new LockedOut(outcome.failures))), refused);
    });
    if (waited || !unchanged()) throw new Overtaken();
  };
  try {
    return done(await work({ take }));
  } catch (error) {
    if (error instanceof LockedOut) return { ok: false, failures: error.failures };
    if (!(error instanceof Overtaken)) throw error;
    return done(await work(undefined));
  } finally {
    release?.();
  }
}
