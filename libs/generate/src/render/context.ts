import { isObject, own, pointerSegments, valueAt, type Item, type Json, type Outcome, type Spec } from '@nx-conductor/core';
import { builtinHelpers } from '../helpers';

/** The helpers that belong to a spec and a pattern rather than to text. */
export const CONTEXT_HELPERS = ['items', 'deref', 'shared'] as const;

/** What a helper module is given, and what every template can call. */
export interface PatternContext {
  readonly document: Json;
  readonly options: Readonly<Record<string, unknown>>;
  readonly spec: { readonly name: string; readonly adapter: string; readonly path: string };
  items(collection: string): readonly Item[];
  deref(value: unknown): unknown;
  shared<T>(key: string, compute: (document: Json) => T): T;
}

/** One spec for one use of a pattern: the ground on which its jobs render. */
export function createContext(spec: Spec, options: Readonly<Record<string, unknown>>): PatternContext & typeof builtinHelpers {
  const tables = new Map<string, unknown>();
  return Object.freeze({
    ...builtinHelpers,
    get document() {
      return spec.document;
    },
    options,
    spec: { name: spec.name, adapter: spec.adapter, path: spec.path },
    items: (collection: string) => unwrap(spec.items(collection), collection),
    deref: (value: unknown) => deref(spec.document, value),
    shared<T>(key: string, compute: (document: Json) => T): T {
      if (!tables.has(key)) tables.set(key, compute(spec.document));
      return tables.get(key) as T;
    },
  });
}

/** Follows `$ref`s inside the document until a value without one; anything else is returned as it is. */
function deref(document: Json, value: unknown): unknown {
  const seen = new Set<string>();
  let at = value;
  while (isObject(at)) {
    const ref = own(at, '$ref');
    if (typeof ref !== 'string' || !ref.startsWith('#')) return at;
    if (seen.has(ref)) throw new Error(`$refs lead in a circle: ${[...seen, ref].join(' → ')}`);
    seen.add(ref);
    const next = valueAt(document, pointerSegments(ref));
    if (next === undefined) throw new Error(`$ref ${JSON.stringify(ref)} leads nowhere`);
    at = next;
  }
  return at;
}

function unwrap(items: Outcome<readonly Item[]>, collection: string): readonly Item[] {
  if (items.ok) return items.value;
  throw new Error(`items(${JSON.stringify(collection)}): the spec has no such collection`);
}
