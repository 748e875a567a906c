import { arrayOf, BINDING, enclosed, primary, type TypeExpression } from './expression';
import type { Keywords } from './keywords';
import { schemaType } from './schema';
import { deferred, type Scope } from './scope';

/** Arrays and tuples: `prefixItems`, and the array form of `items` that came before it. */
export function arrayType(schema: Keywords, scope: Scope): TypeExpression {
  const { items } = schema;
  const inside = deferred(scope, false);
  const readonly = scope.options.readonly === true;
  const prefix = schema.prefixItems ?? (Array.isArray(items) ? items : undefined);
  if (!Array.isArray(prefix)) return arrayOf(schemaType(items, inside), readonly, scope);
  // Without a least number, all of the prefix is there: strictly none of it need be, but nobody means that.
  const least = typeof schema.minItems === 'number' ? schema.minItems : prefix.length;
  const elements = prefix.map((item, index) => {
    const type = schemaType(item, inside);
    return index < least ? type.text.trimStart() : `${type.binding < BINDING.primary ? `(${type.text})` : type.text}?`;
  });
  const rest = Array.isArray(items) ? schema.additionalItems : items;
  const most = schema.maxItems;
  // `T[]`, never `Array<T>`: TypeScript defers only the former behind dots.
  if (rest !== false && !(typeof most === 'number' && most <= prefix.length)) elements.push(`...${enclosed(schemaType(rest, inside), BINDING.primary, scope.margin)}[]`);
  const text = `[${elements.join(', ')}]`;
  return readonly ? { text: `readonly ${text}`, binding: BINDING.operator } : primary(text);
}
