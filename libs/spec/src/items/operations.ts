import { isObject, own, type Item, type Json, type JsonObject } from '@nx-conductor/core';
import { METHODS } from '../refs/grammar';
import { pointerTo } from '../refs/pointer-to';
import type { Facts, MakeItem } from './collection';
import { deref } from './deref';

/** An operation of an OpenAPI document, found but not yet read. */
export interface FoundOperation {
  readonly operation: JsonObject;
  readonly pathItem: JsonObject;
  /** The path template it is listed under, such as `/pets/{id}`. */
  readonly path: string;
  readonly method: string;
  readonly pointer: string;
}

/** The operations of a document in its order: by path, then by method as each path item lists them. */
export function findOperations(document: Json): FoundOperation[] {
  const found: FoundOperation[] = [];
  const paths = isObject(document) ? own(document, 'paths') : undefined;
  if (!isObject(paths)) return found;
  for (const path of Object.keys(paths)) {
    if (path.startsWith('x-')) continue;
    const { value: pathItem, path: at } = deref(document, own(paths, path), ['paths', path]);
    if (!isObject(pathItem)) continue;
    for (const method of Object.keys(pathItem)) {
      if (!(METHODS as readonly string[]).includes(method)) continue;
      const { value: operation, path: place } = deref(document, own(pathItem, method), [...at, method]);
      if (isObject(operation)) found.push({ operation, pathItem, path, method, pointer: pointerTo(place) });
    }
  }
  return found;
}

/** The item of an operation: parameters of its path merged in, and one level of `$ref`s resolved. */
export function operationItem(document: Json, found: FoundOperation, make: MakeItem): Item {
  const { operation, pathItem, path, method, pointer } = found;
  const resolved = (value: Json | undefined) => deref(document, value, []).value;
  const id = () => textOf(operation, 'operationId');
  const facts: Facts = {
    name: () => id() ?? nameOfOperation(method, path),
    key: () => method,
    pointer: () => pointer,
    id,
    method: () => method,
    path: () => path,
    operation: () => operation,
    tags: () => tagsOf(operation),
  };
  return make(() => operation, facts, {
    parameters: () => mergedParameters(listOf(pathItem, 'parameters').map(resolved), listOf(operation, 'parameters').map(resolved)),
    requestBody: () => resolved(own(operation, 'requestBody')),
    responses: () => resolvedResponses(own(operation, 'responses'), resolved),
  });
}

/** The tags an operation lists; none means `default`, the group that documentation tools show such operations in. */
export function tagsOf(operation: JsonObject): readonly string[] {
  return listOf(operation, 'tags').filter((tag) => typeof tag === 'string');
}

/** A name for an operation without one: `get /pets/{id}` becomes `getPetsById`. */
export function nameOfOperation(method: string, path: string): string {
  const words = path.split('/').flatMap((segment) => segment.split(/(\{[^}]*\})/)).filter((part) => part !== '');
  return method + words.map((part) => (part.startsWith('{') ? `By${capitalized(part)}` : capitalized(part))).join('');
}

function capitalized(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => (word[0] as string).toUpperCase() + word.slice(1)).join('');
}

/** An operation's own parameter replaces the path's of the same name and place (OpenAPI 3.1.1, section 4.8.10). */
function mergedParameters(ofPath: readonly (Json | undefined)[], ofOperation: readonly (Json | undefined)[]): Json[] {
  const merged = new Map<string, Json>();
  for (const parameter of [...ofPath, ...ofOperation]) {
    if (isObject(parameter)) merged.set(JSON.stringify([own(parameter, 'in'), own(parameter, 'name')]), parameter);
  }
  return [...merged.values()];
}

function resolvedResponses(responses: Json | undefined, resolved: (value: Json | undefined) => Json | undefined): JsonObject {
  const result: Record<string, Json | undefined> = {};
  if (!isObject(responses)) return result;
  for (const status of Object.keys(responses)) {
    if (!status.startsWith('x-') && status !== '__proto__') result[status] = resolved(own(responses, status));
  }
  return result;
}

function listOf(value: JsonObject, key: string): readonly Json[] {
  const list = own(value, key);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

function textOf(value: JsonObject, key: string): string | undefined {
  const text = own(value, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
