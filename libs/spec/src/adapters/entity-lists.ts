import { isObject, own, type Failure, type Json, type JsonObject } from '@nx-conductor/core';
import { pointerTo } from '../refs/pointer-to';

/** An entity model whose maps have become lists, and the way back. */
export interface Listed {
  readonly value: Json;
  /** Path in the file of a path in the value. */
  toFile(path: readonly PropertyKey[]): string[];
  readonly failures: readonly Failure[];
}

/**
 * Turns the map form (name → definition) of entities, attributes and relationships into lists of named definitions.
 * Anything else stays as it is, for the schema to judge. Absent lists of members become empty ones.
 */
export function listEntities(file: string, root: Json): Listed {
  // For each list that was made of a map, by its pointer in the value: the keys in order.
  const keysOfLists = new Map<string, readonly string[]>();
  const failures: Failure[] = [];
  if (!isObject(root)) return { value: root, toFile: (path) => path.map(String), failures };
  const entities = listed(own(root, 'entities'), ['entities']);
  const value = Array.isArray(entities) ? (entities as readonly Json[]).map((entity, index) => withMembers(entity, ['entities', String(index)])) : entities;
  return { value: Object.fromEntries([...Object.entries(root), ...(value === undefined ? [] : [['entities', value] as const])]) as Json, toFile, failures };

  function withMembers(entity: Json, path: readonly string[]): Json {
    if (!isObject(entity)) return entity;
    const members = ['attributes', 'relationships'].map((key) => [key, listed(own(entity, key) ?? [], [...path, key])] as const);
    return Object.fromEntries([...Object.entries(entity), ...members]) as Json;
  }

  function listed(value: Json | undefined, path: readonly string[]): Json | undefined {
    if (!isObject(value)) return value;
    const keys = Object.keys(value);
    keysOfLists.set(pointerTo(path), keys);
    return keys.map((key, index) => named(own(value, key) as Json, key, [...path, String(index)]));
  }

  function named(definition: Json, key: string, path: readonly string[]): Json {
    if (!isObject(definition)) return definition;
    const name = own(definition, 'name');
    if (name !== undefined && name !== key) {
      const pointer = pointerTo([...toFile(path), 'name']);
      failures.push({ code: 'invalid-value', place: { file, pointer }, what: '`name`', expected: `\`${key}\`, the key it stands under, or no name`, received: JSON.stringify(name) });
    }
    return { name: key, ...withoutName(definition) };
  }

  function toFile(path: readonly PropertyKey[]): string[] {
    const texts = path.map(String);
    return texts.map((segment, index) => keysOfLists.get(pointerTo(texts.slice(0, index)))?.[Number(segment)] ?? segment);
  }
}

function withoutName(definition: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== 'name')) as JsonObject;
}
