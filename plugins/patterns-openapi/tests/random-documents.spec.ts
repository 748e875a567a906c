import fc from 'fast-check';
import { generateBoth, specOf } from './rig';
import { typeErrors } from './type-check';

const NAMES = Array.from({ length: 10 }, (_, index) => `S${index}`);
const KEYS = ['id', 'kind', 'a-b', 'name', 'constructor'] as const;

/** Schemas that refer to each other at random: in circles, through choices, intersections, lists, tuples and members. */
const { schema } = fc.letrec<{ schema: object; properties: Record<string, object> }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<object>({}, { type: 'string' }, { type: 'integer' }, { type: ['string', 'null'] }, { enum: ['a', 'b'] }, { enum: [1, null] }, { const: 'x' }, { type: 'string', format: 'binary' }),
    fc.constantFrom(...NAMES).map((name) => ({ $ref: `#/components/schemas/${name}` })),
    fc.record(
      {
        type: fc.constant('object'),
        properties: tie('properties'),
        required: fc.subarray([...KEYS]),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        nullable: fc.boolean(),
        description: fc.constant('Ends */ early?'),
      },
      { requiredKeys: ['type', 'properties'] },
    ),
    fc.record({ type: fc.constant('array'), items: tie('schema'), prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), minItems: fc.constant(1) }, { requiredKeys: ['type', 'items'] }),
    fc.record(
      {
        allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
        oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
        anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        properties: tie('properties'),
        required: fc.subarray([...KEYS]),
        discriminator: fc.constant({ propertyName: 'kind' }),
        nullable: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  ),
  properties: fc.dictionary(fc.constantFrom(...KEYS), tie('schema')),
}));

const operation = fc.record({
  tags: fc.subarray(['t', 'u']),
  parameters: fc.record({ q: schema, p: schema }).map(({ q, p }) => [{ name: 'q', in: 'query', schema: q }, { name: 'p', in: 'path', required: true, schema: p }]),
  requestBody: fc.dictionary(fc.constantFrom('application/json', 'multipart/form-data', 'text/plain', 'application/x-www-form-urlencoded'), fc.record({ schema }), { minKeys: 1 }).map((content) => ({ content })),
  responses: fc.dictionary(fc.constantFrom('200', '204', '404', 'default'), schema.map((body) => ({ description: '', content: { 'application/json': { schema: body } } })), { minKeys: 1 }),
});

const document = fc.record({
  openapi: fc.constantFrom('3.0.3', '3.1.0'),
  info: fc.constant({ title: 'T', version: '1' }),
  paths: fc.record({ '/a/{p}': fc.record({ post: operation }), '/b/{p}': fc.record({ get: operation, put: operation }) }),
  // A property that is no circle keeps a schema from being nothing but a reference to itself.
  components: fc.tuple(...NAMES.map(() => schema)).map((schemas) => ({ schemas: Object.fromEntries(NAMES.map((name, index) => [name, withoutRef(schemas[index] as object)])) })),
});

/** A schema that is not itself a reference: circles of nothing but references are refused when a spec is read. */
function withoutRef(value: object): object {
  return '$ref' in value ? { allOf: [value] } : value;
}

describe('whatever an OpenAPI document says', () => {
  it.each([
    ['by default', {}],
    ['with other options', { types: { enums: 'const', readonly: true }, client: { errors: 'return', readonly: true } }],
  ])('what is made of it compiles under the strictest settings, %s', (_, options) => {
    const documents = fc.sample(document, { numRuns: 20, seed: 20260101 });
    const files = documents.flatMap((each, index) => [...generateBoth(specOf(each), options)].map(([path, text]): [string, string] => [`d${index}/${path}`, text]));
    expect(files.length).toBeGreaterThan(documents.length * NAMES.length);
    expect(typeErrors(new Map(files))).toEqual([]);
  });
});
