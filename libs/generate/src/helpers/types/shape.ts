import { propertyKey } from '../identifiers';
import { following, indented, primary, type TypeExpression } from './expression';
import type { Scope } from './scope';

/** The properties of an object type, before they are text, so that the parts of an `allOf` can become one. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Property>;
  /** The type behind every other key; undefined when the schema says nothing of other keys. */
  readonly index: TypeExpression | undefined;
}

/** One property of an {@link ObjectShape}. */
export interface Property {
  readonly type: TypeExpression;
  readonly optional: boolean;
  /** Its doc comment, or an empty text. */
  readonly comment: string;
}

/** True for a shape that says nothing at all. */
export function isEmptyShape(shape: ObjectShape): boolean {
  return shape.properties.size === 0 && shape.index === undefined;
}

/** One shape with the properties of both, or undefined when they say different things of one property. */
export function mergeShapes(a: ObjectShape, b: ObjectShape): ObjectShape | undefined {
  if (a.index !== undefined && b.index !== undefined && a.index.text !== b.index.text) return undefined;
  const properties = new Map(a.properties);
  for (const [key, property] of b.properties) {
    const other = properties.get(key);
    if (other !== undefined && other.type.text !== property.type.text) return undefined;
    properties.set(key, other === undefined ? property : { type: property.type, optional: other.optional && property.optional, comment: other.comment || property.comment });
  }
  return { properties, index: a.index ?? b.index };
}

/**
 * The shape as types to intersect: an object type, and one of its own for the index signature where the properties
 * need not have its type, which TypeScript refuses in one object type (TS2411).
 */
export function shapeTypes(shape: ObjectShape, scope: Scope): readonly TypeExpression[] {
  const { properties, index } = shape;
  if (properties.size === 0) return [primary(indexType(index ?? primary(scope.unknown), scope))];
  if (index === undefined || isOpen(index)) return [primary(objectText(shape, scope))];
  return [primary(objectText({ properties, index: undefined }, scope)), primary(indexType(index, scope))];
}

/** True when an index signature of the type stands beside properties of any type. */
export function isOpen(index: TypeExpression): boolean {
  return index.text === 'unknown' || index.text === 'any';
}

/** The members of an object type or interface, indented, a line each with doc comments before them. */
export function memberLines(shape: ObjectShape, scope: Scope): string {
  const modifier = scope.options.readonly ? 'readonly ' : '';
  let lines = '';
  for (const [key, { type, optional, comment }] of shape.properties) {
    if (comment !== '') lines += `\n${indented(comment)}`;
    lines += `\n${indented(`${modifier}${propertyKey(key)}${optional ? '?' : ''}:${following(type, '')};`)}`;
  }
  if (shape.index !== undefined) lines += `\n${indented(`${modifier}[key: string]:${following(shape.index, '')};`)}`;
  return lines.slice(1);
}

/** An object type in the scope's layout; one short member without a comment stays on the line. */
function objectText(shape: ObjectShape, scope: Scope): string {
  const lines = memberLines(shape, scope);
  if (!scope.block) return `{ ${lines.slice(2, -1).replaceAll('\n ', '')} }`;
  const isShort = lines.length <= 60 && !lines.includes('\n');
  return isShort ? `{ ${lines.slice(2, -1)} }` : `{\n${lines}\n}`;
}

function indexType(index: TypeExpression, scope: Scope): string {
  const line = `${scope.options.readonly ? 'readonly ' : ''}[key: string]:${following(index, '')}`;
  return line.includes('\n') ? `{\n${indented(line)};\n}` : `{ ${line} }`;
}
