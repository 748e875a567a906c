import { dirname, resolve as resolvePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObject, own, pointerSegments, type Failure, type Json, type Place } from '@nx-conductor/core';
import { idsOf, type Ids } from './ids';
import type { LoadedFile, Loader } from './loader';
import { nearestRef } from './nearest-ref';
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

/** Resolves the references of the files of one spec. */
export type Resolver = (file: LoadedFile, text: string, place: () => Place) => Resolution;

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

  function resolve(file: LoadedFile, text: string, place: () => Place): Resolution {
    let targets = known.get(file);
    if (targets === undefined) known.set(file, (targets = new Map()));
    const before = targets.get(text);
    if (before !== undefined) return before;
    const key = `${file.source.path} ${text}`;
    if (underWay.has(key)) return [{ code: 'ref-cycle', place: place(), chain: [text, text] }];
    underWay.add(key);
    const resolution = resolveAnew(file, text, place);
    underWay.delete(key);
    if (isTarget(resolution)) targets.set(text, resolution);
    return resolution;
  }

  function resolveAnew(from: LoadedFile, text: string, place: () => Place): Resolution {
    const hash = text.indexOf('#');
    const filePart = hash < 0 ? text : text.slice(0, hash);
    const fragment = hash < 0 ? '' : text.slice(hash + 1);
    const found = fileOf(from, filePart, place);
    if (isFailures(found)) return found;
    if (fragment === '' || fragment.startsWith('/')) return follow(found.file, found.path, pointerSegments(`#${fragment}`), text, place, found.direct);
    const anchored = idsIn(found.file).anchor(decoded(fragment));
    if (anchored === undefined) return [dangling(text, place)];
    return follow(found.file, anchored, [], text, place, false);
  }

  /** The file, and the value in it, that the part of a reference before `#` means. */
  function fileOf(from: LoadedFile, part: string, place: () => Place): { file: LoadedFile; path: readonly string[]; direct: boolean } | readonly Failure[] {
    if (part === '') return { file: from, path: [], direct: true };
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
      for (let reference = refOf(at.value); child === undefined && reference !== undefined; reference = refOf(at.value)) {
        const next = resolve(at.file, reference, place);
        if (!isTarget(next)) return next;
        at = { file: next.file, path: [...next.path], value: next.value, direct: false };
        child = childOf(at.value, segment);
      }
      if (child === undefined) return [dangling(text, place, nearestRef(text, at.value, at.path, segments.slice(index)))];
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

function childOf(value: Json, segment: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(segment) ? (value as readonly Json[])[Number(segment)] : undefined;
  return isObject(value) ? own(value, segment) : undefined;
}

function walk(value: Json, path: readonly string[]): Json {
  return path.reduce((inner, segment) => childOf(inner, segment) as Json, value);
}

/** Absolute path of the file that a relative reference names, or undefined for one that names no local file. */
export function pathOf(from: string, part: string): string | undefined {
  if (/^file:/i.test(part)) {
    try {
      return fileURLToPath(part);
    } catch {
      return undefined;
    }
  }
  // A scheme has two letters at least: `C:` is a drive.
  if (/^[a-z][a-z\d+.-]+:|^\/\//i.test(part)) return undefined;
  return resolvePath(dirname(from), decoded(part.replace(/\?.*$/s, '')));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
