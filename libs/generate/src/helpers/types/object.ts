import { isObject } from '@nx-conductor/core';
import { elementsOf, lookOf } from '../../trace/look';
import { NEVER, primary, unionOf, type TypeExpression } from './expression';
import { keywordsOf, type Keywords } from './keywords';
import { commentOf } from './schema-comment';
import { keywordsType, schemaType } from './schema';
import { deferred, type Scope } from './scope';
import { indexLine, isOpen, memberLine, type ObjectShape, type Property } from './shape';

/** The shape of an object schema's own keywords. */
export function ownShape(schema: Keywords, scope: Scope): ObjectShape {
  const properties = new Map<string, Property>();
  const inside = deferred(scope, true);
  eachProperty(schema, inside, (key, type, optional, comment) => properties.set(key, { type, optional, comment }));
  return { properties, index: indexOf(schema, properties.size > 0, inside) };
}

/** The members of an object type that needs no other beside it, without the detour of a shape; else undefined. */
export function plainLines(schema: Keywords, scope: Scope): string | undefined {
  const inside = deferred(scope, true);
  let lines = '';
  eachProperty(schema, inside, (key, type, optional, comment) => {
    lines += memberLine(key, type, optional, comment, scope);
  });
  if (lines === '') return undefined;
  const index = indexOf(schema, true, inside);
  return index === undefined ? lines : isOpen(index) ? lines + indexLine(index, scope) : undefined;
}

type Visit = (key: string, type: TypeExpression, optional: boolean, comment: string) => void;

function eachProperty({ properties, required }: Keywords, inside: Scope, visit: Visit): void {
  if (!isObject(properties)) return;
  const names = Array.isArray(required) ? new Set(elementsOf(required as readonly unknown[])) : NO_NAMES;
  const withComment = inside.block && inside.options.comments !== false;
  const look = lookOf(properties);
  for (const key of look?.keys() ?? Object.keys(properties)) {
    const property = look === undefined ? properties[key] : look.value(key);
    const isOptional = !names.has(key);
    if (isObject(property)) {
      const keywords = keywordsOf(property, withComment);
      visit(key, keywordsType(keywords, property, inside), isOptional, withComment ? commentOf(keywords, inside.margin) : '');
    } else visit(key, property === false ? NEVER : primary(inside.unknown), isOptional, '');
  }
}

const NO_NAMES: ReadonlySet<unknown> = new Set();

/** The type behind every key that is no property; undefined when there need be none. */
function indexOf(schema: Keywords, hasProperties: boolean, scope: Scope): TypeExpression | undefined {
  const types: TypeExpression[] = [];
  const patterns = schema.patternProperties;
  if (isObject(patterns)) for (const pattern of Object.keys(patterns)) types.push(schemaType(patterns[pattern], scope));
  const additional = schema.additionalProperties ?? schema.unevaluatedProperties;
  if (additional === true || isObject(additional)) types.push(schemaType(additional, scope));
  if (types.length > 0) return unionOf(types, scope);
  return additional === false && !hasProperties ? NEVER : undefined;
}
