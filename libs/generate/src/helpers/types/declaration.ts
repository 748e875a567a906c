import { isObject, type JsonObject } from '@nx-conductor/core';
import { enumDeclaration } from './enumeration';
import { following, type TypeExpression } from './expression';
import { isInterface } from './members';
import type { TypeOptions } from './options';
import { isShape, mergedParts, partsOf, schemaType } from './schema';
import { scopeOf, type Scope } from './scope';
import { memberLines, type ObjectShape } from './shape';

/**
 * The exported declaration of a schema's type, without its doc comment: an interface for a plain object (extending
 * those that its `allOf` refers to), an enumeration as the options want it, else an alias.
 * @param name a valid identifier
 */
export function typeDeclaration(name: string, schema: unknown, options: TypeOptions = {}): string {
  const blocks: TypeOptions = { layout: 'block', ...options };
  const scope = scopeOf(blocks);
  if (isObject(schema)) {
    const enumeration = enumDeclaration(name, schema, blocks);
    if (enumeration !== undefined) return enumeration;
    if (isInterface(schema, blocks)) {
      const declared = interfaceDeclaration(name, schema, scope);
      if (declared !== undefined) return declared;
    }
  }
  return `export type ${name} =${following(schemaType(schema, scope), '')};`;
}

/** The interface, or undefined when nothing would stand in its body: then an alias says the same. */
function interfaceDeclaration(name: string, schema: JsonObject, scope: Scope): string | undefined {
  const parts = mergedParts(partsOf(schema, scope));
  const shapes = parts.filter(isShape);
  const bases = parts.filter((part): part is TypeExpression => !isShape(part)).map((base) => base.text);
  if (shapes.length !== 1) return undefined;
  const lines = memberLines(shapes[0] as ObjectShape, scope);
  if (lines === '') return undefined;
  const heritage = bases.length === 0 ? '' : ` extends ${[...new Set(bases)].join(', ')}`;
  return `export interface ${name}${heritage} {\n${lines}\n}`;
}
