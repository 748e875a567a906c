import type { Item, Json } from '@nx-conductor/core';

/**
 * The items of a collection. Everything is read from the document that is passed, by ordinary property reads, and
 * as late as possible: a document may be a view that records what is read.
 */
export type Collection = (document: Json, make: MakeItem) => readonly Item[];

/**
 * Makes an item of a value: the value's own keys, with facts put over them. The value is read when it is needed, and
 * so are `costly` facts, by everyone.
 */
export type MakeItem = (value: () => Json, facts: Facts, costly?: Costly) => Item;

/** The keys that an item has besides those of its value. */
export type Facts = Readonly<Record<'name' | 'key' | 'pointer', () => string>> & Readonly<Record<string, () => unknown>>;

/** Further facts, which take a search through the document. */
export type Costly = Readonly<Record<string, () => unknown>>;
