import { intersectionOf, type TypeExpression } from './expression';
import type { Scope } from './scope';
import { isEmptyShape, mergeShapes, shapeTypes, type ObjectShape } from './shape';

/** What a schema says, as types that all hold: they are intersected in the end. Shapes stay open to merging. */
export type Part = TypeExpression | ObjectShape;

export function isShape(part: Part): part is ObjectShape {
  return 'properties' in part;
}

/** All parts as one type: shapes that agree become one object type, the rest is intersected. */
export function combined(parts: readonly Part[], scope: Scope): TypeExpression {
  if (parts.length === 1 && !isShape(parts[0] as Part)) return parts[0] as TypeExpression;
  const types = mergedParts(parts).flatMap((part) => (!isShape(part) ? [part] : isEmptyShape(part) ? [] : shapeTypes(part, scope)));
  return intersectionOf(types, scope.unknown, scope);
}

/** The parts with all shapes that agree merged into the place of the last, so that names come first. */
export function mergedParts(parts: readonly Part[]): readonly Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const at = isShape(part) ? merged.findIndex(isShape) : -1;
    const shape = at < 0 ? undefined : mergeShapes(merged[at] as ObjectShape, part as ObjectShape);
    if (shape !== undefined) merged.splice(at, 1);
    merged.push(shape ?? part);
  }
  return merged;
}
