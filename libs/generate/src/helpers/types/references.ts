import { isObject } from '@nx-conductor/core';

/** A reference that TypeScript has to resolve before the type that contains it is known. */
export interface EagerReference {
  readonly ref: string;
  /** What the reference becomes a member of in that type. */
  readonly position: 'union' | 'intersection';
}

/**
 * The references of a schema that stand in no object member, array or tuple: those from which circular aliases
 * arise. Everything else TypeScript defers.
 */
export function eagerReferences(schema: unknown): readonly EagerReference[] {
  const found: EagerReference[] = [];
  collect(schema, 'intersection', found);
  return found;
}

function collect(schema: unknown, position: EagerReference['position'], found: EagerReference[]): void {
  if (!isObject(schema)) return;
  const ref = schema['$ref'];
  if (typeof ref === 'string') found.push({ ref, position });
  for (const keyword of ['allOf', 'oneOf', 'anyOf'] as const) {
    const members = schema[keyword];
    if (Array.isArray(members)) for (const member of members) collect(member, keyword === 'allOf' ? 'intersection' : 'union', found);
  }
}
