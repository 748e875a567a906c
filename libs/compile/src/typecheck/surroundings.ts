import { dirname } from 'node:path';
import { digestOf, type Disk } from '@nx-conductor/core';
import { nameOf, pathOf } from './paths';
import type { TypecheckRequest } from './request';

/**
 * What decides beside the program's own files how a program is put together, each with a text that changes when it
 * does: tsconfigs, package.json files, and what is installed in every folder up to the root of the file system.
 * A folder is told by its time, which changes when an entry comes or goes.
 */
export function surroundingsOf(request: TypecheckRequest, packageJsons: readonly string[], sources: readonly string[], disk: Disk): Record<string, string> {
  const { root } = request;
  const contents = new Set([...request.configs, request.tsConfig, ...packageJsons].map((path) => nameOf(root, path)));
  const folders = new Set<string>();
  for (let folder = root; ; folder = dirname(folder)) {
    contents.add(nameOf(root, `${folder}/package.json`));
    for (const name of INSTALLED) folders.add(nameOf(root, `${folder}/${name}`));
    if (dirname(folder) === folder) break;
  }
  for (const folder of foldersOf(sources)) contents.add(`${folder}/package.json`);
  const found: Record<string, string> = {};
  for (const name of contents) {
    const path = pathOf(root, name);
    const bytes = disk.stat(path) && disk.read(path);
    found[name] = bytes ? digestOf(bytes) : 'absent';
  }
  for (const name of folders) {
    const stat = disk.stat(pathOf(root, name));
    found[name] = stat ? `${stat.mtimeMs} ${stat.inode}` : 'absent';
  }
  return found;
}

/** Where packages lie, and what package managers write when they have changed what lies there. */
const INSTALLED = ['node_modules', 'node_modules/@types', 'node_modules/.package-lock.json', 'node_modules/.yarn-state.yml', 'node_modules/.modules.yaml', '.pnp.cjs'];

/** Every folder below the root that sources lie in, directly or not. */
function foldersOf(sources: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const source of sources) {
    for (let end = source.lastIndexOf('/'); end > 0; end = source.lastIndexOf('/', end - 1)) {
      const folder = source.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** The first of these that is not as it was. A place that nobody looked at was as if nothing was there. */
export function changedSurrounding(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string | undefined {
  const at = (texts: Readonly<Record<string, string>>, name: string): string => (Object.hasOwn(texts, name) ? (texts[name] as string) : 'absent');
  return [...Object.keys(now), ...Object.keys(before)].find((name) => at(before, name) !== at(now, name));
}
