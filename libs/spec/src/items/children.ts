import { isObject, type Item, type Json } from '@nx-conductor/core';
import { pointerTo } from '../refs/pointer-to';
import type { MakeItem } from './collection';
import { nameOr } from './make-item';

/**
 * The children of a value as items: the elements of an array or the members of an object, in document order.
 * `alias` is one more key under which an item offers its value, such as `schema`.
 */
export function childItems(parent: Json | undefined, path: readonly string[], make: MakeItem, alias?: string): Item[] {
  return keysOf(parent).map((key) => {
    const value = () => (parent as { readonly [key: string]: Json })[key] as Json;
    const facts = { name: () => nameOr(value(), key), key: () => key, pointer: () => pointerTo([...path, key]) };
    return make(value, alias === undefined ? facts : { ...facts, [alias]: value });
  });
}

function keysOf(parent: Json | undefined): string[] {
  if (Array.isArray(parent)) return Array.from(parent.keys(), String);
  // Not Object.keys: of a view that would also ask for each key whether it is enumerable, and in a document all are.
  return isObject(parent) ? (Reflect.ownKeys(parent) as string[]) : [];
}
