import { isObject, type JsonObject } from '@nx-conductor/core';
import { quote } from '../identifiers';
import { schemaComment } from './schema-comment';
import { arrayOf, BINDING, intersectionOf, NEVER, nullable, primary, unionOf, type TypeExpression } from './expression';
import { describedProperty } from './lookup';
import { literalType, scalarType } from './scalar';
import { deferred, lastSegment, type Scope } from './scope';
import { isEmptyShape, isOpen, mergeShapes, shapeTypes, type ObjectShape, type Property } from './shape';

/** What a schema says, as types that all hold: they are intersected in the end. Shapes stay open to merging. */
export type Part = TypeExpression | ObjectShape;

/** What a member of `oneOf` and its like takes from the schema around it, which it only narrows. */
interface Given {
  readonly type: unknown;
  /** The schemas around it that may describe a property which the member only requires. */
  readonly around: readonly JsonObject[];
}

const NOTHING_GIVEN: Given = { type: undefined, around: [] };
const NO_NAMES: ReadonlySet<unknown> = new Set();
const EMPTY_SHAPE: ObjectShape = { properties: new Map(), index: undefined };

/** The TypeScript type of a schema. */
export function schemaType(schema: unknown, scope: Scope, given: Given = NOTHING_GIVEN): TypeExpression {
  if (schema === false) return NEVER;
  if (!isObject(schema)) return primary(scope.unknown);
  // An entity's attribute says in a key of its own that it holds a list.
  if (schema['list'] === true) return arrayOf(schemaType({ ...schema, list: false }, deferred(scope, false)), scope.options.readonly === true);
  const type = simpleType(schema, scope) ?? combined(partsOf(schema, scope, given), scope);
  return isNullable(schema, scope) ? nullable(type, roomOf(scope)) : type;
}

/** The type of a schema that only one keyword decides: nearly all are such, and this is several times faster. */
function simpleType(schema: JsonObject, scope: Scope): TypeExpression | undefined {
  const { type } = schema;
  if (typeof type !== 'string' || isComposed(schema) || schema['enum'] !== undefined || schema['const'] !== undefined) return undefined;
  if (type !== 'object') return namedType(type, schema, scope);
  return schema['required'] === undefined ? namedType(type, schema, scope) : undefined;
}

/** The parts of a schema, `null` aside: {@link isNullable} tells of that. */
export function partsOf(schema: JsonObject, scope: Scope, given: Given = NOTHING_GIVEN): readonly Part[] {
  const parts: Part[] = [];
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const type = refType(ref, scope);
    if (type !== undefined) parts.push(type);
    if (!siblingsCount(scope)) return parts;
  }
  const literal = literals(schema, scope);
  const composed = isComposed(schema);
  const names = typeNames(schema, given, composed);
  if (literal !== undefined) parts.push(literal);
  else addBase(parts, schema, names, composed, scope);
  if (!composed) {
    addRequired(parts, schema, given.around, scope);
    return parts;
  }
  const inner: Given = { type: names.length === 1 ? names[0] : given.type, around: [...given.around, schema] };
  addAllOf(parts, schema['allOf'], scope, inner);
  for (const keyword of ['oneOf', 'anyOf'] as const) addAlternatives(parts, schema, keyword, scope, inner);
  addRequired(parts, schema, inner.around, scope);
  if (parts.length === 0 && typeof ref !== 'string') for (const name of names) parts.push(namedType(name, schema, scope));
  return parts;
}

/** All parts as one type: shapes that agree become one object type, the rest is intersected. */
export function combined(parts: readonly Part[], scope: Scope): TypeExpression {
  if (parts.length === 1 && !isShape(parts[0] as Part)) return parts[0] as TypeExpression;
  return intersectionOf(mergedParts(parts).flatMap((part) => (isShape(part) ? (isEmptyShape(part) ? [] : shapeTypes(part, scope)) : [part])), scope.unknown);
}

/** The parts with all shapes that agree merged into the place of the last, so that names come first. */
export function mergedParts(parts: readonly Part[]): readonly Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const at = isShape(part) ? merged.findIndex((other) => isShape(other)) : -1;
    const shape = at < 0 ? undefined : mergeShapes(merged[at] as ObjectShape, part as ObjectShape);
    if (shape === undefined) merged.push(part);
    else {
      merged.splice(at, 1);
      merged.push(shape);
    }
  }
  return merged;
}

export function isShape(part: Part): part is ObjectShape {
  return 'properties' in part;
}

/** True when the schema itself allows `null`: OpenAPI 3.0's `nullable`, or `null` beside other types. */
export function isNullable(schema: JsonObject, scope: Scope): boolean {
  if (typeof schema['$ref'] === 'string' && !siblingsCount(scope)) return false;
  const type = schema['type'];
  const literals = schema['const'] !== undefined || schema['enum'] !== undefined;
  return schema['nullable'] === true || (!literals && Array.isArray(type) && type.length > 1 && type.includes('null'));
}

