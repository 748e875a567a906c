import { isObject, own, pointerSegments, valueAt, type Item, type Json, type Outcome, type Spec } from '@nx-conductor/core';
import { builtinHelpers } from '../helpers';
import type { Tables } from '../trace/tables';

/** The helpers that belong to a spec and a pattern rather than to text. */
export const CONTEXT_HELPERS = ['items', 'deref'] as const;

/** What a helper module is given, besides the built-in helpers. */
export interface PatternContext {
  readonly document: Json;
  readonly options: Readonly<Record<string, unknown>>;
  readonly spec: { readonly name: string; readonly adapter: string; readonly path: string };
  items(collection: string): readonly Item[];
  deref(value: unknown): unknown;
  /**
   * Declares, while the module loads, a table that is computed once from the document: gives the function that gives it.
   * It can be computed again by itself when the document changed, and only jobs that read a changed part of it run again.
   */
  table<T>(key: string, compute: (document: Json) => T): () => T;
}

/** Views of what a use of a pattern works on, each for the job that runs. */
export interface Views {
  readonly document: () => Json;
  readonly options: () => Readonly<Record<string, unknown>>;
  readonly tables: Tables;
  /** Takes the table that a helper module declares while it loads. */
  readonly declare: (key: string, compute: () => unknown) => void;
}

/** One spec for one use of a pattern: the ground on which its jobs render. */
export function createContext(spec: Spec, views: Views): PatternContext & typeof builtinHelpers {
  // Items by view: every job has a view of its own, and gets the same items each time it asks.
  const items = new WeakMap<object, Map<string, readonly Item[]>>();
  return Object.freeze({
    ...builtinHelpers,
    get document() {
      return views.document();
    },
    get options() {
      return views.options();
    },
    spec: Object.freeze({ name: spec.name, adapter: spec.adapter, path: spec.path }),
    items(collection: string) {
      const view = views.document();
      // The document itself, not a view of it: nobody watches, and the spec has these items already.
      if (view === spec.document || typeof view !== 'object' || view === null) return unwrap(spec.items(collection), collection);
      const known = items.get(view) ?? new Map<string, readonly Item[]>();
      const found = known.get(collection) ?? unwrap(spec.items(collection, view), collection);
      items.set(view, known.set(collection, found));
      return found;
    },
    deref: (value: unknown) => deref(views.document(), value),
    table<T>(key: string, make: (document: Json) => T) {
      if (typeof key !== 'string' || typeof make !== 'function') throw new Error(`conductor.table takes a name and a function of the document: conductor.table('names', (document) => …); received ${typeof key} and ${typeof make}`);
      views.declare(key, () => make(views.document()));
      return () => views.tables.get(key) as T;
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
