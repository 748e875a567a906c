import { DiskError } from '@nx-conductor/core';
import type { Machine } from '../host';
import { takeProject } from '../lock/hold';
import { readObject, type Project } from '../project/project';
import { good, problem, warning, type Check } from './check';

/** Whether a lock keeps others out, and what runs left of theirs. */
export async function checkLocks(machine: Machine, projects: readonly Project[]): Promise<Check[]> {
  const checks: Check[] = [];
  let proven: boolean | undefined;
  try {
    for (const project of projects) {
      const left = readObject(machine.disk, project.holder)['pid'];
      const lock = await takeProject(machine, project);
      if (!lock.held) {
        checks.push(warning(project.name, `a run holds it: ${lock.holder ? `process ${lock.holder.pid} on ${lock.holder.host}` : 'a process that has not said which'}`, 'wait for it; a process that is stopped keeps its lock until it goes on or is killed'));
        continue;
      }
      if (proven === undefined) {
        const second = await takeProject(machine, project);
        proven = !second.held;
        if (second.held) second.release();
      }
      lock.release();
      // The kernel's lock went with its process; only the card for people stayed, and is gone now.
      if (left !== undefined) checks.push(good(project.name, `process ${String(left)} was killed while it held the lock; nothing of that is left`));
    }
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return [problem('locks', `${(projects[0] as Project).shown(error.path)} cannot be locked: ${error.errno}`, 'put the workspace on a file system with locks')];
  }
  if (proven === false) checks.push(problem('locks', 'this file system lets two processes have one lock', 'put the workspace on a local disk, or never let two runs meet'));
  if (proven === true) checks.unshift(good('locks', 'a second process is kept out'));
  return checks;
}
