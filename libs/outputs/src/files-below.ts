import { join } from 'node:path';
import type { Disk } from '@nx-conductor/core';

/** Everything in a folder, however deep, that is no folder itself: paths that begin with `path`, which is relative to `root`. */
export function filesBelow(disk: Disk, root: string, path: string): string[] {
  return (disk.list(join(root, path)) ?? []).flatMap(({ name, kind }) => (kind === 'directory' ? filesBelow(disk, root, `${path}/${name}`) : [`${path}/${name}`]));
}
