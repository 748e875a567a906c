import { isObject, own, type JsonObject } from '@nx-conductor/core';
import type { Scope } from './scope';

/** Where a schema's property is described, and through which reference it was found. */
export interface Described {
  readonly property: unknown;
  readonly ref: string | undefined;
}

/**
 * Every description that an object schema gives of a property: its own, and those of its `allOf`, behind references
 * too. A schema that allows anything but objects gives none: the property is not a key of its type then.
 */
export function describedProperty(schema: unknown, name: string, scope: Scope): readonly Described[] {
  const found: Described[] = [];
  return collect(schema, name, scope, undefined, new Set(), found) ? found : [];
}

/** Adds the descriptions; false when the schema is not only about objects. */
function collect(schema: unknown, name: string, scope: Scope, through: string | undefined, seen: Set<string>, found: Described[]): boolean {
  if (!isObject(schema)) return true;
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const isNew = !seen.has(ref) && scope.options.deref !== undefined;
    seen.add(ref);
    if (isNew && !collect(scope.options.deref?.({ $ref: ref }), name, scope, through ?? ref, seen, found)) return false;
    if (scope.options.refSiblings === false) return true;
  }
  if (!isOnlyObject(schema)) return false;
  const properties = schema['properties'];
  const property = isObject(properties) ? own(properties, name) : undefined;
  if (property !== undefined) found.push({ property, ref: through });
  const parts = schema['allOf'];
  return !Array.isArray(parts) || (parts as readonly unknown[]).every((part) => collect(part, name, scope, through, seen, found));
}

function isOnlyObject(schema: JsonObject): boolean {
  const type = schema['type'];
  return (type === undefined || type === 'object') && schema['nullable'] !== true && schema['enum'] === undefined && schema['const'] === undefined;
}
