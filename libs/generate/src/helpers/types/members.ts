import { isObject, type JsonObject } from '@nx-conductor/core';
import { hasMembers, keywordsOf, type Keywords } from './keywords';
import type { TypeOptions } from './options';

/**
 * The members of the interface that a schema can be declared as, inherited ones too: a record from each property's
 * name to a short text that is the same for properties of the same simple type, with `!` for required ones, and empty
 * when the type is not simple. Undefined when only an alias can say what the schema says: unions, `null`, index
 * signatures that the properties need not obey, or members that contradict each other.
 */
export function interfaceMembers(schema: unknown, options: TypeOptions = {}): Readonly<Record<string, string>> | undefined {
  if (!isObject(schema)) return undefined;
  const keywords = keywordsOf(schema, false);
  if (!isPlain(keywords)) return undefined;
  const { properties, required, allOf } = keywords;
  const parts = Array.isArray(allOf) ? (allOf as readonly unknown[]) : [];
  const members: Record<string, string> = Object.create(null);
  const inherited: Record<string, string> = Object.create(null);
  for (const part of parts) {
    const isRef = isObject(part) && typeof part['$ref'] === 'string';
    if (isRef && Object.keys(part).length > 1 && options.refSiblings !== false) return undefined;
    const ref = isRef ? (part['$ref'] as string) : undefined;
    if (ref !== undefined && options.cycles?.breaks(ref)) return undefined;
    const found = ref === undefined ? interfaceMembers(part, options) : options.members?.(ref);
    if (found === undefined) return undefined;
    const target = ref === undefined ? members : inherited;
    for (const name of Object.keys(found)) {
      if (name in target && (target[name] !== found[name] || found[name] === '')) return undefined;
      target[name] = found[name] as string;
    }
  }
  const names = new Set(Array.isArray(required) ? (required as readonly unknown[]) : []);
  if (isObject(properties)) {
    for (const name of Object.keys(properties)) {
      const signature = signatureOf(properties[name], names.has(name));
      if (name in members && (members[name] !== signature || signature === '')) return undefined;
      members[name] = signature;
    }
  }
  for (const name of names) if (typeof name === 'string' && !(name in members) && name in inherited) return undefined;
  for (const name of Object.keys(members)) if (name in inherited && !extendsMember(members[name] as string, inherited[name] as string)) return undefined;
  return Object.assign(Object.create(null) as Record<string, string>, inherited, members);
}

/** True when {@link interfaceMembers} tells members: quicker where nothing is inherited. */
export function isInterface(schema: JsonObject, keywords: Keywords, options: TypeOptions): boolean {
  return isPlain(keywords) && (keywords.allOf === undefined || interfaceMembers(schema, options) !== undefined);
}

const ALIAS_ONLY = ['$ref', 'enum', 'const', 'oneOf', 'anyOf', 'patternProperties', 'unevaluatedProperties', 'list'] as const;

function isPlain(schema: Keywords): boolean {
  const { type, properties, additionalProperties: additional } = schema;
  if ((type !== undefined && type !== 'object') || schema.nullable === true) return false;
  if (ALIAS_ONLY.some((keyword) => schema[keyword] !== undefined && !isEmptyList(schema[keyword]))) return false;
  if (isObject(additional) && Object.keys(additional).length > 0) return false;
  return (isObject(properties) && Object.keys(properties).length > 0) || hasMembers(schema.allOf);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A required member may stand where an optional one of the same type is inherited, not the other way round. */
function extendsMember(own: string, inherited: string): boolean {
  return own !== '' && (own === inherited || own === `${inherited}!`);
}

function signatureOf(schema: unknown, required: boolean): string {
  if (!isObject(schema)) return '';
  const { $ref: ref, type, format, nullable, ...others } = keywordsOf(schema, false);
  if ((ref === undefined && typeof type !== 'string') || COMPLEX.some((keyword) => others[keyword] !== undefined)) return '';
  return `${ref ?? type} ${format ?? ''} ${nullable === true}${required ? '!' : ''}`;
}

const COMPLEX = ['enum', 'const', 'allOf', 'oneOf', 'anyOf', 'items', 'properties', 'additionalProperties', 'prefixItems', 'patternProperties', 'list'] as const;
