import { isObject, type JsonObject } from '@nx-conductor/core';
import { quote } from '../identifiers';
import { primary } from './expression';
import type { Keywords } from './keywords';
import { describedProperty } from './lookup';
import { isShape, type Part } from './parts';
import { schemaType } from './schema';
import { deferred, isCircular, type Scope } from './scope';
import type { ObjectShape, Property } from './shape';

/**
 * Adds the properties that a schema requires but describes elsewhere: in a part, where they only stop being optional;
 * around it; or behind a reference, where `Required<Pick<…>>` says so. A name that nothing describes is left out.
 */
export function addRequired(parts: Part[], { required, properties }: Keywords, around: readonly JsonObject[], scope: Scope): void {
  if (!Array.isArray(required)) return;
  const picks = new Map<string, string[]>();
  const shape = new Map<string, Property>();
  for (const name of required as readonly unknown[]) {
    if (typeof name !== 'string' || (isObject(properties) && Object.hasOwn(properties, name)) || requireInShapes(parts, name)) continue;
    for (const owner of around) {
      const found = describedProperty(owner, name, scope)[0];
      if (found === undefined) continue;
      if (found.ref === undefined) shape.set(name, { type: schemaType(found.property, deferred(scope, true)), optional: false, comment: '' });
      else if (!isCircular(found.ref, scope)) picks.set(found.ref, [...(picks.get(found.ref) ?? []), name]);
      break;
    }
  }
  if (shape.size > 0) parts.push({ properties: shape, index: undefined });
  for (const [ref, names] of picks) parts.push(primary(`Required<Pick<${scope.ref(ref)}, ${names.map(quote).join(' | ')}>>`));
}

/** Makes a property required in the shape that has it; false when none has. */
function requireInShapes(parts: Part[], name: string): boolean {
  const at = parts.findIndex((part) => isShape(part) && part.properties.has(name));
  if (at < 0) return false;
  const shape = parts[at] as ObjectShape;
  const property = shape.properties.get(name) as Property;
  if (property.optional) parts[at] = { ...shape, properties: new Map(shape.properties).set(name, { ...property, optional: false }) };
  return true;
}
