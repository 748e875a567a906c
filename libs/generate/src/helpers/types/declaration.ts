import { isObject, type JsonObject } from '@nx-conductor/core';
import { enumDeclaration } from './enumeration';
import { following, type TypeExpression } from './expression';
import { keywordsOf, type Keywords } from './keywords';
import { isInterface } from './members';
import type { TypeOptions } from './options';
import { plainLines } from './object';
import { isShape, mergedParts } from './parts';
import { partsOf, schemaType } from './schema';
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
    const enumeration = blocks.enums === undefined || blocks.enums === 'union' ? undefined : enumDeclaration(name, schema, blocks.enums);
    if (enumeration !== undefined) return enumeration;
    const keywords = keywordsOf(schema, false);
    if (isInterface(schema, keywords, blocks)) {
      const declared = interfaceDeclaration(name, keywords, schema, scope);
      if (declared !== undefined) return declared;
    }
  }
  return `export type ${name} =${following(schemaType(schema, scope))};`;
}

/** The interface, or undefined when nothing would stand in its body: then an alias says the same. */
function interfaceDeclaration(name: string, keywords: Keywords, schema: JsonObject, scope: Scope): string | undefined {
  const plain = keywords.allOf === undefined ? plainLines(keywords, scope) : undefined;
  if (plain !== undefined) return `export interface ${name} {${plain}\n}`;
  const parts = mergedParts(partsOf(keywords, schema, scope));
  const shapes = parts.filter(isShape);
  const bases = parts.filter((part): part is TypeExpression => !isShape(part)).map((base) => base.text);
  if (shapes.length !== 1) return undefined;
  const lines = memberLines(shapes[0] as ObjectShape, scope);
  if (lines === '') return undefined;
  const heritage = bases.length === 0 ? '' : ` extends ${[...new Set(bases)].join(', ')}`;
  return `export interface ${name}${heritage} {${lines}\n}`;
}