/** The shape of an object schema's own keywords. */
export function ownShape(schema: JsonObject, scope: Scope): ObjectShape {
  const declared = schema['properties'];
  const required = schema['required'];
  const properties = new Map<string, Property>();
  const inside = deferred(scope, true);
  if (isObject(declared)) {
    const names = Array.isArray(required) ? new Set(required as readonly unknown[]) : NO_NAMES;
    const comments = scope.block && scope.options.comments !== false;
    for (const key of Object.keys(declared)) {
      const property = declared[key];
      properties.set(key, { type: schemaType(property, inside), optional: !names.has(key), comment: comments ? schemaComment(property) : '' });
    }
  }
  return { properties, index: indexOf(schema, properties.size > 0, inside) };
}

function indexOf(schema: JsonObject, hasProperties: boolean, scope: Scope): TypeExpression | undefined {
  const types: TypeExpression[] = [];
  const patterns = schema['patternProperties'];
  if (isObject(patterns)) for (const pattern of Object.keys(patterns)) types.push(schemaType(patterns[pattern], scope));
  const additional = schema['additionalProperties'] ?? schema['unevaluatedProperties'];
  if (additional === true || isObject(additional)) types.push(schemaType(additional, scope));
  if (types.length > 0) return unionOf(types, roomOf(scope));
  return additional === false && !hasProperties ? NEVER : undefined;
}

function addBase(parts: Part[], schema: JsonObject, names: readonly string[], composed: boolean, scope: Scope): void {
  if (names.length === 1) {
    const name = names[0] as string;
    if (name === 'object') {
      const shape = ownShape(schema, scope);
      // Beside other parts, a closed or empty object adds nothing; alone it is any object.
      if (shape.properties.size > 0 || (shape.index !== undefined && !(composed && shape.index.text === 'never'))) parts.push(shape);
      else if (!composed) parts.push({ ...EMPTY_SHAPE, index: primary(scope.unknown) });
    } else if (!composed || (name === 'array' && (schema['items'] !== undefined || schema['prefixItems'] !== undefined))) {
      parts.push(namedType(name, schema, scope));
    }
  } else if (names.length > 1 && !composed) {
    parts.push(unionOf(names.map((name) => namedType(name, schema, scope)), roomOf(scope)));
  }
}

/** The type of a schema as far as one name in its `type` goes. */
function namedType(name: string, schema: JsonObject, scope: Scope): TypeExpression {
  if (name === 'object') return intersectionOf(shapeTypes(ownShape(schema, scope), scope), scope.unknown);
  if (name === 'array') return arrayType(schema, scope);
  return scalarType(name, schema, scope) ?? primary(scope.unknown);
}

/** Arrays and tuples: `prefixItems`, and the array form of `items` that came before it. */
function arrayType(schema: JsonObject, scope: Scope): TypeExpression {
  const { items } = schema;
  const readonly = scope.options.readonly === true;
  const prefix = schema['prefixItems'] ?? (Array.isArray(items) ? items : undefined);
  if (!Array.isArray(prefix)) return arrayOf(schemaType(items, deferred(scope, false)), readonly);
  const inside = deferred(scope, false);
  const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : prefix.length;
  const elements = prefix.map((item, index) => {
    const type = schemaType(item, inside);
    return index < least ? type.text.trimStart() : `${type.binding < BINDING.primary ? `(${type.text})` : type.text}?`;
  });
  const rest = Array.isArray(items) ? schema['additionalItems'] : items;
  const most = schema['maxItems'];
  if (rest !== false && !(typeof most === 'number' && most <= prefix.length)) elements.push(`...${arrayOf(schemaType(rest, inside), false).text}`);
  const text = `[${elements.join(', ')}]`;
  return readonly ? { text: `readonly ${text}`, binding: BINDING.operator } : primary(text);
}

function addAllOf(parts: Part[], members: unknown, scope: Scope, given: Given): void {
  if (!Array.isArray(members)) return;
  const inside: Scope = { ...scope, position: 'intersection' };
  // A property that one member requires may be described by another.
  const around = { ...given, around: [...given.around, ...(members as readonly unknown[]).filter(isObject)] };
  for (const member of members as readonly unknown[]) {
    if (isObject(member) && !isNullable(member, scope)) parts.push(...partsOf(member, inside, { type: undefined, around: around.around }));
    else parts.push(schemaType(member, inside));
  }
}

function addAlternatives(parts: Part[], schema: JsonObject, keyword: 'oneOf' | 'anyOf', scope: Scope, given: Given): void {
  const members = schema[keyword];
  if (!hasMembers(members)) return;
  const inside: Scope = { ...scope, position: 'union' };
  const types: TypeExpression[] = [];
  for (const member of members) {
    if (isObject(member) && isDropped(member, inside)) {
      // Inside an intersection, a choice without one of its members would promise too much.
      if (scope.inlining === 'intersection') return;
      continue;
    }
    types.push(narrowed(schemaType(member, inside, given), member, schema['discriminator'], scope));
  }
  if (types.length === 0) return;
  const union = unionOf(types, roomOf(scope));
  if (!isOpen(union)) parts.push(union);
}

