import { done, failed, type Digest, type Outcome, type Place } from '@nx-conductor/core';
import { parseSource } from '../text/parse';
import { decodeSource, type Source } from '../text/source';
import type { LoadedFile } from './loaded-file';

/** A part that stands in for reading a file whole: undefined where that has to be done. */
export type Revise = (path: string, bytes: Uint8Array) => LoadedFile | undefined;

/** Reads and parses the files of one spec, each once. */
export interface Loader {
  /** The file at an absolute path; `from` is the place that asks for it. A file that does not parse says so only the first time. */
  load(path: string, from?: () => Place): Outcome<LoadedFile>;
  /** Every file that could be read and decoded, in the order of first use. */
  readonly sources: readonly Source[];
  /** Path of a file as people know it. */
  shown(path: string): string;
}

/** A loader over a function that reads bytes; undefined means that no file is there. `digest` is for those who know it already, `revise` for those who know an earlier text. */
export function createLoader(shown: (path: string) => string, read: (path: string) => Uint8Array | undefined, digest?: (path: string) => Digest, revise?: Revise): Loader {
  const loaded = new Map<string, Outcome<LoadedFile> | 'missing'>();
  const sources: Source[] = [];
  return {
    shown,
    sources,
    load(path, from) {
      const known = loaded.get(path);
      if (known === 'missing') return missing(path, from);
      if (known !== undefined) return known;
      const bytes = read(path);
      if (bytes === undefined) {
        loaded.set(path, 'missing');
        return missing(path, from);
      }
      const outcome = parseFile(path, bytes);
      loaded.set(path, outcome.ok ? outcome : { ok: false, failures: [] });
      return outcome;
    },
  };

  function missing(path: string, from?: () => Place): Outcome<LoadedFile> {
    return failed({ code: 'missing-file', place: from?.() ?? { file: shown(path) }, wanted: shown(path) });
  }

  function parseFile(path: string, bytes: Uint8Array): Outcome<LoadedFile> {
    const revised = revise?.(path, bytes);
    if (revised !== undefined) {
      sources.push(revised.source);
      return done(revised);
    }
    const source = decodeSource(path, shown(path), bytes, digest?.(path));
    if (!source.ok) return source;
    sources.push(source.value);
    const value = parseSource(source.value);
    return value.ok ? done({ source: source.value, value: value.value, mentionsId: source.value.text.includes('$id') }) : value;
  }
}
