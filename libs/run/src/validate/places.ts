import { dirname, join } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Places } from '../compile/places';
import { CONFIG_FILE } from '../config/read';
import type { Project } from '../project/project';
import { rulesFolder } from '../rules/find-rules';
import type { Ground } from './ground';

/** Where the inputs of a run lie: configuration, manifest, rules, and the folders of the files that were judged. */
export function placesOf(disk: Disk, project: Project, { rules }: Ground, paths: readonly string[]): Places {
  const own = rulesFolder(project);
  const folders = new Set([...(disk.stat(own) ? [own] : []), ...rules.map(({ path }) => dirname(path)), ...paths.map((path) => dirname(join(project.root, path)))]);
  return { files: [join(project.root, CONFIG_FILE), project.manifest, own], folders: [...folders], outputs: [] };
}
