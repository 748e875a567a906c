import { isUtf8 } from 'node:buffer';
import { dirname, join } from 'node:path';
import { byCodeUnit, digestOf, isObject, utf8Of, type Disk } from '@nx-conductor/core';
import { PATTERN_FILE, type PatternFile, type PatternFolder } from '@nx-conductor/generate';
import { readObject, type Project } from '../project/project';

/** Where a pattern was found. */
export interface PatternPlace {
  readonly id: string;
  /** Absolute path of its folder. */
  readonly path: string;
  /** `workspace`, or the name of the npm package. */
  readonly origin: string;
}

/**
 * Every pattern that a project can use, found by looking: the workspace's own in `.conductor/patterns`, and those of
 * installed packs: packages among the dependencies of the workspace, of the project, or of Conductor itself, whose
 * `package.json` says `"conductor": { "patterns": "<folder>" }`. The workspace's come first and win.
 */
export function discoverPatterns(disk: Disk, project: Project, home: string): PatternPlace[] {
  const own = patternsIn(disk, join(project.conductor, 'patterns'), 'workspace');
  const packs = packFolders(disk, [project.root, project.workspace, home]);
  return [...own, ...packs.flatMap((pack) => patternsIn(disk, pack.folder, pack.name))];
}

/** Reads all files of a pattern folder. Hidden files and `node_modules` are none of the pattern. */
export function readPatternFolder(disk: Disk, place: PatternPlace, project: Project): PatternFolder {
  const shown = place.origin === 'workspace' ? project.shown(place.path) : `${place.origin}/${place.id}`;
  const files = new Map<string, PatternFile>();
  const walk = (folder: string, prefix: string): void => {
    for (const entry of disk.list(folder) ?? []) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = prefix + entry.name;
      if (entry.kind === 'directory') walk(join(folder, entry.name), `${path}/`);
      else {
        const bytes = disk.read(join(folder, entry.name));
        if (bytes) files.set(path, { path, shown: `${shown}/${path}`, text: utf8Of(bytes), digest: digestOf(bytes), isText: isUtf8(bytes) && !bytes.includes(0) });
      }
    }
  };
  walk(place.path, '');
  return { name: place.id, path: place.path, shown, origin: place.origin, files };
}

function patternsIn(disk: Disk, folder: string, origin: string): PatternPlace[] {
  return (disk.list(folder) ?? [])
    .filter((entry) => entry.kind === 'directory' && !entry.name.startsWith('.') && disk.stat(join(folder, entry.name, PATTERN_FILE)))
    .map((entry) => ({ id: entry.name, path: join(folder, entry.name), origin }));
}

interface Pack {
  readonly name: string;
  readonly folder: string;
}

/** Packs among the dependencies of the packages in some folders, each once, in the order of folders and names. */
function packFolders(disk: Disk, folders: readonly string[]): Pack[] {
  const packs = new Map<string, Pack>();
  for (const folder of new Set(folders)) {
    const manifest = readObject(disk, join(folder, 'package.json'));
    const names = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) => {
      const dependencies = manifest[kind];
      return isObject(dependencies) ? Object.keys(dependencies) : [];
    });
    for (const name of [...new Set(names)].sort(byCodeUnit)) {
      if (packs.has(name)) continue;
      const pack = packAt(disk, folder, name);
      if (pack) packs.set(name, pack);
    }
  }
  return [...packs.values()];
}

/** The package as Node would find it from a folder, if it is a pack. Links are resolved: package managers use many. */
function packAt(disk: Disk, from: string, name: string): Pack | undefined {
  for (let at = from; ; at = dirname(at)) {
    const root = disk.realPath(join(at, 'node_modules', name));
    if (root !== undefined) {
      const conductor = readObject(disk, join(root, 'package.json'))['conductor'];
      const patterns = isObject(conductor) ? conductor['patterns'] : undefined;
      return typeof patterns === 'string' ? { name, folder: join(root, patterns) } : undefined;
    }
    if (dirname(at) === at) return undefined;
  }
}
