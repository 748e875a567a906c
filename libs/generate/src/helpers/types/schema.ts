import { isObject, type JsonObject } from '@nx-conductor/core';
import { elementsOf } from '../../trace/look';
import { alternatives } from './alternatives';
import { arrayType } from './array';
import { arrayOf, intersectionOf, NEVER, nullable, primary, unionOf, type TypeExpression } from './expression';
import { hasMembers, isComposed, isLiteral, keywordsOf, type Keywords } from './keywords';
import { ownShape, plainLines } from './object';
import { combined, type Part } from './parts';
import { addRequired } from './required';
import { literalType, scalarType } from './scalar';
import { deferred, isCircular, type Scope } from './scope';
import { objectText, shapeTypes } from './shape';

/** What a member of `oneOf` and its like takes from the schema around it, which it only narrows. */
export interface Given {
  readonly type: unknown;
  /** The schemas around it that may describe a property which the member only requires. */
  readonly around: readonly JsonObject[];
}

const NOTHING_GIVEN: Given = { type: undefined, around: [] };

/** The TypeScript type of a schema. */
export function schemaType(schema: unknown, scope: Scope, given: Given = NOTHING_GIVEN): TypeExpression {
  if (isObject(schema)) return keywordsType(keywordsOf(schema, false), schema, scope, given);
  return schema === false ? NEVER : primary(scope.unknown);
}

/** The TypeScript type of a schema whose keywords have been read. */
export function keywordsType(schema: Keywords, source: JsonObject, scope: Scope, given: Given = NOTHING_GIVEN): TypeExpression {
  if (schema.list === true) return arrayOf(keywordsType({ ...schema, list: false }, source, deferred(scope, false), given), scope.options.readonly === true, scope);
  const type = simpleType(schema, scope, given) ?? combined(partsOf(schema, source, scope, given), scope);
  return isNullable(schema, scope) ? nullable(type, scope) : type;
}

/** The type of a schema that only `type` decides: nearly all are such, and this is several times faster. */
function simpleType(schema: Keywords, scope: Scope, given: Given): TypeExpression | undefined {
  const { type } = schema;
  if (typeof type !== 'string' || isLiteral(schema) || isComposed(schema)) return undefined;
  // What a member of a choice requires may be described around it.
  return type === 'object' && given.around.length > 0 && schema.required !== undefined ? undefined : namedType(type, schema, scope);
}

/** The parts of a schema, `null` aside: {@link isNullable} tells of that. */
export function partsOf(schema: Keywords, source: JsonObject, scope: Scope, given: Given = NOTHING_GIVEN): readonly Part[] {
  const parts: Part[] = [];
  if (schema.$ref !== undefined) {
    parts.push(...refParts(schema.$ref, scope));
    if (!siblingsCount(scope)) return parts;
  }
  const composed = isComposed(schema);
  const names = typeNames(schema, given, composed);
  const literal = literals(schema, scope);
  if (literal !== undefined) parts.push(literal);
  else addBase(parts, schema, names, composed, scope);
  if (!composed) {
    addRequired(parts, schema, given.around, scope);
    return parts;
  }
  const inner: Given = { type: names.length === 1 ? names[0] : given.type, around: [...given.around, source] };
  addAllOf(parts, schema.allOf, scope, inner);
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const union = alternatives(schema, keyword, scope, inner);
    if (union !== undefined) parts.push(union);
  }
  addRequired(parts, schema, inner.around, scope);
  if (parts.length === 0 && schema.$ref === undefined) for (const name of names) parts.push(namedType(name, schema, scope));
  return parts;
}

/** True when the schema itself allows `null`: OpenAPI 3.0's `nullable`, or `null` beside other types. */
function isNullable(schema: Keywords, scope: Scope): boolean {
  if (schema.$ref !== undefined && !siblingsCount(scope)) return false;
  const { type } = schema;
  return schema.nullable === true || (Array.isArray(type) && type.length > 1 && type.includes('null') && !isLiteral(schema));
}

