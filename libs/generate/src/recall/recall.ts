import { digestOf, type Digest, type Json, type Spec } from '@nx-conductor/core';
import { lookAt, touched, type Look, type Places } from './look';

/** What was worked out from a document, and where it was looked for. */
export interface Recalled {
  readonly value: unknown;
  readonly places: Places;
  /** Digests of the documents of which it is true: that from which it was worked out, and those that differ elsewhere. */
  readonly documents: readonly Digest[];
}

/** What one use of a pattern worked out from a document, for the next run. */
export interface Memory {
  /** Digest of all that it depends on besides the document: code, options. */
  readonly ground: Digest;
  /** Of the document. */
  readonly document: Digest;
  readonly known: ReadonlyMap<string, Recalled>;
}

/** Works things out from a document, or takes what an earlier run worked out where nothing has changed. */
export interface Recall {
  /** What `compute` gives for the document; it may look at the document through {@link view} only. */
  take<T>(name: string, compute: () => T): T;
  /** The documents of which what was taken under a name is known to be true. */
  trueOf(name: string): readonly Digest[];
  /** The document as what is being worked out may see it; undefined when nothing is. */
  view(): Json | undefined;
  /** Says that what is being worked out may have seen anything: it has looked through a view that it had kept. */
  looksAtAll(): void;
  /** For the next run. */
  memory(): Memory;
}

/** Documents that a value is known to be true of; more than a few are of no use, since traces are of late runs. */
const MOST_DOCUMENTS = 8;

/**
 * `before` is believed where the document is the same, or where the spec says which entries differ from the one that
 * it was of, and none of them lies where was looked.
 */
export function createRecall(spec: Spec, ground: Digest, before: Memory | undefined): Recall {
  const document = documentDigest(spec);
  const known = new Map(before?.ground === ground ? carried(before, spec, document) : []);
  let looking: Look | undefined;
  return {
    take<T>(name: string, compute: () => T): T {
      let found = known.get(name);
      if (found) looking?.add(found.places);
      else {
        const outer = looking;
        const look = (looking = lookAt(spec.document));
        try {
          const value = compute();
          known.set(name, (found = { value, places: look.places(), documents: [document] }));
        } finally {
          looking = outer;
          // Whoever is being worked out depends on what it takes, also when that fails.
          outer?.add(look.places());
        }
      }
      return found.value as T;
    },
    trueOf: (name) => known.get(name)?.documents ?? [],
    view: () => looking?.view as Json | undefined,
    looksAtAll: () => looking?.add({ whole: [''], shells: [] }),
    memory: () => ({ ground, document, known }),
  };
}

/** What is true of this document too. */
function carried(before: Memory, { adapter, since, files }: Spec, document: Digest): [string, Recalled][] {
  if (before.document === document) return [...before.known];
  // With more files than one, what changed may be which of them is meant.
  if (!since || files.length !== 1 || textDigest(adapter, [since.digest]) !== before.document) return [];
  return [...before.known].filter(([, { places }]) => !touched(places, since.changed)).map(([name, each]) => [name, { ...each, documents: [document, ...each.documents].slice(0, MOST_DOCUMENTS) }]);
}

/** Digest of a document, by those of the files that it was read from. A set of files is a document of their paths too. */
export function documentDigest({ adapter, files, document }: Pick<Spec, 'adapter' | 'files' | 'document'>): Digest {
  const texts = textDigest(adapter, files.map((file) => file.digest));
  return adapter === 'files' ? digestOf([texts, ...Object.keys(document as object)].join('\n')) : texts;
}

/** The same of a document of one adapter that is nothing but what its files say. */
export function textDigest(adapter: string, files: readonly Digest[]): Digest {
  return digestOf(`${adapter} ${files.join(' ')}`);
}
