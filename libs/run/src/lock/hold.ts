import { done, failed, type Lock, type LockHolder, type Outcome } from '@nx-conductor/core';
import type { Machine } from '../host';
import type { Project } from '../project/project';

/** How long a run waits for another on the same project, in milliseconds: longer than runs take, shorter than patience. */
const WAIT_MS = 60_000;

/** Between two looks: short at first, because most runs are. */
const FIRST_LOOK_MS = 20;
const MOST_BETWEEN_MS = 250;

/**
 * Does a piece of work, told whether it had to wait, while no other run works on the project. When another does, says so once by `onWait` and waits;
 * after {@link WAIT_MS} that is the failure `locked`. `first` is an attempt that was begun before. The lock is released whatever comes of the work, and by the
 * operating system when the process dies.
 */
export async function holdProject<T>(machine: Machine, project: Project, onWait: ((holder: string) => void) | undefined, work: (waited: boolean) => Promise<T>, first?: Promise<Lock>): Promise<Outcome<T>> {
  const started = machine.clock.elapsed();
  let told = false;
  for (let between = FIRST_LOOK_MS; ; between = Math.min(between * 2, MOST_BETWEEN_MS)) {
    const lock = await (first !== undefined && between === FIRST_LOOK_MS ? first : takeProject(machine, project));
    if (lock.held) {
      try {
        return done(await work(between > FIRST_LOOK_MS));
      } finally {
        lock.release();
      }
    }
    const holder = describeHolder(lock.holder);
    if (machine.clock.elapsed() - started >= WAIT_MS) return failed({ code: 'locked', place: { file: project.shown(project.root) }, holder });
    // Not at the first look: the holder may not have said yet who it is.
    if (!told && between > FIRST_LOOK_MS) {
      onWait?.(holder);
      told = true;
    }
    await machine.pause(between);
  }
}

/** Tries once to take the lock of a project. */
export function takeProject({ locks }: Machine, project: Project): Promise<Lock> {
  return locks.take(project.root, project.holder);
}

function describeHolder(holder: LockHolder | undefined): string {
  return holder ? `process ${holder.pid} on ${holder.host}, since ${new Date(holder.since).toISOString()}` : 'a process that has not said which';
}