/** The type of one alternative together with what the discriminator's property holds in it. */
function narrowed(type: TypeExpression, member: unknown, discriminator: unknown, scope: Scope): TypeExpression {
  if (!isObject(discriminator) || !isObject(member) || scope.options.deref === undefined) return type;
  const { propertyName, mapping } = discriminator;
  const ref = member['$ref'];
  if (typeof propertyName !== 'string' || typeof ref !== 'string') return type;
  const described = describedProperty(member, propertyName, scope);
  const isPlainString = ({ property }: { readonly property: unknown }) =>
    isObject(property) && property['type'] === 'string' && property['enum'] === undefined && property['const'] === undefined;
  // A property that names its values itself needs no help, and could contradict.
  if (described.length === 0 || !described.every(isPlainString)) return type;
  const name = lastSegment(ref);
  const mapped = isObject(mapping) ? Object.keys(mapping).filter((key) => mapping[key] === ref || mapping[key] === name) : [];
  const values = unionOf((mapped.length > 0 ? mapped : [name]).map(literalType));
  const shape: ObjectShape = { properties: new Map([[propertyName, { type: values, optional: false, comment: '' }]]), index: undefined };
  return intersectionOf([type, ...shapeTypes(shape, { ...scope, block: false })], scope.unknown);
}

/**
 * Properties that a schema requires but describes elsewhere: in a merged part, where they only stop being optional;
 * around it; or behind a reference, where `Required<Pick<…>>` says so. A name that nothing describes is left out.
 */
function addRequired(parts: Part[], schema: JsonObject, around: readonly JsonObject[], scope: Scope): void {
  const required = schema['required'];
  if (!Array.isArray(required)) return;
  const own = schema['properties'];
  const picks = new Map<string, string[]>();
  const shape = new Map<string, Property>();
  for (const name of required as readonly unknown[]) {
    if (typeof name !== 'string' || (isObject(own) && Object.hasOwn(own, name)) || requireInShapes(parts, name)) continue;
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

/** The type behind a reference, or undefined when it leads in a circle and has to go. */
function refType(ref: string, scope: Scope): TypeExpression | undefined {
  if (!isCircular(ref, scope)) return primary(scope.ref(ref));
  const { deref } = scope.options;
  if (scope.inlining !== undefined || deref === undefined) return undefined;
  return schemaType(deref({ $ref: ref }), { ...scope, inlining: scope.position });
}

/** True for an alternative that is nothing but a reference which has to go. */
function isDropped(member: JsonObject, scope: Scope): boolean {
  const ref = member['$ref'];
  return typeof ref === 'string' && scope.inlining !== undefined && isCircular(ref, scope);
}

function isCircular(ref: string, scope: Scope): boolean {
  const { cycles } = scope.options;
  if (!scope.eager || cycles === undefined) return false;
  return scope.inlining === undefined ? cycles.breaks(ref) : cycles.within(ref);
}

function literals(schema: JsonObject, scope: Scope): TypeExpression | undefined {
  if (schema['const'] !== undefined) return literalType(schema['const']);
  const values = schema['enum'];
  return Array.isArray(values) && values.length > 0 ? unionOf(values.map(literalType), roomOf(scope)) : undefined;
}

/** The names in `type` without `null` beside others; without `type`, what the other keywords are about. */
function typeNames(schema: JsonObject, given: Given, composed: boolean): readonly string[] {
  const type = schema['type'];
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) {
    const names = (type as readonly unknown[]).filter((name): name is string => typeof name === 'string');
    return names.length > 1 ? names.filter((name) => name !== 'null') : names;
  }
  if (OBJECT_KEYWORDS.some((keyword) => schema[keyword] !== undefined)) return ['object'];
  if (schema['items'] !== undefined || schema['prefixItems'] !== undefined) return ['array'];
  // `format` alone says nothing of the type, but a binary can only be one thing.
  if (schema['format'] === 'binary') return ['string'];
  return !composed && typeof given.type === 'string' && given.type !== 'object' && schema['not'] === undefined ? [given.type] : [];
}

/** True when other schemas have a say in what this one describes. */
function isComposed(schema: JsonObject): boolean {
  return typeof schema['$ref'] === 'string' || hasMembers(schema['allOf']) || hasMembers(schema['oneOf']) || hasMembers(schema['anyOf']);
}

const OBJECT_KEYWORDS = ['properties', 'additionalProperties', 'patternProperties'] as const;

function hasMembers(members: unknown): members is readonly unknown[] {
  return Array.isArray(members) && members.length > 0;
}

/** Without a reference there are no siblings; with one, the dialect decides. */
function siblingsCount(scope: Scope): boolean {
  return scope.options.refSiblings !== false;
}

function roomOf(scope: Scope): number {
  return scope.block ? 84 - 2 * scope.depth : Number.POSITIVE_INFINITY;
}
