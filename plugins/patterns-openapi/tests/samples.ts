import { isObject, type JsonObject } from '@nx-conductor/core';

/** A value that a schema allows: its example, its default, its first value, else the simplest that its type has. */
export function sampleOf(schema: unknown, deref: (value: unknown) => unknown, depth = 0): unknown {
  const value = deref(schema);
  if (!isObject(value)) return 'any';
  const given = value['example'] ?? value['default'] ?? (Array.isArray(value['enum']) ? (value['enum'] as readonly unknown[])[0] : undefined);
  if (given !== undefined && violations(given, value, deref).length === 0) return given;
  if (Array.isArray(value['allOf'])) return merged([...(value['allOf'] as readonly unknown[]).map((part) => sampleOf(part, deref, depth)), ownSample(value, deref, depth)]);
  for (const keyword of ['oneOf', 'anyOf']) if (Array.isArray(value[keyword])) return sampleOf((value[keyword] as readonly unknown[])[0], deref, depth);
  return ownSample(value, deref, depth);
}

/** What of a value a schema does not allow, in words. Knows what the documents under test use. */
export function violations(value: unknown, schema: unknown, deref: (value: unknown) => unknown, at = ''): string[] {
  const rule = deref(schema);
  if (!isObject(rule)) return [];
  if (value === null) return rule['nullable'] === true || rule['type'] === undefined ? [] : [`${at}: null`];
  const wrong: string[] = [];
  const { type, enum: values, required, properties, items } = rule;
  if (typeof type === 'string' && !hasType(value, type)) return [`${at}: ${JSON.stringify(value)} is no ${type}`];
  if (Array.isArray(values) && !(values as readonly unknown[]).includes(value)) wrong.push(`${at}: ${JSON.stringify(value)} is not listed`);
  if (isObject(value)) {
    for (const name of Array.isArray(required) ? (required as readonly string[]) : []) if (!Object.hasOwn(value, name)) wrong.push(`${at}/${name} is missing`);
    if (isObject(properties)) for (const name of Object.keys(properties)) if (Object.hasOwn(value, name)) wrong.push(...violations(value[name], properties[name], deref, `${at}/${name}`));
  }
  if (Array.isArray(value)) (value as readonly unknown[]).forEach((item, index) => wrong.push(...violations(item, items, deref, `${at}/${index}`)));
  const parts = rule['allOf'];
  if (Array.isArray(parts)) for (const part of parts as readonly unknown[]) wrong.push(...violations(value, part, deref, at));
  for (const keyword of ['oneOf', 'anyOf']) {
    const members = rule[keyword];
    if (Array.isArray(members) && !(members as readonly unknown[]).some((member) => violations(value, member, deref, at).length === 0)) wrong.push(`${at}: ${JSON.stringify(value)} fits no member of ${keyword}`);
  }
  return wrong;
}

function ownSample(schema: JsonObject, deref: (value: unknown) => unknown, depth: number): unknown {
  const { type, properties, items, format } = schema;
  if (type === 'object' || properties !== undefined) {
    const described = isObject(properties) && depth < 4 ? properties : {};
    const required = Array.isArray(schema['required']) ? (schema['required'] as readonly string[]) : [];
    // Documents require properties that they do not describe.
    const names = new Set([...Object.keys(described), ...required]);
    return Object.fromEntries([...names].map((name) => [name, sampleOf(described[name], deref, depth + 1)]));
  }
  if (type === 'array' || items !== undefined) return depth < 4 ? [sampleOf(items, deref, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return 7;
  if (type === 'boolean') return true;
  return format === 'date-time' ? '2020-01-02T03:04:05Z' : 'some text';
}

function merged(values: readonly unknown[]): unknown {
  return values.every(isObject) ? Object.assign({}, ...values) : values[0];
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}
