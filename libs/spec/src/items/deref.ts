import { isObject, own, pointerSegments, valueAt, type Json } from '@nx-conductor/core';

/** A value with the path it really stands at. */
export interface Located {
  readonly value: Json | undefined;
  readonly path: readonly string[];
}

/**
 * Follows `$ref`s inside a document until a value that is none. The document's references must have been checked:
 * here one that leads nowhere gives undefined, and a cycle would not end.
 */
export function deref(document: Json, value: Json | undefined, path: readonly string[]): Located {
  let at: Located = { value, path };
  for (let text = refText(at.value); text !== undefined; text = refText(at.value)) {
    const target = pointerSegments(text);
    at = { value: valueAt(document, target), path: target };
  }
  return at;
}

function refText(value: Json | undefined): string | undefined {
  const text = isObject(value) ? own(value, '$ref') : undefined;
  return typeof text === 'string' && text.startsWith('#') ? text : undefined;
}
