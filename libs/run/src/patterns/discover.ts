import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { utf8Of, withoutMark, type Digest, type Disk } from '@nx-conductor/core';
import { PATTERN_FILE, type PatternFile, type PatternFolder } from '@nx-conductor/generate';
import type { Reader } from '../generate/reader';
import { packFolders } from '../packs/pack-folders';
import type { Project } from '../project/project';

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
export function discoverPatterns(disk: Disk, reader: Reader, project: Project, home: string): PatternPlace[] {
  const own = patternsIn(disk, join(project.conductor, 'patterns'), 'workspace');
  const packs = packFolders(disk, reader, [project.root, project.workspace, home], 'patterns');
  return [...own, ...packs.flatMap((pack) => patternsIn(disk, pack.folder, pack.name))];
}

/** One file of a pattern folder. */
export interface PatternFilePlace {
  /** Inside the folder, with `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly shown: string;
}

/** All files of a pattern folder. Hidden files and `node_modules` are none of the pattern. */
export function patternFiles(disk: Disk, place: PatternPlace, project: Project): PatternFilePlace[] {
  const shown = shownFolder(place, project);
  const files: PatternFilePlace[] = [];
  const walk = (folder: string, prefix: string): void => {
    for (const entry of disk.list(folder) ?? []) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = prefix + entry.name;
      const absolute = join(folder, entry.name);
      if (entry.kind === 'directory') walk(absolute, `${path}/`);
      else files.push({ path, absolute, shown: `${shown}/${path}` });
    }
  };
  walk(place.path, '');
  return files;
}

/** Reads all files of a pattern folder. */
export function readPatternFolder(disk: Disk, reader: Reader, place: PatternPlace, project: Project): PatternFolder {
  const files = new Map<string, PatternFile>();
  for (const { path, absolute, shown } of patternFiles(disk, place, project)) {
    const bytes = reader.bytes(absolute);
    if (bytes) files.set(path, { path, shown, text: withoutMark(utf8Of(bytes)), digest: reader.digest(absolute), isText: isUtf8(bytes) && !bytes.includes(0) });
  }
  return { name: place.id, path: place.path, shown: shownFolder(place, project), origin: place.origin, files };
}

/** Digests of all files of a pattern folder; the files that are as an earlier run saw them are not read. */
export function patternDigests(disk: Disk, reader: Reader, place: PatternPlace, project: Project): { readonly shown: string; readonly digest: Digest }[] {
  return patternFiles(disk, place, project).flatMap(({ absolute, shown }) => {
    const digest = reader.digest(absolute);
    return digest === '' ? [] : [{ shown, digest }];
  });
}

const shownFolder = (place: PatternPlace, project: Project) => (place.origin === 'workspace' ? project.shown(place.path) : `${place.origin}/${place.id}`);

function patternsIn(disk: Disk, folder: string, origin: string): PatternPlace[] {
  return (disk.list(folder) ?? [])
    .filter((entry) => entry.kind === 'directory' && !entry.name.startsWith('.') && disk.stat(join(folder, entry.name, PATTERN_FILE)))
    .map((entry) => ({ id: entry.name, path: join(folder, entry.name), origin }));
}
