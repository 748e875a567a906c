import { fileFacts, type Digest, type Json, type Spec } from '@nx-conductor/core';
import { childItems } from '../items/children';
import { itemsReader } from '../items/items-reader';
import { rootItem } from '../items/root-item';

/** A file of a spec that is a set of files. */
export interface ListedFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with `/`. */
  readonly local: string;
  readonly digest: Digest;
  /** Undefined for bytes that are no UTF-8 text. */
  readonly text: string | undefined;
}

/**
 * Files of any kind as a spec: an object with a member for each, by its path, and the collection `files`. What is in them
 * is nothing that an adapter reads; a text is offered as it is.
 */
export function filesSpec(name: string, shown: string, files: readonly ListedFile[], shownFile: (absolute: string) => string): Spec {
  const entries = files.map(({ local, digest, text }): [string, Json] => [local, { ...fileFacts(local), digest, ...(text === undefined ? {} : { text }) }]);
  const document = Object.fromEntries(entries) as Json;
  const collections = {
    document: (root: Json, make: Parameters<typeof childItems>[2]) => [rootItem(root, make, () => name)],
    files: (root: Json, make: Parameters<typeof childItems>[2]) => childItems(root, [], make),
  };
  return {
    name,
    adapter: 'files',
    path: shown,
    files: files.map(({ path, digest }) => ({ path, digest })),
    document,
    collections: Object.keys(collections),
    items: itemsReader({ document, collections }, shown),
    locate: (pointer) => {
      const local = pointer.replace(/^#?\//, '').split('/')[0]?.replaceAll('~1', '/').replaceAll('~0', '~');
      const file = files.find((each) => each.local === local);
      return { file: file ? shownFile(file.path) : shown, pointer };
    },
  };
}
