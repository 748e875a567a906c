import { isObject, own, type Json } from '@nx-conductor/core';
import type { LoadedFile } from './loaded-file';

/** Finds the places that a file gives names of its own. */
export interface Ids {
  /** Path of the schema whose `$id` is this reference without fragment, relative to the root's `$id`. */
  resource(reference: string): readonly string[] | undefined;
  /** Path of the schema with this `$anchor`, `$dynamicAnchor` or (up to draft 7) `$id` of the form `#name`. */
  anchor(name: string): readonly string[] | undefined;
}

/**
 * The names that the schemas of a file give themselves (JSON Schema 2020-12, sections 8.2.1 and 8.2.2). Draft 4
 * wrote `id`, which only a file that declares this draft is read for: elsewhere it is a property like any other.
 */
export function idsOf(file: LoadedFile): Ids {
  const resources = new Map<string, readonly string[]>();
  const anchors = new Map<string, readonly string[]>();
  const declared = isObject(file.value) ? own(file.value, '$schema') : undefined;
  const idKey = typeof declared === 'string' && /draft-0[34]/.test(declared) ? 'id' : '$id';
  const rootId = textOf(file.value, idKey);
  if (file.mentionsId || idKey === 'id' || /\$(a|dynamicA)nchor/.test(file.source.text)) collect(file.value, [], undefined);
  return {
    resource: (reference) => (resources.size === 0 ? undefined : (resources.get(reference) ?? resources.get(absolute(reference, rootId)))),
    anchor: (name) => anchors.get(name),
  };

  function collect(value: Json | undefined, path: readonly string[], base: string | undefined): void {
    if (typeof value !== 'object' || value === null) return;
    const id = textOf(value, idKey);
    const inner = id === undefined ? base : absolute(id.replace(/#.*$/s, ''), base);
    if (id?.startsWith('#')) anchors.set(id.slice(1), path);
    else if (inner !== undefined && id !== undefined) {
      resources.set(id.replace(/#$/, ''), path);
      resources.set(inner, path);
    }
    for (const key of ['$anchor', '$dynamicAnchor']) {
      const name = textOf(value, key);
      if (name !== undefined) anchors.set(name, path);
    }
    for (const [key, child] of Object.entries(value)) collect(child as Json, [...path, key], inner);
  }
}

function textOf(value: Json, key: string): string | undefined {
  const text = isObject(value) ? own(value, key) : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** A reference resolved against a base, both as they are when they are no URLs. */
function absolute(reference: string, base: string | undefined): string {
  return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}
