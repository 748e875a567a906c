import { posix } from 'node:path';
import type { Finding } from '../finding';
import { extensionOf, type Layout } from '../layout/layout';
import { entryOutputs, kindOf, shownEntry } from '../records/entries';

/** Entries whose outputs cannot be where they would have to be, each with a finding: outside of `rootDir`, claimed twice, or in place of an input. All paths are relative to the root, with `/`. */
export function collisions(names: readonly string[], layout: Layout, manifest: string): ReadonlyMap<number, Finding> {
  const found = new Map<number, Finding>();
  if (liesApart(names, layout)) return found;
  const owners = new Map<string, string>([[fold(manifest), 'the manifest']]);
  for (const name of names) if (kindOf(name) === 'source') owners.set(fold(posix.normalize(name)), name);
  names.forEach((name, entry) => {
    const say = (code: string, message: string, hint: string): void => void found.set(entry, { severity: 'error', code, message, file: shownEntry(name), hint });
    const paths = entryOutputs(name, layout);
    if (!paths) return say('TS6059', `it lies outside of rootDir (${layout.rootDir || '.'})`, 'set "rootDir" to a folder that holds every source');
    for (const path of paths) {
      if (path === undefined) continue;
      const owner = owners.get(fold(path));
      if (owner === undefined) owners.set(fold(path), name);
      else return say(kindOf(name) === 'source' && owner === path ? 'TS5055' : 'TS5056', `its output ${path} is also that of ${shownEntry(owner)}`, 'rename one of them, or set "outDir"');
    }
  });
  return found;
}

/**
 * True when no two outputs can meet, which is so for nearly every project and found out without looking at outputs.
 * Sources in TypeScript alone, each with a stem of its own: their outputs end otherwise than sources do, and no ending of
 * an output is the end of another, so that equal outputs would have equal stems.
 */
function liesApart(names: readonly string[], { rootDir, lead }: Layout): boolean {
  if (lead !== '') return false;
  const folder = rootDir === '' ? '' : `${rootDir}/`;
  const stems = new Set<string>();
  for (const name of names) {
    const extension = extensionOf(name);
    if (extension === undefined || !extension.includes('ts') || !name.startsWith(folder) || name.startsWith('../')) return false;
    stems.add(fold(name.slice(0, -extension.length)));
  }
  return stems.size === names.length;
}

/** One key for names that a disk which ignores case takes for one. */
const fold = (path: string): string => path.toLowerCase();
