import { posix } from 'node:path';
import type { Finding } from '../finding';
import type { Layout } from '../layout/layout';
import { entryOutputs, kindOf, shownEntry } from '../records/entries';

/** Entries whose outputs cannot be where they would have to be, each with a finding: outside of `rootDir`, claimed twice, or in place of an input. */
export function collisions(names: readonly string[], layout: Layout, manifest: string): ReadonlyMap<number, Finding> {
  const found = new Map<number, Finding>();
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

/** One key for names that a disk which ignores case takes for one. */
const fold = (path: string): string => path.toLowerCase();
