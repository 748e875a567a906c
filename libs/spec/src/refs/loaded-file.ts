import type { Json } from '@nx-conductor/core';
import type { Source } from '../text/source';

/** A file that was read and parsed. */
export interface LoadedFile {
  readonly source: Source;
  readonly value: Json;
  /** The text says `$id` somewhere. Most do not, and need not be searched for schemas that have one. */
  readonly mentionsId: boolean;
  /** What differs from an earlier text of the file, when only that was parsed. */
  readonly revision?: Revision;
}

/** A file that differs from an earlier one, whose references were checked, in some values only. */
export interface Revision {
  readonly refs: KnownRefs;
  readonly changed: readonly { readonly path: readonly string[]; readonly value: Json }[];
}

/**
 * The references of a document in one file whose every reference is a plain pointer to a value that the grammar leads to
 * anyway: nearly all documents. Only of such a document can a part be checked by itself.
 */
export interface KnownRefs {
  /** Texts by the names of the rules of what they refer to. Some may be gone from the document. */
  readonly settled: ReadonlyMap<string, ReadonlySet<string>>;
  /** Texts that may lead nowhere, in mappings of discriminators, and do. */
  readonly loose: ReadonlySet<string>;
}
