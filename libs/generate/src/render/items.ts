import { digestOfFields, done, fileFacts, type Digest, type Item, type Outcome, type Spec } from '@nx-conductor/core';
import type { Surroundings } from '../command/surroundings';

/** An item of a collection, as far as it decides which job there is. */
export interface ListedItem {
  readonly pointer: string;
  readonly digest: Digest;
}

/** The items of a collection of a document of the spec. */
export function listItems(spec: Spec, collection: string, document: Spec['document']): Outcome<readonly ListedItem[]> {
  const items = spec.items(collection, document);
  return items.ok ? done(items.value.map((item) => ({ pointer: item.pointer, digest: itemDigest(item, collection) }))) : items;
}

/** The source files of any spec as items; all that is known of them is where they lie. */
export function fileItems(spec: Spec, { file }: Surroundings): Item[] {
  return spec.files.map(({ path }) => {
    const { local } = file(path);
    return { ...fileFacts(local), key: local, pointer: ` ${local}`, value: null };
  });
}

/** What finding an item decided beyond its pointer: which operation it is, which operations a tag has. */
function itemDigest(item: Item, collection: string): Digest {
  const operation = (each: Item) => [each.pointer, each['method'], each['path']];
  const facts: Record<string, string> = { key: item.key, pointer: item.pointer };
  if (collection === 'operations') facts['operation'] = JSON.stringify(operation(item));
  if (collection === 'tags' && Array.isArray(item['operations'])) facts['operations'] = JSON.stringify((item['operations'] as Item[]).map(operation));
  return digestOfFields('item 1', facts);
}
