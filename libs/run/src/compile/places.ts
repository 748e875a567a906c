import { dirname, sep } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Project } from '../project/project';
import type { Watched } from '../watch/stay';

/** Where the inputs of a compile lie. Absolute. */
export interface Places {
  /** Configuration and assets. */
  readonly files: readonly string[];
  /** Folders in which every file may matter; not those below them. */
  readonly folders: readonly string[];
  /** What happens in these folders is our own doing. */
  readonly outputs: readonly string[];
}

/** A watch of such places. Outputs are our own doing; of what lies in `.conductor` the manifest is an input, and rules are. */
export function watchedSources(disk: Disk, project: Project, { files, folders, outputs }: Places): Watched {
  return {
    // Of a file that may come: the nearest folder that there is.
    folders: () => new Set([...folders, ...files.map((path) => nearest(disk, dirname(path)))]),
    matters(path) {
      // A folder on the way to an input may have come or gone.
      const isOnTheWay = (place: string) => place === path || place.startsWith(path + sep);
      if (files.some(isOnTheWay)) return !outputs.includes(path);
      return (folders.includes(dirname(path)) || folders.some(isOnTheWay)) && !outputs.some((folder) => isWithin(folder, path)) && (!isWithin(project.conductor, path) || folders.includes(dirname(path)));
    },
  };
}

function nearest(disk: Disk, folder: string): string {
  return disk.stat(disk.realPath(folder) ?? folder)?.kind === 'directory' || dirname(folder) === folder ? folder : nearest(disk, dirname(folder));
}

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);
