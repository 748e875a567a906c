import { done } from '@nx-conductor/core';
import { rootItem } from '../items/root-item';
import type { Adapter } from './adapter';

/** Any JSON or YAML: the `document`, and whatever JSON Pointers lead to. References in it are data. */
export const data: Adapter = (entry, _loader, name) => {
  return done({
    document: entry.value,
    collections: { document: (document, make) => [rootItem(document, make, () => name)] },
    refs: { settled: new Map(), loose: new Set() },
    origin: (path) => ({ source: entry.source, path }),
  });
};
