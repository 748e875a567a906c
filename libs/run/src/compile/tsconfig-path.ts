import { join, resolve } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Config } from '../config/config';
import type { Project } from '../project/project';

/** Files that tell how a folder is compiled, the one that is meant for builds first. */
export const TSCONFIGS = ['tsconfig.lib.json', 'tsconfig.json'] as const;

/** What names a tsconfig: the command line, relative to a folder, and `conductor.json`. */
export interface TsconfigWish {
  readonly asked: string | undefined;
  readonly from: string;
  readonly config: Config | undefined;
}

/** The tsconfig of a project: the one that is asked for, the one that conductor.json names, or its own. Absolute; it need not be there. */
export function tsconfigOf(disk: Disk, project: Project, { asked, from, config }: TsconfigWish): string {
  if (asked !== undefined) return resolve(from, asked);
  const named = config?.compile?.tsConfig;
  return named === undefined ? (ownTsconfig(disk, project.root) ?? join(project.root, 'tsconfig.json')) : resolve(project.root, named);
}

/** The tsconfig of a folder for which nothing names one. Absolute; undefined when there is none. */
export const ownTsconfig = (disk: Disk, root: string): string | undefined => TSCONFIGS.map((name) => join(root, name)).find((path) => disk.stat(path));
