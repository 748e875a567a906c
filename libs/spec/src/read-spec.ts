import { basename } from 'node:path';
import { done, pointerSegments, type AdapterId, type Digest, type Outcome, type Spec } from '@nx-conductor/core';
import type { Adapted, Adapter } from './adapters/adapter';
import { data } from './adapters/data';
import { entities } from './adapters/entities';
import { jsonSchema } from './adapters/json-schema';
import { openapi } from './adapters/openapi';
import type { Grain } from './entries/entries';
import { LEAST_BYTES, rememberText, reviseText, type Revised, type TextMemory } from './entries/memory';
import { itemsReader } from './items/items-reader';
import type { LoadedFile } from './refs/loaded-file';
import { createLoader, type Loader } from './refs/loader';
import { placeAt } from './text/place';
import { offsetsOf } from './text/positions';

/** Adapters that read one document. */
export type TextAdapterId = Exclude<AdapterId, 'files'>;

/** Which spec to read. */
export interface SpecRequest {
  /** Name that templates see; without it, the entry file's base name without extensions. */
  readonly name?: string;
  readonly adapter: TextAdapterId;
  /** Absolute path of the entry file. */
  readonly path: string;
  /** Turns an absolute path into one as people know it. */
  readonly shown: (absolutePath: string) => string;
  /** SHA-256 of a file that is read, when the caller knows it already. */
  readonly digest?: (absolutePath: string) => Digest;
  /** What an earlier read of the same spec left, so that only what has changed since must be parsed. */
  readonly earlier?: TextMemory | undefined;
  /** How finely texts are divided, for tests. */
  readonly grain?: Grain & { readonly least: number };
}

/** A spec with what a later read of it can start from. */
export interface RememberingSpec extends Spec {
  /** Undefined for what is better read whole each time: several files, YAML, small texts. */
  readonly memory?: TextMemory;
}

const ADAPTERS: Readonly<Record<TextAdapterId, Adapter>> = { openapi, 'json-schema': jsonSchema, entities, data };

/**
 * Reads a spec: the entry file and every file that its references lead to, each exactly once, through `read`, which
 * gives the bytes of a file or undefined when there is none. Fails with the place of everything that is wrong:
 * text that does not parse, references that lead nowhere or in circles, an entity model against its rules.
 */
export function readSpec(request: SpecRequest, read: (absolutePath: string) => Uint8Array | undefined): Outcome<RememberingSpec> {
  let bytes: Uint8Array | undefined;
  let revised: Revised | undefined;
  const loader = createLoader(request.shown, read, request.digest, revise);
  const entry = loader.load(request.path);
  if (!entry.ok) return entry;
  const name = request.name ?? baseName(request.path);
  const adapted = ADAPTERS[request.adapter](entry.value, loader, name);
  if (!adapted.ok) return adapted;
  const spec = specOf(request, name, adapted.value, loader);
  const { refs } = adapted.value;
  if (refs === undefined || loader.sources.length > 1 || bytes === undefined) return done(spec);
  if (revised !== undefined) return done({ ...spec, since: revised.since, memory: revised.memory(refs) });
  const { grain } = request;
  const memory = bytes.length < (grain?.least ?? LEAST_BYTES) ? undefined : rememberText(request.adapter, entry.value, bytes, refs, grain);
  return done(memory === undefined ? spec : { ...spec, memory });

  /** The entry file as what differs from an earlier text of it. */
  function revise(path: string, content: Uint8Array): LoadedFile | undefined {
    if (path !== request.path) return undefined;
    bytes = content;
    const { earlier, shown, digest } = request;
    revised = earlier?.adapter === request.adapter ? reviseText(earlier, path, shown(path), content, digest?.(path)) : undefined;
    return revised?.file;
  }
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