/** A reference by its name; one that leads in a circle by what its target says, or not at all inside of such a target. */
function refParts(ref: string, scope: Scope): readonly Part[] {
  if (!isCircular(ref, scope)) return [primary(scope.ref(ref))];
  const target = scope.inlining === undefined ? scope.options.deref?.({ $ref: ref }) : undefined;
  if (target === undefined) return [];
  const inlined: Scope = { ...scope, inlining: scope.position };
  const keywords = isObject(target) ? keywordsOf(target, false) : undefined;
  return keywords === undefined || isNullable(keywords, scope) ? [schemaType(target, inlined)] : partsOf(keywords, target as JsonObject, inlined);
}

function addBase(parts: Part[], schema: Keywords, names: readonly string[], composed: boolean, scope: Scope): void {
  const [name] = names;
  if (name === undefined || (names.length > 1 && composed)) return;
  if (names.length > 1) {
    parts.push(unionOf(names.map((each) => namedType(each, schema, scope)), scope));
  } else if (name === 'object') {
    const shape = ownShape(schema, scope);
    // Beside other parts, a closed or empty object adds nothing; alone it is any object.
    if (shape.properties.size > 0 || (shape.index !== undefined && !(composed && shape.index === NEVER))) parts.push(shape);
    else if (!composed) parts.push({ properties: new Map(), index: primary(scope.unknown) });
  } else if (!composed || (name === 'array' && (schema.items !== undefined || schema.prefixItems !== undefined))) {
    parts.push(namedType(name, schema, scope));
  }
}

function addAllOf(parts: Part[], members: unknown, scope: Scope, given: Given): void {
  if (!hasMembers(members)) return;
  const inside: Scope = { ...scope, position: 'intersection' };
  // A property that one member requires may be described by another.
  const around = [...given.around, ...members.filter(isObject)];
  for (const member of members) {
    const keywords = isObject(member) ? keywordsOf(member, false) : undefined;
    if (keywords !== undefined && !isNullable(keywords, scope)) parts.push(...partsOf(keywords, member as JsonObject, inside, { type: undefined, around }));
    else parts.push(schemaType(member, inside));
  }
}

/** The type of a schema as far as one name in its `type` goes. */
function namedType(name: string, schema: Keywords, scope: Scope): TypeExpression {
  if (name === 'object') {
    const lines = plainLines(schema, scope);
    return lines === undefined ? intersectionOf(shapeTypes(ownShape(schema, scope), scope), scope.unknown, scope) : primary(objectText(lines, scope));
  }
  if (name === 'array') return arrayType(schema, scope);
  return scalarType(name, schema, scope) ?? primary(scope.unknown);
}

function literals(schema: Keywords, scope: Scope): TypeExpression | undefined {
  if (schema.const !== undefined) return literalType(schema.const);
  return hasMembers(schema.enum) ? unionOf(elementsOf(schema.enum).map(literalType), scope) : undefined;
}

/** The names in `type` without `null` beside others; without `type`, what the other keywords are about. */
function typeNames(schema: Keywords, given: Given, composed: boolean): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) {
    const names = (type as readonly unknown[]).filter((name): name is string => typeof name === 'string');
    return names.length > 1 ? names.filter((name) => name !== 'null') : names;
  }
  if (schema.properties !== undefined || schema.additionalProperties !== undefined || schema.patternProperties !== undefined) return ['object'];
  if (schema.items !== undefined || schema.prefixItems !== undefined) return ['array'];
  // `format` alone says nothing of the type, but a binary can only be one thing.
  if (schema.format === 'binary') return ['string'];
  const { type: around } = given;
  return !composed && typeof around === 'string' && around !== 'object' && around !== 'array' && schema.not === undefined ? [around] : [];
}

/** Whether what stands beside a reference counts: the dialect decides. */
function siblingsCount(scope: Scope): boolean {
  return scope.options.refSiblings !== false;
}
