import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the bench and the root of the repository it measures. */
export const benchFolder = fileURLToPath(new URL('..', import.meta.url));
export const repositoryFolder = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Where an npm package of this bench lies. Looked up as a path, since several of the packages export neither their
 * package.json nor the files that are wanted here.
 *
 * @param {string} name
 */
export function packageFolder(name) {
  const folder = join(benchFolder, 'node_modules', name);
  if (!existsSync(join(folder, 'package.json'))) {
    throw new Error(`the package ${name} is not installed; run: npm --prefix tools/bench ci`);
  }
  return folder;
}

/** @param {string} name @returns {string} its version */
export function packageVersion(name) {
  return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')).version;
}
