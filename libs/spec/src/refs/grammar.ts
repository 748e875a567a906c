import type { Json } from '@nx-conductor/core';

/**
 * What stands where in an OpenAPI document and in a JSON Schema. Only a grammar can tell a reference from data: a
 * `$ref` below `properties` may be a property's name, and below `example`, `default`, `enum`, `const` or `x-…` it is
 * whatever the author meant. Sources: OpenAPI 3.0.4 and 3.1.1, section 4 ("Schema"), and the JSON Schema drafts.
 */
export interface Rule {
  readonly name: string;
  /** Rules of the children by key; under keys that are absent stands data. An array's elements follow the array's own rule. */
  readonly keys: ReadonlyMap<string, Rule>;
  /** Rule of every child, whatever its key: a map from names to values. */
  readonly each: Rule | undefined;
  /** Keys of the map that begin with `x-` hold extensions, so data. */
  readonly extensible: boolean;
  /**
   * The section of the document that shared values of this rule live in, so a `$ref` can stay a `$ref`. Without one,
   * a value cannot be shared and a `$ref` to it is replaced by the value: path items, and places where no
   * specification allows a `$ref` but people write one (`paths: { $ref: ./paths.yaml }`).
   */
  readonly section: readonly string[] | undefined;
}

/** The grammar of OpenAPI 3.0 and 3.1 documents. */
export function openapiGrammar(): Rule {
  const component = (name: string, section: (typeof COMPONENTS)[number]) => rule(name, ['components', section]);
  const schema = schemaRule(['components', 'schemas']);
  const response = component('response', 'responses');
  const parameter = component('parameter', 'parameters');
  const example = component('example', 'examples');
  const requestBody = component('request body', 'requestBodies');
  const header = component('header', 'headers');
  const securityScheme = component('security scheme', 'securitySchemes');
  const link = component('link', 'links');
  const callback = component('callback', 'callbacks');
  const pathItem = rule('path item');
  const operation = rule('operation');
  const mediaType = rule('media type');
  const encoding = rule('encoding');
  const fragment = rule('value');

  const described = { schema, examples: mapOf(example), content: mapOf(mediaType) };
  fill(parameter, described);
  fill(header, described);
  fill(requestBody, { content: mapOf(mediaType) });
  fill(mediaType, { schema, examples: mapOf(example), encoding: mapOf(encoding) });
  fill(encoding, { headers: mapOf(header) });
  fill(response, { headers: mapOf(header), content: mapOf(mediaType), links: mapOf(link) });
  fill(operation, { parameters: parameter, requestBody, responses: extensible(mapOf(response)), callbacks: mapOf(callback) });
  const methods = Object.fromEntries(METHODS.map((method) => [method, operation]));
  fill(pathItem, { parameters: parameter, servers: fragment, ...methods });
  callback.each = pathItem;
  callback.extensible = true;

  const components = rule('components');
  fill(components, {
    schemas: mapOf(schema),
    responses: mapOf(response),
    parameters: mapOf(parameter),
    examples: mapOf(example),
    requestBodies: mapOf(requestBody),
    headers: mapOf(header),
    securitySchemes: mapOf(securityScheme),
    links: mapOf(link),
    callbacks: mapOf(callback),
    pathItems: mapOf(pathItem),
  });
  const root = rule('document');
  fill(root, { info: fragment, servers: fragment, tags: fragment, paths: extensible(mapOf(pathItem)), webhooks: mapOf(pathItem), components });
  return root;
}

/** The sections of `components` that values of other files can move into. */
export const COMPONENTS = ['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes', 'links', 'callbacks'] as const;

/** The rule that the value at a path follows by the grammar, or undefined where data stands. The path must lead to a value. */
export function ruleAt(root: Json, grammar: Rule, path: readonly string[]): Rule | undefined {
  let value = root as { readonly [key: string]: Json };
  let rule: Rule | undefined = grammar;
  for (const segment of path) {
    if (!Array.isArray(value)) rule = childRule(rule, segment);
    if (rule === undefined) return undefined;
    value = value[segment] as unknown as { readonly [key: string]: Json };
  }
  return rule;
}

/** The rule of an object's child. */
export function childRule(rule: Rule, key: string): Rule | undefined {
  return rule.keys.get(key) ?? (rule.extensible && key.startsWith('x-') ? undefined : rule.each);
}

/** The HTTP methods that a path item has operations for, in the order of the specification. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** The grammar of a JSON Schema, any draft from 4 on. */
export function jsonSchemaGrammar(): Rule {
  return schemaRule(['$defs']);
}

interface OpenRule extends Rule {
  readonly keys: Map<string, Rule>;
  each: Rule | undefined;
  extensible: boolean;
}

function rule(name: string, section?: readonly string[]): OpenRule {
  return { name, keys: new Map(), each: undefined, extensible: false, section };
}

function mapOf(each: Rule): OpenRule {
  return { name: `map of ${each.name}s`, keys: new Map(), each, extensible: false, section: undefined };
}

function extensible(map: OpenRule): OpenRule {
  map.extensible = true;
  return map;
}

function fill(target: OpenRule, children: Readonly<Record<string, Rule>>): void {
  for (const [key, child] of Object.entries(children)) target.keys.set(key, child);
}

/** A schema holds schemas, lists of schemas and maps of schemas, under the keywords of all drafts together. */
function schemaRule(section: readonly string[]): Rule {
  const schema = rule('schema', section);
  const map = mapOf(schema);
  for (const keyword of SCHEMA_KEYWORDS) schema.keys.set(keyword, schema);
  for (const keyword of SCHEMA_MAP_KEYWORDS) schema.keys.set(keyword, map);
  return schema;
}

const SCHEMA_KEYWORDS = [
  'additionalItems',
  'additionalProperties',
  'allOf',
  'anyOf',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'oneOf',
  'prefixItems',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
];

const SCHEMA_MAP_KEYWORDS = ['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties'];
