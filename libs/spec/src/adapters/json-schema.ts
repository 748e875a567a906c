import { done, isObject, own, type Item, type Json } from '@nx-conductor/core';
import { childItems } from '../items/children';
import type { Collection, MakeItem } from '../items/collection';
import { rootItem } from '../items/root-item';
import { bundle } from '../refs/bundle';
import { jsonSchemaGrammar } from '../refs/grammar';
import { linkRefs } from '../refs/link';
import type { Adapter } from './adapter';

const SECTIONS = ['$defs', 'definitions'];

/** JSON Schema, draft 4 to 2020-12: collections `schemas` (the root, then its definitions), `definitions` and `document`. */
export const jsonSchema: Adapter = (entry, loader, name) => {
  const linked = linkRefs(entry, jsonSchemaGrammar(), loader);
  if (!linked.ok) return linked;
  const { links, refs } = linked.value;
  const shelves = SECTIONS.map((key) => ({ at: [key], section: ['$defs'] }));
  const bundled = bundle(entry, links, shelves, loader);
  return bundled.ok ? done({ ...bundled.value, collections: collectionsOf(name), ...(refs && { refs }) }) : bundled;
};

function collectionsOf(specName: string): Readonly<Record<string, Collection>> {
  const nameOfRoot = (document: Json) => () => titleOf(document) ?? specName;
  return {
    schemas: (document, make) => {
      const root = make(() => document, { name: nameOfRoot(document), key: () => '', pointer: () => '#', schema: () => document });
      return [root, ...definitionItems(document, make)];
    },
    definitions: definitionItems,
    document: (document, make) => [rootItem(document, make, nameOfRoot(document))],
  };
}

/** The members of `$defs` and `definitions`, in the order that the document has the two. */
function definitionItems(document: Json, make: MakeItem): Item[] {
  if (!isObject(document)) return [];
  const present = Object.keys(document).filter((key) => SECTIONS.includes(key));
  return present.flatMap((section) => childItems(own(document, section), [section], make, 'schema'));
}

function titleOf(document: Json): string | undefined {
  const title = isObject(document) ? own(document, 'title') : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}
