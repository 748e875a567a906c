import { done, failed, isObject, own, type Json, type Outcome } from '@nx-conductor/core';
import { childItems } from '../items/children';
import type { Collection } from '../items/collection';
import { findOperations, operationItem } from '../items/operations';
import { rootItem } from '../items/root-item';
import { tagItems } from '../items/tags';
import { bundle } from '../refs/bundle';
import { COMPONENTS, openapiGrammar } from '../refs/grammar';
import { linkRefs } from '../refs/link';
import type { LoadedFile } from '../refs/loaded-file';
import { placeAt } from '../text/place';
import { offsetsOf } from '../text/positions';
import type { Adapter } from './adapter';

const SHELVES = COMPONENTS.map((section) => ({ at: ['components', section], section: ['components', section] }));

/** OpenAPI 3.0 and 3.1: collections `schemas`, `operations`, `tags` and `document`. */
export const openapi: Adapter = (entry, loader, name) => {
  const version = checkVersion(entry);
  if (!version.ok) return version;
  const linked = linkRefs(entry, openapiGrammar(), loader);
  if (!linked.ok) return linked;
  const { links, refs } = linked.value;
  const bundled = bundle(entry, links, SHELVES, loader);
  return bundled.ok ? done({ ...bundled.value, collections: collectionsOf(name), ...(refs && { refs }) }) : bundled;
};

function collectionsOf(specName: string): Readonly<Record<string, Collection>> {
  return {
    schemas: (document, make) => {
      const components = isObject(document) ? own(document, 'components') : undefined;
      const schemas = isObject(components) ? own(components, 'schemas') : undefined;
      return childItems(schemas, ['components', 'schemas'], make, 'schema');
    },
    operations: (document, make) => findOperations(document).map((found) => operationItem(document, found, make)),
    tags: tagItems,
    document: (document, make) => [rootItem(document, make, () => titleOf(document) ?? specName)],
  };
}

function titleOf(document: Json): string | undefined {
  const info = isObject(document) ? own(document, 'info') : undefined;
  const title = isObject(info) ? own(info, 'title') : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}

function checkVersion({ source, value }: LoadedFile): Outcome<string> {
  const expected = 'an OpenAPI 3.0 or 3.1 document (`openapi: 3.0.x` or `3.1.x`)';
  const fail = (path: readonly string[], what: string, received: string) => {
    const [offset] = offsetsOf(source, [path]) as [number];
    return failed({ code: 'invalid-value', place: placeAt(source.file, source.text, offset), what, expected, received });
  };
  if (!isObject(value)) return fail([], 'the document', Array.isArray(value) ? 'a list' : JSON.stringify(value));
  const version = own(value, 'openapi');
  if (typeof version === 'string' && /^3\.[01](\.|$)/.test(version)) return done(version);
  // YAML reads an unquoted 3.1 as a number.
  if (version === 3 || version === 3.1) return done(String(version));
  if (version !== undefined) return fail(['openapi'], '`openapi`', JSON.stringify(version));
  const swagger = own(value, 'swagger');
  if (swagger !== undefined) return fail(['swagger'], '`swagger`', `Swagger ${String(swagger)}`);
  return fail([], '`openapi`', 'a document without the key');
}
