import type { Disk } from '@nx-conductor/core';
import { readManifest } from '@nx-conductor/outputs';
import type { Project } from '../project/project';

/**
 * Whether `generate` has run and made nothing that TypeScript compiles, as of a spec that has become empty. Then a project
 * without sources is no mistake: what was compiled of earlier ones is removed.
 */
export function madeNone(disk: Disk, project: Project): boolean {
  const found = readManifest(disk, project.manifest);
  return found.state === 'sound' && !found.manifest.artifacts.some(({ path }) => /\.[cm]?tsx?$/.test(path));
}
