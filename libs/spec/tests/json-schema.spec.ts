import { valueAt, pointerSegments, type Json } from '@nx-conductor/core';
import { failuresOf, specOf, type Files } from './read';

const schemaSpec = (files: Files) => specOf(files, 'json-schema');
const at = (document: Json, pointer: string): Json | undefined => valueAt(document, pointerSegments(pointer));

describe('a JSON Schema', () => {
  const text = JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Order',
    type: 'object',
    properties: { customer: { $ref: '#/$defs/Customer' }, item: { $ref: '#/definitions/Item' } },
    definitions: { Item: { type: 'string' } },
    $defs: { Customer: { type: 'object', properties: { orders: { items: { $ref: '#' } } } } },
  });
  const spec = schemaSpec({ 'order.schema.json': text });
  const itemsOf = (collection: string) => {
    const outcome = spec.items(collection);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
    return outcome.value;
  };

  it('has itself and its definitions as items', () => {
    expect(itemsOf('schemas').map(({ name, key, pointer }) => [name, key, pointer])).toEqual([
      ['Order', '', '#'],
      ['Item', 'Item', '#/definitions/Item'],
      ['Customer', 'Customer', '#/$defs/Customer'],
    ]);
    expect(itemsOf('definitions').map(({ name }) => name)).toEqual(['Item', 'Customer']);
    expect(itemsOf('document')[0]).toMatchObject({ name: 'Order', pointer: '#', type: 'object' });
    expect(itemsOf('schemas')[1]?.['schema']).toEqual({ type: 'string' });
    expect(spec.name).toBe('order');
  });

  it('is named after its file when it has no title', () => {
    const untitled = schemaSpec({ 'pet.schema.json': '{"type": "object"}' }).items('schemas');
    expect(untitled.ok && untitled.value.map(({ name }) => name)).toEqual(['pet']);
  });

  it('may be a boolean', () => {
    expect(schemaSpec({ 'any.json': 'true' }).document).toBe(true);
  });
});

describe('references of a JSON Schema', () => {
  it('to other files are bundled into $defs', () => {
    const spec = schemaSpec({
      'order.json': '{"properties": {"a": {"$ref": "address.json"}, "b": {"$ref": "common.json#/definitions/Id"}}, "definitions": {"Street": {"$ref": "common.json#/definitions/Street"}}}',
      'address.json': '{"properties": {"street": {"$ref": "common.json#/definitions/Street"}}}',
      'common.json': '{"definitions": {"Id": {"type": "integer"}, "Street": {"type": "string"}}}',
    });
    expect(spec.document).toEqual({
      properties: { a: { $ref: '#/$defs/address' }, b: { $ref: '#/$defs/Id' } },
      definitions: { Street: { type: 'string' } },
      $defs: { address: { properties: { street: { $ref: '#/definitions/Street' } } }, Id: { type: 'integer' } },
    });
    expect(spec.locate('#/$defs/Id/type')).toMatchObject({ file: 'common.json', line: 1, column: 25 });
    expect(spec.locate('#/definitions/Street/type')).toMatchObject({ file: 'common.json', line: 1, column: 56 });
  });

  it('by anchor and by $id become pointers', () => {
    const { document } = schemaSpec({
      'a.json': JSON.stringify({
        $id: 'https://example.com/schemas/a',
        properties: { x: { $ref: '#name' }, y: { $ref: 'b' }, z: { $ref: 'https://example.com/schemas/b#/$defs/inner' }, me: { $ref: 'https://example.com/schemas/a' } },
        $defs: { n: { $anchor: 'name' }, b: { $id: 'b', type: 'object', properties: { i: { $ref: '#/$defs/inner' } }, $defs: { inner: { type: 'string' } } } },
      }),
    });
    expect(at(document, '/properties')).toEqual({ x: { $ref: '#/$defs/n' }, y: { $ref: '#/$defs/b' }, z: { $ref: '#/$defs/b/$defs/inner' }, me: { $ref: '#' } });
    expect(at(document, '/$defs/b/properties/i')).toEqual({ $ref: '#/$defs/b/$defs/inner' });
  });

  it('by the `id` of draft 4 become pointers, and `id` is a property otherwise', () => {
    const draft4 = { $schema: 'http://json-schema.org/draft-04/schema#', properties: { x: { $ref: '#name' } }, definitions: { n: { id: '#name' } } };
    expect(at(schemaSpec({ 'a.json': JSON.stringify(draft4) }).document, '/properties/x')).toEqual({ $ref: '#/definitions/n' });
    expect(failuresOf({ 'a.json': JSON.stringify({ ...draft4, $schema: 'http://json-schema.org/draft-07/schema#' }) }, 'json-schema')).toMatchObject([{ code: 'dangling-ref', ref: '#name' }]);
  });

  it('by anchors in other files are bundled', () => {
    const { document } = schemaSpec({ 'a.json': '{"items": {"$ref": "b.json#it"}}', 'b.json': '{"$defs": {"thing": {"$anchor": "it"}}}' });
    expect(document).toEqual({ items: { $ref: '#/$defs/thing' }, $defs: { thing: { $anchor: 'it' } } });
  });

  it('of the root lead elsewhere', () => {
    expect(schemaSpec({ 'a.json': '{"$ref": "b.json"}', 'b.json': '{"type": "string"}' }).document).toEqual({ $ref: '#/$defs/b', $defs: { b: { type: 'string' } } });
    expect(failuresOf({ 'a.json': '{"$ref": "#"}' }, 'json-schema')).toMatchObject([{ code: 'ref-cycle', chain: ['#', '#'] }]);
  });

  it.each(['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'])('are found in lists under %s', (keyword) => {
    expect(failuresOf({ 'a.json': JSON.stringify({ [keyword]: [{ $ref: '#/no' }] }) }, 'json-schema')).toHaveLength(1);
  });

  it.each(['additionalItems', 'additionalProperties', 'contains', 'contentSchema', 'else', 'if', 'items', 'not', 'propertyNames', 'then', 'unevaluatedItems', 'unevaluatedProperties'])('are found under %s', (keyword) => {
    expect(failuresOf({ 'a.json': JSON.stringify({ [keyword]: { $ref: '#/no' } }) }, 'json-schema')).toHaveLength(1);
  });

  it.each(['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties'])('are found in maps under %s', (keyword) => {
    expect(failuresOf({ 'a.json': JSON.stringify({ [keyword]: { x: { $ref: '#/no' }, y: ['data'] } }) }, 'json-schema')).toHaveLength(1);
  });

  it.each(['const', 'default', 'enum', 'example', 'examples', 'required', 'x-y'])('are data under %s', (keyword) => {
    expect(schemaSpec({ 'a.json': JSON.stringify({ [keyword]: [{ $ref: '#/no' }] }) }).files).toHaveLength(1);
  });
});
