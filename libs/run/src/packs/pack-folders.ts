import { dirname, join } from 'node:path';
import { byCodeUnit, DiskError, isObject, type Disk } from '@nx-conductor/core';
import type { Reader } from '../generate/reader';
import { objectIn } from '../project/project';

/** What a pack can have. */
export type PackContent = 'patterns' | 'rules';

/** An installed npm package that has patterns or rules. */
export interface Pack {
  /** Of the package. */
  readonly name: string;
  /** Absolute path of the folder that its `package.json` names. */
  readonly folder: string;
}

/**
 * Packs among the dependencies of the packages in some folders, each once, in the order of folders and names: packages whose
 * `package.json` says `"conductor": { "patterns": "<folder>" }`, or the same of `rules`.
 */
export function packFolders(disk: Disk, reader: Reader, folders: readonly string[], content: PackContent): Pack[] {
  const packs = new Map<string, Pack>();
  for (const folder of new Set(folders)) {
    const names = lookInto(reader, 'dependencies', join(folder, 'package.json'), dependenciesIn);
    for (const name of names ? names.split('\n') : []) {
      if (packs.has(name)) continue;
      const pack = packAt(disk, reader, folder, name, content);
      if (pack) packs.set(name, pack);
    }
  }
  return [...packs.values()];
}

/** The package as Node would find it from a folder, if it is a pack. Links are resolved: package managers use many. */
function packAt(disk: Disk, reader: Reader, from: string, name: string, content: PackContent): Pack | undefined {
  for (let at = from; ; at = dirname(at)) {
    const place = join(at, 'node_modules', name);
    const inside = lookInto(reader, FACT[content], join(place, 'package.json'), (bytes) => folderIn(bytes, content));
    // Most packages are no packs: what they are need not be asked twice.
    if (inside === '') return undefined;
    const root = disk.realPath(place);
    if (root !== undefined) return inside === undefined ? undefined : { name, folder: join(root, inside) };
    if (dirname(at) === at) return undefined;
  }
}

/** Names of all dependencies in a `package.json`, one a line, in code-unit order. */
function dependenciesIn(bytes: Uint8Array): string {
  const manifest = objectIn(bytes);
  const names = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) => {
    const dependencies = manifest[kind];
    return isObject(dependencies) ? Object.keys(dependencies) : [];
  });
  return [...new Set(names)].sort(byCodeUnit).join('\n');
}

/** Names of facts about a `package.json`, as the reader remembers them. */
const FACT: Readonly<Record<PackContent, string>> = { patterns: 'pack', rules: 'rule pack' };

/** The folder that a `package.json` tells of; empty for a package that has no such thing. */
function folderIn(bytes: Uint8Array, content: PackContent): string {
  const { conductor } = objectIn(bytes);
  const folder = isObject(conductor) ? conductor[content] : undefined;
  return typeof folder === 'string' ? folder : '';
}

/** A fact about a `package.json`; one that cannot be read counts as absent. */
function lookInto(reader: Reader, name: string, path: string, make: (bytes: Uint8Array) => string): string | undefined {
  try {
    return reader.fact(name, path, make);
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}
