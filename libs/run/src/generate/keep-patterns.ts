import { done, type Digest, type Outcome } from '@nx-conductor/core';
import type { PatternFolder } from '@nx-conductor/generate';
import type { LoadedPattern } from './patterns';

/** The pattern of a folder, as `load` gives it: loaded again when the folder, or anything that its modules are made of, is another. */
export type KeptPatterns = (folder: PatternFolder, digest: (path: string) => Digest | '', load: () => Outcome<LoadedPattern>) => Outcome<LoadedPattern>;

interface Kept {
  readonly folder: string;
  /** Modules outside of the folder, those of installed packages too. */
  readonly modules: readonly (readonly [path: string, digest: Digest | ''])[];
  readonly loaded: LoadedPattern;
}

/**
 * Keeps patterns in a process that stays. A pattern is used again only while loading it would come to the same: its folder
 * has the same files, its modules say the same, and whatever they ask for leads where it led, also where nothing was found.
 */
export function keepPatterns(): KeptPatterns {
  const kept = new Map<string, Kept>();
  return (folder, digest, load) => {
    const now = fingerprint(folder);
    const known = kept.get(folder.path);
    if (known?.folder === now && known.modules.every(([path, before]) => digest(path) === before) && known.loaded.isCurrent()) return done(known.loaded);
    const made = load();
    if (made.ok) {
      // The next run finds its templates compiled.
      const loaded = { ...made.value, counts: { ...made.value.counts, hits: made.value.counts.total, misses: 0 } };
      kept.set(folder.path, { folder: now, modules: made.value.modules.map((path) => [path, digest(path)]), loaded });
    }
    return made;
  };
}

/** All that a pattern's folder is, as a text. */
function fingerprint({ name, shown, origin, files }: PatternFolder): string {
  return JSON.stringify([name, shown, origin, [...files].map(([path, file]) => [path, file.shown, file.digest])]);
}
