import type { JsonObject } from '@nx-conductor/core';
import { pascalCase } from '../cases';
import { propertyKey, quote, uniqueNames } from '../identifiers';

/**
 * A declaration that exists at run time too, for a schema that only enumerates strings and numbers: a TypeScript
 * `enum`, or a `const` object with the type of its values. Undefined when the values are none that an enum can hold.
 */
export function enumDeclaration(name: string, schema: JsonObject, style: 'enum' | 'const'): string | undefined {
  const values = enumValues(schema);
  if (values === undefined) return undefined;
  const keys = memberNames(schema, values);
  if (style === 'enum') {
    const members = values.map((value, index) => `  ${propertyKey(keys[index] as string)} = ${literal(value)},`);
    return `export enum ${name} {\n${members.join('\n')}\n}`;
  }
  const members = values.map((value, index) => `  ${propertyKey(keys[index] as string)}: ${literal(value)},`);
  return `export const ${name} = {\n${members.join('\n')}\n} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];`;
}

/** True when {@link enumDeclaration} would declare a value, which must not be exported as a type only. */
export function isEnumeration(schema: JsonObject): boolean {
  return enumValues(schema) !== undefined;
}

function enumValues(schema: JsonObject): readonly (string | number)[] | undefined {
  const values = schema['enum'];
  if (!Array.isArray(values) || values.length === 0 || schema['nullable'] === true || schema['const'] !== undefined) return undefined;
  if (schema['allOf'] !== undefined || schema['oneOf'] !== undefined || schema['anyOf'] !== undefined || schema['$ref'] !== undefined) return undefined;
  const unique = [...new Set(values as readonly unknown[])];
  return unique.every((value): value is string | number => typeof value === 'string' || Number.isFinite(value)) ? unique : undefined;
}

/** Names for the members: those that the document gives (`x-enum-varnames`), else made from the values. */
function memberNames(schema: JsonObject, values: readonly (string | number)[]): readonly string[] {
  const given = schema['x-enum-varnames'] ?? schema['x-enumNames'];
  const names = values.map((value, index) => {
    const own = Array.isArray(given) ? (given as readonly unknown[])[index] : undefined;
    const name = pascalCase(typeof own === 'string' ? own : String(value));
    if (typeof value === 'number' && own === undefined) return `Value${value < 0 ? 'Minus' : ''}${name}`;
    // TypeScript takes a numeric name for an index.
    return name === '' ? 'Empty' : /^\d/.test(name) ? `_${name}` : name;
  });
  return uniqueNames(names);
}

function literal(value: string | number): string {
  return typeof value === 'string' ? quote(value) : String(value);
}
