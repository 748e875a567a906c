import { join } from 'node:path';
import { observe, type Looks, type Observed } from '@nx-conductor/outputs';
import type { Run } from './run';

/** Artifacts of which a thread looks at all sooner than this one does. */
export const MANY = 300;

/** Gives what lies at a path relative to the project's root; each is looked at once. */
export type LookOnce = (path: string) => Observed;

/**
 * Looks at the artifacts: from now on, by a thread, while this one finds out which of them are to be made; those that it
 * has not looked at are looked at when they are asked for. Under the lock, so that no other run writes meanwhile, and after
 * the run began, so that what is remembered of a file is never older than the look at it.
 */
export function beginToLook({ machine, project, found, index, warm }: Run): () => Promise<LookOnce> {
  const known = found.state === 'sound' ? found.manifest.artifacts : [];
  const looking = known.length >= MANY ? warm?.looker?.look(known.map(({ path }) => join(project.root, path))) : undefined;
  return async () => {
    const looks: Looks = (await looking) ?? new Map();
    const disk = { ...machine.disk, stat: (path: string) => (looks.has(path) ? looks.get(path) : machine.disk.stat(path)) };
    const seen = new Map<string, Observed>();
    return (path) => {
      let known = seen.get(path);
      if (known === undefined) seen.set(path, (known = observe(disk, join(project.root, path), index, path)));
      return known;
    };
  };
}
