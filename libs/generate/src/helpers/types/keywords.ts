import type { JsonObject } from '@nx-conductor/core';
import { lookOf } from '../../trace/look';

/**
 * The keywords of a schema that matter here, read once: the keys it has, then the values of those. What is not there
 * is not asked for, so that a job that is watched depends on little, and every later look is at a small fixed object.
 */
export interface Keywords extends Readonly<Record<(typeof TYPE_KEYWORDS)[number] | (typeof COMMENT_KEYWORDS)[number], unknown>> {
  readonly $ref: string | undefined;
}

/** What decides the type. `list` is that of entity attributes. */
const TYPE_KEYWORDS = [
  '$ref', 'type', 'nullable', 'enum', 'const', 'format', 'contentMediaType', 'contentEncoding', 'properties', 'required',
  'additionalProperties', 'unevaluatedProperties', 'patternProperties', 'items', 'prefixItems', 'additionalItems', 'minItems',
  'maxItems', 'allOf', 'oneOf', 'anyOf', 'not', 'discriminator', 'list',
] as const; // prettier-ignore

/** What a doc comment tells, besides `format`. */
const COMMENT_KEYWORDS = ['title', 'description', 'deprecated', 'default', 'example', 'examples'] as const;

const NONE = Object.fromEntries([...TYPE_KEYWORDS, ...COMMENT_KEYWORDS].map((keyword) => [keyword, undefined]));
const FOR_TYPE: ReadonlySet<string> = new Set(TYPE_KEYWORDS);
const FOR_ALL: ReadonlySet<string> = new Set([...TYPE_KEYWORDS, ...COMMENT_KEYWORDS]);

/** Reads a schema's keywords; those of comments only when they are wanted. */
export function keywordsOf(schema: JsonObject, withComment: boolean): Keywords {
  const found: Record<string, unknown> = { ...NONE };
  const wanted = withComment ? FOR_ALL : FOR_TYPE;
  const look = lookOf(schema);
  for (const key of look?.keys() ?? Object.keys(schema)) {
    if (wanted.has(key)) found[key] = look === undefined ? schema[key] : look.value(key);
  }
  if (typeof found['$ref'] !== 'string') found['$ref'] = undefined;
  return found as unknown as Keywords;
}

/** True for a list of schemas with something in it. */
export function hasMembers(members: unknown): members is readonly unknown[] {
  return Array.isArray(members) && members.length > 0;
}

/** True when other schemas have a say in what this one describes. */
export function isComposed(schema: Keywords): boolean {
  return schema.$ref !== undefined || hasMembers(schema.allOf) || hasMembers(schema.oneOf) || hasMembers(schema.anyOf);
}

/** True when the schema lists its values. */
export function isLiteral(schema: Keywords): boolean {
  return schema.const !== undefined || schema.enum !== undefined;
}
