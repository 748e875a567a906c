import { done, failed, pointerSegments, valueAt, type Item, type Json, type Outcome, type Spec } from '@nx-conductor/core';
import type { Adapted } from '../adapters/adapter';
import { pointerTo } from '../refs/pointer-to';
import { childItems } from './children';
import { lazyItem, plainItem } from './make-item';

/** `items` of a spec. Items of the document itself are made once; those of a view anew, since every view watches for someone else. */
export function itemsReader({ document, collections }: Pick<Adapted, 'document' | 'collections'>, file: string): Spec['items'] {
  const known = new Map<string, Outcome<readonly Item[]>>();
  return (collection, view) => {
    if (view !== undefined) return itemsIn(collection, view);
    let items = known.get(collection);
    if (items === undefined) known.set(collection, (items = itemsIn(collection)));
    return items;
  };

  function itemsIn(collection: string, view?: Json): Outcome<readonly Item[]> {
    const make = view === undefined ? plainItem : lazyItem;
    const root = view ?? document;
    if (/^(#|\/|$)/.test(collection)) {
      const path = pointerSegments(collection);
      const parent = valueAt(root, path);
      if (typeof parent === 'object' && parent !== null) return done(childItems(parent, path, make));
      const received = parent === undefined ? 'nothing' : JSON.stringify(parent);
      return failed({ code: 'invalid-value', place: { file, pointer: pointerTo(path) }, what: `forEach \`${collection}\``, expected: 'a pointer to a list or an object', received });
    }
    if (Object.hasOwn(collections, collection)) return done((collections[collection] as (typeof collections)[string])(root, make));
    return failed({ code: 'unknown-name', place: { file }, what: 'collection', name: collection, known: Object.keys(collections) });
  }
}
