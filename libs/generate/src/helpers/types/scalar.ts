import { isObject } from '@nx-conductor/core';
import { propertyKey, quote } from '../identifiers';
import { BINDING, NULL, primary, type TypeExpression } from './expression';
import type { Keywords } from './keywords';
import type { Scope } from './scope';

/**
 * The names of types that are not objects and not lists, of JSON Schema and of entity attributes alike, by the
 * TypeScript type of their JSON form. `date`, `datetime` and `binary` depend on options, so they stand apart.
 */
const SCALARS: Readonly<Record<string, string>> = {
  string: 'string', text: 'string', char: 'string', varchar: 'string', uuid: 'string', guid: 'string', id: 'string',
  email: 'string', url: 'string', uri: 'string', phone: 'string', slug: 'string', password: 'string', time: 'string',
  duration: 'string', color: 'string', ip: 'string', enum: 'string',
  number: 'number', integer: 'number', int: 'number', bigint: 'number', long: 'number', float: 'number', double: 'number',
  decimal: 'number', money: 'number',
  boolean: 'boolean', bool: 'boolean', null: 'null',
}; // prettier-ignore
const DATES: ReadonlySet<string> = new Set(['date', 'datetime', 'date-time', 'timestamp']);
const BINARIES: ReadonlySet<string> = new Set(['binary', 'bytes', 'blob', 'file']);

/** The type of a scalar by the name of its type, or undefined when the name means none. */
export function scalarType(name: string, schema: Keywords, scope: Scope): TypeExpression | undefined {
  if (DATES.has(name)) return primary(scope.options.dates ?? 'string');
  if (BINARIES.has(name)) return primary(scope.options.binary ?? 'Blob');
  if (name === 'json' || name === 'any') return primary(scope.unknown);
  if (name === 'string') return primary(stringType(schema, scope));
  const type = Object.hasOwn(SCALARS, name) ? SCALARS[name] : undefined;
  return type === undefined ? undefined : primary(type);
}

/** Strings whose format says that the value in memory is something else. `byte` is base64 text, so it stays a string. */
function stringType(schema: Keywords, scope: Scope): string {
  const { format } = schema;
  if ((format === 'date-time' || format === 'date') && scope.options.dates === 'Date') return 'Date';
  if (format === 'binary') return scope.options.binary ?? 'Blob';
  if (schema.contentMediaType === 'application/octet-stream' && schema.contentEncoding === undefined) return scope.options.binary ?? 'Blob';
  return 'string';
}

/** The literal type of a JSON value. */
export function literalType(value: unknown): TypeExpression {
  if (value === null) return NULL;
  if (typeof value === 'string') return literal(quote(value), 'string');
  // Numbers that JSON cannot carry come from YAML (`.nan`, `.inf`); as types they are numbers.
  if (typeof value === 'number') return Number.isFinite(value) ? literal(String(value), 'number') : primary('number');
  if (typeof value === 'boolean') return literal(String(value), 'boolean');
  if (Array.isArray(value)) return primary(`[${value.map((item) => literalType(item).text).join(', ')}]`);
  if (!isObject(value)) return primary('unknown');
  const members = Object.keys(value).map((key) => `${propertyKey(key)}: ${literalType(value[key]).text}`);
  return primary(members.length === 0 ? '{ [key: string]: never }' : `{ ${members.join('; ')} }`);
}

function literal(text: string, kind: 'string' | 'number' | 'boolean'): TypeExpression {
  return { text, binding: BINDING.primary, literal: kind };
}
