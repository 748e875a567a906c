import type { Digest } from './digest';
import type { Place } from './failure';
import type { Json } from './json';
import type { Outcome } from './outcome';

/** The adapters that ship with Conductor. */
export const ADAPTERS = ['openapi', 'json-schema', 'entities', 'data', 'files'] as const;
export type AdapterId = (typeof ADAPTERS)[number];

/**
 * One thing to generate from: the value found in the spec, its own keys first-hand, with these added.
 * A value's own `name` wins over the key it stands under.
 */
export interface Item {
  readonly name: string;
  /** The key, or the index as text, that the value stands under. */
  readonly key: string;
  /** JSON Pointer of the value in the document, with a leading `#`. */
  readonly pointer: string;
  /** The value itself, untouched. */
  readonly value: Json;
  readonly [key: string]: unknown;
}

/** A file that a spec was read from: the entry file and every file that a `$ref` led to. */
export interface SpecFile {
  /** Absolute path. */
  readonly path: string;
  readonly digest: Digest;
}

/** How a document differs from the one of an earlier text of the same file. */
export interface SpecChange {
  /** Digest of the earlier text. */
  readonly digest: Digest;
  /**
   * JSON Pointers (RFC 6901, no leading `#`) of the values that may be others. Both documents have something at each of
   * them, and are equal everywhere else: every object above them has the same keys in the same order. Empty when the text
   * is the same.
   */
  readonly changed: readonly string[];
}

/** A spec as its adapter read it: one document, all `$ref`s inside it, and its collections. */
export interface Spec {
  /** Name from `conductor.json`, else the entry file's base name without extensions. */
  readonly name: string;
  readonly adapter: AdapterId;
  /** Entry path as people know it. */
  readonly path: string;
  /** Every file read, the entry first, then in the order of their first use. */
  readonly files: readonly SpecFile[];
  /** The document; `$ref`s to other files have been turned into `$ref`s inside it. */
  readonly document: Json;
  /** Against what an earlier run read; undefined when that is not known, and anything may have changed. */
  readonly since?: SpecChange;
  /** Names of the collections, besides JSON Pointers, that `forEach` may name. */
  readonly collections: readonly string[];
  /**
   * The items of a collection or of the children of a JSON Pointer (`/a/b` or `#/a/b`), in document order.
   * `view` stands in for the document when reads are watched; it must have the document's shape.
   */
  items(collection: string, view?: Json): Outcome<readonly Item[]>;
  /** Where a value of the document stands in a file; reads the text again, so only for messages. */
  locate(pointer: string): Place;
}
