import { join, sep } from 'node:path';
import type { Disk, Failure } from '@nx-conductor/core';

/**
 * Symbolic links that would lead artifacts out of the output folder: no folder below it may be a link, and the
 * output folder itself must lie inside `within` when all links are resolved. A file where a folder is needed stands in the
 * way too, but for one of which `ours` is true: the plan has it removed, or says what keeps it.
 */
export function checkLinks(disk: Disk, within: string, output: string, paths: readonly string[], shown: (absolute: string) => string, ours: (folder: string) => boolean = () => false): Failure[] {
  const real = disk.realPath(output);
  const home = disk.realPath(within) ?? within;
  if (real !== undefined && real !== home && !real.startsWith(home + sep)) return [linkFailure(shown(output), shown(output), `it is a link to ${real}, outside of ${shown(within) || 'the project'}`)];
  const failures: Failure[] = [];
  const checked = new Set<string>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at);
      if (checked.has(folder)) continue;
      checked.add(folder);
      const absolute = join(output, folder);
      const stat = disk.stat(absolute);
      if (stat?.kind === 'symlink') failures.push(linkFailure(shown(absolute), path, 'a folder on the way to it is a symbolic link'));
      else if (stat && stat.kind !== 'directory' && !ours(folder)) failures.push({ code: 'disk', place: { file: shown(absolute) }, operation: 'make the folder', errno: 'ENOTDIR' });
    }
  }
  return failures;
}

function linkFailure(file: string, path: string, reason: string): Failure {
  return { code: 'bad-path', place: { file }, path, reason };
}
