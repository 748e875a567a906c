import { propertyKey } from '../identifiers';
import { following, primary, type TypeExpression } from './expression';
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
  if (index === undefined || isOpen(index)) return [primary(objectText(memberLines(shape, scope), scope))];
  return [primary(objectText(memberLines({ properties, index: undefined }, scope), scope)), primary(indexType(index, scope))];
}

/** True when an index signature of the type stands beside properties of any type. */
export function isOpen(index: TypeExpression): boolean {
  return index.text === 'unknown' || index.text === 'any';
}

/** The members of an object type or interface, a line each after a line break, doc comments before them. */
export function memberLines(shape: ObjectShape, scope: Scope): string {
  let lines = '';
  for (const [key, { type, optional, comment }] of shape.properties) lines += memberLine(key, type, optional, comment, scope);
  return shape.index === undefined ? lines : lines + indexLine(shape.index, scope);
}

/** One property: see {@link memberLines}. */
export function memberLine(key: string, type: TypeExpression, optional: boolean, comment: string, { margin, options }: Scope): string {
  const line = `\n${margin}  ${options.readonly ? 'readonly ' : ''}${propertyKey(key)}${optional ? '?' : ''}:${following(type)};`;
  return comment === '' ? line : `\n${margin}  ${comment}${line}`;
}

/** An index signature: see {@link memberLines}. */
export function indexLine(index: TypeExpression, { margin, options }: Scope): string {
  return `\n${margin}  ${options.readonly ? 'readonly ' : ''}[key: string]:${following(index)};`;
}

/** An object type of these members in the scope's layout; one short member without a comment stays on the line. */
export function objectText(lines: string, { block, margin }: Scope): string {
  if (!block) return `{${lines.slice(2, -1).replaceAll('\n ', '')} }`;
  const isShort = lines.length <= margin.length + 61 && !lines.includes('\n', 1);
  return isShort ? `{${lines.slice(margin.length + 2, -1)} }` : `{${lines}\n${margin}}`;
}

function indexType(index: TypeExpression, scope: Scope): string {
  const line = indexLine(index, scope);
  return line.includes('\n', 1) ? `{${line}\n${scope.margin}}` : `{${line.slice(scope.margin.length + 2, -1)} }`;
}
