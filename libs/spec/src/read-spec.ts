import { basename } from 'node:path';
import { done, pointerSegments, type AdapterId, type Digest, type Outcome, type Spec } from '@nx-conductor/core';
import type { Adapted, Adapter } from './adapters/adapter';
import { data } from './adapters/data';
import { entities } from './adapters/entities';
import { jsonSchema } from './adapters/json-schema';
import { openapi } from './adapters/openapi';
import { itemsReader } from './items/items-reader';
import { createLoader, type Loader } from './refs/loader';
import { placeAt } from './text/place';
import { offsetsOf } from './text/positions';

/** Which spec to read. */
export interface SpecRequest {
  /** Name that templates see; without it, the entry file's base name without extensions. */
  readonly name?: string;
  readonly adapter: AdapterId;
  /** Absolute path of the entry file. */
  readonly path: string;
  /** Turns an absolute path into one as people know it. */
  readonly shown: (absolutePath: string) => string;
  /** SHA-256 of a file that is read, when the caller knows it already. */
  readonly digest?: (absolutePath: string) => Digest;
}

const ADAPTERS: Readonly<Record<AdapterId, Adapter>> = { openapi, 'json-schema': jsonSchema, entities, data };

/**
 * Reads a spec: the entry file and every file that its references lead to, each exactly once, through `read`, which
 * gives the bytes of a file or undefined when there is none. Fails with the place of everything that is wrong:
 * text that does not parse, references that lead nowhere or in circles, an entity model against its rules.
 */
export function readSpec(request: SpecRequest, read: (absolutePath: string) => Uint8Array | undefined): Outcome<Spec> {
  const loader = createLoader(request.shown, read, request.digest);
  const entry = loader.load(request.path);
  if (!entry.ok) return entry;
  const name = request.name ?? baseName(request.path);
  const adapted = ADAPTERS[request.adapter](entry.value, loader, name);
  return adapted.ok ? done(specOf(request, name, adapted.value, loader)) : adapted;
}

function specOf(request: SpecRequest, name: string, adapted: Adapted, loader: Loader): Spec {
  const { document, collections, origin } = adapted;
  return {
    name,
    adapter: request.adapter,
    path: request.shown(request.path),
    files: loader.sources.map(({ path, digest }) => ({ path, digest })),
    document,
    collections: Object.keys(collections),
    items: itemsReader(adapted, request.shown(request.path)),
    locate(pointer) {
      const { source, path } = origin(pointerSegments(pointer));
      const [offset] = offsetsOf(source, [path]) as [number];
      return { ...placeAt(source.file, source.text, offset), pointer };
    },
  };
}

/** `pet.schema.json` is `pet`; a name that begins with a dot keeps it. */
export function baseName(path: string): string {
  return basename(path).replace(/(?<=.)\..*$/s, '');
}
