import type { TypeOptions } from './options';
import { schemaType } from './schema';
import { scopeOf } from './scope';

/**
 * The TypeScript type of a schema (JSON Schema up to 2020-12, OpenAPI 3.0 and 3.1) or of an entity's attribute: one
 * deterministic expression, on one line unless the options ask for blocks. Whether a property or attribute
 * may be absent is not part of its type.
 * @example typeOf({ type: 'array', items: { enum: ['a', 'b'] } }) // "('a' | 'b')[]"
 */
export function typeOf(schema: unknown, options: TypeOptions = {}): string {
  return schemaType(schema, scopeOf(options)).text;
}
