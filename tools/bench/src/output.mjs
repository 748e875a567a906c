import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * What lies in an output folder: how many files, how many bytes, and one digest over paths and contents, by which two
 * outputs are told apart.
 *
 * @param {string} folder
 * @param {(path: string) => boolean} [counts] which files belong to it; all of them unless said otherwise
 * @returns {{ files: number, bytes: number, digest: string }}
 */
export function describeOutput(folder, counts = () => true) {
  const paths = existsSync(folder) ? filesIn(folder).filter(counts).sort() : [];
  const hash = createHash('sha256');
  let bytes = 0;
  for (const path of paths) {
    const content = readFileSync(join(folder, path));
    bytes += content.length;
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return { files: paths.length, bytes, digest: hash.digest('hex') };
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}
