import { isObject, own, type Item, type Json, type JsonObject } from '@nx-conductor/core';
import { pointerTo } from '../refs/pointer-to';
import type { MakeItem } from './collection';
import { findOperations, operationItem, tagsOf, type FoundOperation } from './operations';

/** The group of operations that list no tag. */
const UNTAGGED = 'default';

/**
 * The tags of a document: those it declares, in their order, then those that only operations name, in the order of
 * first use. Each with its operations.
 */
export function tagItems(document: Json, make: MakeItem): Item[] {
  const operations = new Map<string, FoundOperation[]>();
  const declared = new Map<string, { readonly tag: JsonObject; readonly index: number }>();
  const list = isObject(document) ? own(document, 'tags') : undefined;
  for (const [index, tag] of (Array.isArray(list) ? (list as readonly Json[]) : []).entries()) {
    const name = isObject(tag) ? own(tag, 'name') : undefined;
    if (typeof name !== 'string' || declared.has(name)) continue;
    declared.set(name, { tag: tag as JsonObject, index });
    operations.set(name, []);
  }
  for (const found of findOperations(document)) {
    const tags = tagsOf(found.operation);
    for (const tag of new Set(tags.length > 0 ? tags : [UNTAGGED])) {
      const group = operations.get(tag);
      if (group === undefined) operations.set(tag, [found]);
      else group.push(found);
    }
  }
  return Array.from(operations, ([name, found]) => {
    const declaration = declared.get(name);
    const value: JsonObject = declaration?.tag ?? { name };
    const facts = {
      name: () => name,
      key: () => name,
      pointer: () => pointerTo(declaration === undefined ? ['paths'] : ['tags', String(declaration.index)]),
      description: () => own(value, 'description'),
    };
    return make(() => value, facts, { operations: () => found.map((operation) => operationItem(document, operation, make)) });
  });
}
