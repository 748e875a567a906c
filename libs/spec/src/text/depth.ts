import type { Json } from '@nx-conductor/core';

/**
 * Deepest nesting of a document. Real ones stay below 60; the bound makes recursion over documents safe in every
 * room and in every template helper.
 */
export const MAX_DEPTH = 500;

/** True when a value of JSON.parse (a tree: no cycles, nothing shared), so many levels down, nests deeper than {@link MAX_DEPTH}. */
export function nestsTooDeep(value: Json, level = 0): boolean {
  return typeof value === 'object' && value !== null && exceeds(value, MAX_DEPTH - level);
}

function exceeds(value: object, left: number): boolean {
  if (left === 0) return true;
  if (Array.isArray(value)) {
    for (const child of value as readonly Json[]) {
      if (typeof child === 'object' && child !== null && exceeds(child, left - 1)) return true;
    }
    return false;
  }
  // Values of JSON.parse have no enumerable inherited keys, and `for…in` makes no array.
  for (const key in value) {
    const child = (value as { readonly [key: string]: Json })[key] as Json;
    if (typeof child === 'object' && child !== null && exceeds(child, left - 1)) return true;
  }
  return false;
}
