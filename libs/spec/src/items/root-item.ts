import type { Item, Json } from '@nx-conductor/core';
import type { MakeItem } from './collection';

/** The document itself as the one item of a collection. */
export function rootItem(document: Json, make: MakeItem, name: () => string): Item {
  return make(() => document, { name, key: () => '', pointer: () => '#' });
}
