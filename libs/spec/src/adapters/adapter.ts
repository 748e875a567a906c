import type { Json, Outcome } from '@nx-conductor/core';
import type { Collection } from '../items/collection';
import type { KnownRefs, LoadedFile } from '../refs/loaded-file';
import type { Loader } from '../refs/loader';
import type { Source } from '../text/source';

/** A value's place in one of the files that the document was made of. */
export interface Origin {
  readonly source: Source;
  readonly path: readonly string[];
}

/** What an adapter makes of an entry file. */
export interface Adapted {
  readonly document: Json;
  /** By the name that `forEach` uses. */
  readonly collections: Readonly<Record<string, Collection>>;
  /** The references of the entry file, when the document is exactly what that file says and can be checked in parts. */
  readonly refs?: KnownRefs;
  /** Where the value at a path of the document came from. */
  origin(path: readonly string[]): Origin;
}

/** Turns an entry file into a document with collections. `name` is the spec's. */
export type Adapter = (entry: LoadedFile, loader: Loader, name: string) => Outcome<Adapted>;
