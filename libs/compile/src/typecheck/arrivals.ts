import { utf8Of, type Disk } from '@nx-conductor/core';
import type { Known } from './known';
import { isDeclarationFile } from './learn';
import type { TypecheckRequest } from './request';

/** Sources that came, or why everything must be checked because of what came or went. */
export type Arrivals = { readonly kind: 'sources'; readonly added: readonly string[] } | { readonly kind: 'unsure'; readonly source: string; readonly reason: string };

/**
 * Which sources are selected now and were not before. A new source is no matter for files that do not import it, as long
 * as it cannot stand in for another, and as imports lead only where they say.
 */
export function arrivalsIn(known: Known, request: TypecheckRequest, disk: Disk): Arrivals {
  if (known.asked.length === request.sources.length && known.asked.every((name, index) => request.sources[index] === name)) return { kind: 'sources', added: [] };
  const before = new Set(known.asked);
  const now = new Set(request.sources);
  const added = request.sources.filter((name) => !before.has(name));
  const inProgram = new Set(known.names);
  for (const name of known.asked) {
    // A file that is gone from the disk is seen there; one that is not selected any more may be in the program all the same.
    if (!now.has(name) && disk.stat(`${request.root}/${name}`)) return { kind: 'unsure', source: name, reason: 'is not selected any more' };
  }
  if (added.length === 0) return { kind: 'sources', added };
  const stems = new Set(known.names.map(folded));
  for (const source of added) {
    if (isDeclarationFile(source) || !/\.[mc]?tsx?$/.test(source)) return { kind: 'unsure', source, reason: 'came, and is no TypeScript module' };
    if (inProgram.has(source)) return { kind: 'unsure', source, reason: 'is selected now, and was in the program already' };
    if (stems.has(folded(source))) return { kind: 'unsure', source, reason: 'came, and may stand in for another file of its name' };
  }
  const config = [...request.configs, request.tsConfig].find((path) => REDIRECTS.test(utf8Of(disk.read(path) ?? new Uint8Array())));
  if (config !== undefined) return { kind: 'unsure', source: added[0] as string, reason: `came, and ${config.split(/[\\/]/).at(-1)} lets imports lead elsewhere than they say` };
  return { kind: 'sources', added };
}

/** What can be named alike: without endings, and a folder as its index file. */
const folded = (name: string): string => name.replace(/(?:\.d)?\.[mc]?[jt]sx?$/, '').replace(/\/index$/, '').toLowerCase();

/** Options by which an import that leads somewhere already can lead to another file once that is there. */
const REDIRECTS = /"(?:paths|baseUrl|rootDirs|moduleSuffixes|references)"\s*:/;
