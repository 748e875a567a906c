import { isObject } from '@nx-conductor/core';
import { intersectionOf, primary, unionOf, type TypeExpression } from './expression';
import { hasMembers, type Keywords } from './keywords';
import { describedProperty } from './lookup';
import { literalType } from './scalar';
import { schemaType, type Given } from './schema';
import { isCircular, lastSegment, type Scope } from './scope';
import { isOpen, memberLine, objectText } from './shape';

/** The union of the members of `oneOf` or `anyOf`; undefined when it says nothing. */
export function alternatives(schema: Keywords, keyword: 'oneOf' | 'anyOf', scope: Scope, given: Given): TypeExpression | undefined {
  const members = schema[keyword];
  if (!hasMembers(members)) return undefined;
  const inside: Scope = { ...scope, position: 'union' };
  const types: TypeExpression[] = [];
  for (const member of members) {
    const ref = isObject(member) ? member['$ref'] : undefined;
    if (typeof ref === 'string' && scope.inlining !== undefined && isCircular(ref, inside)) {
      // Inside an intersection, a choice without one of its members would promise too much.
      if (scope.inlining === 'intersection') return undefined;
      continue;
    }
    types.push(narrowed(schemaType(member, inside, given), member, ref, schema.discriminator, scope));
  }
  if (types.length === 0) return undefined;
  const union = unionOf(types, scope);
  return isOpen(union) ? undefined : union;
}

/** The type of one alternative together with what the discriminator's property holds in it. */
function narrowed(type: TypeExpression, member: unknown, ref: unknown, discriminator: unknown, scope: Scope): TypeExpression {
  if (!isObject(discriminator) || typeof ref !== 'string' || scope.options.deref === undefined) return type;
  const { propertyName, mapping } = discriminator;
  if (typeof propertyName !== 'string') return type;
  const described = describedProperty(member, propertyName, scope);
  // A property that names its values itself needs no help, and could contradict.
  if (described.length === 0 || !described.every(({ property }) => isPlainString(property))) return type;
  const name = lastSegment(ref);
  const mapped = isObject(mapping) ? Object.keys(mapping).filter((key) => mapping[key] === ref || mapping[key] === name) : [];
  const values = unionOf((mapped.length > 0 ? mapped : [name]).map(literalType), scope);
  const inline: Scope = { ...scope, block: false, margin: '' };
  return intersectionOf([type, primary(objectText(memberLine(propertyName, values, false, '', inline), inline))], scope.unknown, scope);
}

function isPlainString(property: unknown): boolean {
  return isObject(property) && property['type'] === 'string' && property['enum'] === undefined && property['const'] === undefined;
}
