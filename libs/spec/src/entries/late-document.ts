import type { Json, JsonObject } from '@nx-conductor/core';
import { FIRST, type Container } from './entries';

/**
 * A document whose entries are parsed when they are first read, and stay. To whoever reads it, it is the document: the
 * same keys in the same order, enumerable, own. `valueOf` is asked for each entry at most once.
 */
export function lateDocument(root: Container, valueOf: (entry: number) => Json): JsonObject {
  return fill(root);

  /** A skeleton's container becomes the document's. */
  function fill(container: Container): JsonObject {
    for (const key of Object.keys(container)) {
      const child = container[key] as Container | number;
      const get = (): Json => {
        const value = typeof child === 'number' ? valueOf(child - FIRST) : fill(child);
        Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
        return value;
      };
      Object.defineProperty(container, key, { get, enumerable: true, configurable: true });
    }
    return container as unknown as JsonObject;
  }
}

/** A copy of a document in which the values at some paths are others. Every value beside these paths is the very same. */
export function withValues(document: JsonObject, values: readonly { readonly path: readonly string[]; readonly value: Json }[]): JsonObject {
  const copies = new Set<object>();
  const own = (value: JsonObject): Record<string, unknown> => {
    if (copies.has(value)) return value as Record<string, unknown>;
    const copy = { ...value };
    copies.add(copy);
    return copy;
  };
  const root = own(document);
  for (const { path, value } of values) {
    let at = root;
    path.forEach((key, index) => {
      const child = index === path.length - 1 ? value : own(at[key] as JsonObject);
      Object.defineProperty(at, key, { value: child, enumerable: true, configurable: true, writable: true });
      at = child as Record<string, unknown>;
    });
  }
  return root as unknown as JsonObject;
}
