import { dirname, join } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Places } from '../compile/places';
import { CONFIG_FILE } from '../config/read';
import type { Project } from '../project/project';
import { rulesFolder } from '../rules/find-rules';
import type { Ground } from './ground';

/** Where the inputs of a run lie: configuration, manifest, rules, the folders of the files that were judged, and artifacts that may come back. */
export function placesOf(disk: Disk, project: Project, { rules }: Ground, paths: readonly string[], absent: readonly string[] = []): Places {
  const own = rulesFolder(project);
  // Of the paths as they are: many files share a folder, and joining takes longer.
  const below = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  const folders = new Set([...(disk.stat(own) ? [own] : []), ...rules.map(({ path }) => dirname(path)), ...[...below].map((folder) => join(project.root, folder))]);
  return { files: [join(project.root, CONFIG_FILE), project.manifest, own, ...absent], folders: [...folders], outputs: [] };
}
