import { posix } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import { isObject } from '@nx-conductor/core';
import type { ExecutorOptions } from './command-line';

/** An option of a cached task that names files which Nx does not know of. */
export interface Unhashed {
  readonly option: string;
  readonly path: string;
  /** The files are read and a change would not be seen, or they are written and a hit would not bring them back. */
  readonly list: 'inputs' | 'outputs';
}

/**
 * Options whose files are no inputs, or no outputs, of the target that they are given to: the inferred ones follow from
 * conductor.json and the tsconfig that it leads to. Inputs by name, such as `default`, are believed to have them, and so are
 * those of a target that has none of its own.
 */
export function unhashed(command: string, options: ExecutorOptions, target: TargetConfiguration, root: string): Unhashed | undefined {
  const lists: readonly (readonly [option: string, list: Unhashed['list'], from: string])[] = command === 'validate' ? [['files', 'inputs', root]] : [['tsConfig', 'inputs', '.'], ['assets', 'inputs', '.'], ['outputPath', 'outputs', '.']];
  for (const [option, list, from] of lists) {
    const known: readonly unknown[] | undefined = target[list];
    if (known === undefined || known.includes(`{options.${option}}`)) continue;
    const path = pathsOf(options[option]).find((each) => !known.some((entry) => covers(entry, posix.join(from, each), root)));
    if (path !== undefined) return { option, path, list };
  }
  return undefined;
}

/** Paths and globs of an option: a text, some texts, or objects with a glob and the folder that it begins in. */
function pathsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pathsOf);
  if (typeof value === 'string') return [value];
  return isObject(value) && typeof value['glob'] === 'string' ? [posix.join(typeof value['input'] === 'string' ? value['input'] : '.', value['glob'])] : [];
}

/** Whether an entry of a target may mean a path of the workspace: the same file, a folder or glob around it, or a name for what nobody here knows. */
function covers(entry: unknown, path: string, root: string): boolean {
  if (typeof entry !== 'string') return false;
  if (!entry.startsWith('{') && !/^[!^]/.test(entry)) return true;
  const place = posix.normalize(entry.replace('{projectRoot}', root).replace('{workspaceRoot}', '.'));
  const glob = place.search(/[*?[{]/);
  return glob === -1 ? path === place || path.startsWith(`${place}/`) : path.startsWith(place.slice(0, glob));
}
