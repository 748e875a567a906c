import { isObject, own, pointerSegments, type Failure, type Json, type Place } from '@nx-conductor/core';
import { idsOf, type Ids } from './ids';
import type { LoadedFile } from './loaded-file';
import type { Loader } from './loader';
import { nearestRef } from './nearest-ref';
import { decoded, pathOf } from './path-of-ref';
import { pointerTo } from './pointer-to';

/** A value that a reference leads to, by where it really stands. */
export interface Target {
  readonly file: LoadedFile;
  readonly path: readonly string[];
  readonly value: Json;
  /** Unique among all targets of the spec. */
  readonly id: string;
  /** The reference's own pointer names the value, without anchors, `$id`s or other `$ref`s on the way. */
  readonly direct: boolean;
}

/** The target, or what is wrong; an empty list repeats what was reported before. */
export type Resolution = Target | readonly Failure[];

/**
 * Resolves the references of the files of one spec. `base` is the path of the schema around the reference that has
 * an `$id` of its own: fragments count from there.
 */
export type Resolver = (file: LoadedFile, text: string, place: () => Place, base?: readonly string[]) => Resolution;

/** True for a resolution that found its target. */
export const isTarget = (resolution: Resolution): resolution is Target => !Array.isArray(resolution);

/**
 * A resolver that remembers what each text leads to. A pointer may pass through further references
 * (`#/components/schemas/Pet/properties/id` where `Pet` is itself a `$ref`), as people expect of a bundled document.
 */
export function createResolver(loader: Loader): Resolver {
  const known = new Map<LoadedFile, Map<string, Target>>();
  const ids = new Map<LoadedFile, Ids>();
  const underWay = new Set<string>();
  return resolve;

  function idsIn(file: LoadedFile): Ids {
    let names = ids.get(file);
    if (names === undefined) ids.set(file, (names = idsOf(file)));
    return names;
  }

  function resolve(file: LoadedFile, text: string, place: () => Place, base: readonly string[] = []): Resolution {
    let targets = known.get(file);
    if (targets === undefined) known.set(file, (targets = new Map()));
    const key = base.length === 0 ? text : `${text} ${pointerTo(base)}`;
    const before = targets.get(key) ?? (base.length === 0 ? plainTarget(file, text) : undefined);
    if (before !== undefined) {
      targets.set(key, before);
      return before;
    }
    const task = `${file.source.path} ${key}`;
    if (underWay.has(task)) return [{ code: 'ref-cycle', place: place(), chain: [text, text] }];
    underWay.add(task);
    const resolution = resolveFrom(file, text, place, base);
    underWay.delete(task);
    if (isTarget(resolution)) targets.set(key, resolution);
    return resolution;
  }

  /** People also write pointers from the root inside a schema with an `$id`; strictly that is wrong, and always clear. */
  function resolveFrom(file: LoadedFile, text: string, place: () => Place, base: readonly string[]): Resolution {
    if (base.length > 0 && text.startsWith('#')) {
      const inner = resolveAnew(file, text, place, base);
      if (isTarget(inner)) return inner;
    }
    return resolveAnew(file, text, place, []);
  }

  function resolveAnew(from: LoadedFile, text: string, place: () => Place, base: readonly string[]): Resolution {
    const hash = text.indexOf('#');
    const filePart = hash < 0 ? text : text.slice(0, hash);
    const fragment = hash < 0 ? '' : text.slice(hash + 1);
    const found = filePart === '' ? { file: from, path: base, direct: base.length === 0 } : fileOf(from, filePart, place);
    if (isFailures(found)) return found;
    if (fragment === '' || fragment.startsWith('/')) return follow(found.file, found.path, pointerSegments(`#${fragment}`), text, place, found.direct);
    const anchored = idsIn(found.file).anchor(decoded(fragment));
    if (anchored === undefined) return [dangling(text, place)];
    return follow(found.file, anchored, [], text, place, false);
  }

  /** The file, and the value in it, that the part of a reference before `#` means. */
  function fileOf(from: LoadedFile, part: string, place: () => Place): { file: LoadedFile; path: readonly string[]; direct: boolean } | readonly Failure[] {
    const embedded = idsIn(from).resource(part);
    if (embedded !== undefined) return { file: from, path: embedded, direct: false };
    const path = pathOf(from.source.path, part);
    if (path === undefined) {
      return [{ code: 'invalid-value', place: place(), what: '`$ref`', expected: 'a place in this document or a local file (download the other document and refer to the copy)', received: part }];
    }
    const loaded = loader.load(path, place);
    return loaded.ok ? { file: loaded.value, path: [], direct: true } : loaded.failures;
  }

  function follow(file: LoadedFile, base: readonly string[], segments: readonly string[], text: string, place: () => Place, direct: boolean): Resolution {
    let at = { file, path: [...base], value: walk(file.value, base), direct };
    for (const [index, segment] of segments.entries()) {
      let child = childOf(at.value, segment);
      const chain: string[] = [];
      while (child === undefined) {
        const reference = refOf(at.value);
        if (reference === undefined) return [dangling(text, place, nearestRef(text, at.value, at.path, segments.slice(index)))];
        const next = resolve(at.file, reference, place);
        if (!isTarget(next)) return next;
        if (chain.includes(reference)) return [{ code: 'ref-cycle', place: place(), chain: [...chain, reference] }];
        chain.push(reference);
        at = { file: next.file, path: [...next.path], value: next.value, direct: false };
        child = childOf(at.value, segment);
      }
      at.path.push(segment);
      at.value = child;
    }
    return { ...at, id: `${at.file.source.path}${pointerTo(at.path)}` };
  }
}

const isFailures = (found: object): found is readonly Failure[] => Array.isArray(found);

function dangling(ref: string, place: () => Place, nearest?: string): Failure {
  return { code: 'dangling-ref', place: place(), ref, ...(nearest !== undefined && { nearest }) };
}

/** The text of a value's `$ref`, when it has one. */
export function refOf(value: Json): string | undefined {
  const text = isObject(value) ? own(value, '$ref') : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** What nearly every reference is, and a large document has thousands: a pointer with nothing to unescape straight to a value of its own file. */
function plainTarget(file: LoadedFile, text: string): Target | undefined {
  if (!text.startsWith('#/') || /[%~]/.test(text)) return undefined;
  const path = text.slice(2).split('/');
  let value: Json | undefined = file.value;
  for (const segment of path) {
    value = childOf(value, segment);
    if (value === undefined) return undefined;
  }
  return { file, path, value, id: file.source.path + text, direct: true };
}

function childOf(value: Json, segment: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(segment) ? (value as readonly Json[])[Number(segment)] : undefined;
  return isObject(value) ? own(value, segment) : undefined;
}

function walk(value: Json, path: readonly string[]): Json {
  return path.reduce((inner, segment) => childOf(inner, segment) as Json, value);
}
