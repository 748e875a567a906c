import type { Json } from '@nx-conductor/core';
import { entitySchema } from '../src';
import { failuresOf, specOf } from './read';

const MODEL = `
name: shop
entities:
  - name: Customer
    description: Someone who buys
    attributes:
      - { name: id, type: uuid, primaryKey: true }
      - { name: email, type: email, required: true, unique: true, maxLength: 200 }
      - name: level
        type: enum
        enum: [basic, gold]
        default: basic
    relationships:
      - { name: orders, kind: one-to-many, target: Order, inverse: customer }
  - name: Order
    plural: Orders
    attributes:
      - { name: id, type: bigint, primaryKey: true, generated: true, default: "0" }
      - { name: customerId, type: uuid, references: { entity: Customer } }
    relationships:
      - { name: customer, kind: many-to-one, target: Customer, inverse: orders, required: true, onDelete: cascade }
`;

const AS_MAP = `
entities:
  Customer:
    attributes:
      id: { type: uuid, primaryKey: true }
  Order:
    name: Order
    relationships:
      customer: { kind: many-to-one, target: Customer }
`;

describe('an entity model', () => {
  const spec = specOf({ 'shop.yaml': MODEL }, 'entities');

  it('comes with every list and default filled in', () => {
    const flags = { required: false, unique: false, index: false, primaryKey: false, generated: false, list: false };
    expect(spec.document).toEqual({
      name: 'shop',
      entities: [
        {
          name: 'Customer',
          description: 'Someone who buys',
          attributes: [
            { ...flags, name: 'id', type: 'uuid', description: '', primaryKey: true, required: true, unique: true, enum: [] },
            { ...flags, name: 'email', type: 'email', description: '', required: true, unique: true, maxLength: 200, enum: [] },
            { ...flags, name: 'level', type: 'enum', description: '', enum: ['basic', 'gold'], default: 'basic' },
          ],
          relationships: [{ name: 'orders', kind: 'one-to-many', target: 'Order', inverse: 'customer', description: '', required: false, onDelete: 'no-action' }],
        },
        {
          name: 'Order',
          description: '',
          plural: 'Orders',
          attributes: [
            { ...flags, name: 'id', type: 'bigint', description: '', primaryKey: true, required: true, unique: true, generated: true, default: '0', enum: [] },
            { ...flags, name: 'customerId', type: 'uuid', description: '', enum: [], references: { entity: 'Customer', attribute: 'id' } },
          ],
          relationships: [{ name: 'customer', kind: 'many-to-one', target: 'Customer', inverse: 'orders', description: '', required: true, onDelete: 'cascade' }],
        },
      ],
    });
  });

  it('has one item an entity', () => {
    const outcome = spec.items('entities');
    expect(outcome.ok && outcome.value.map(({ name, key, pointer, plural }) => [name, key, pointer, plural])).toEqual([
      ['Customer', '0', '#/entities/0', undefined],
      ['Order', '1', '#/entities/1', 'Orders'],
    ]);
    const documents = spec.items('document');
    expect(documents.ok && documents.value[0]?.name).toBe('shop');
    expect(spec.collections).toEqual(['entities', 'document']);
  });

  it('places its values, also those that were not written', () => {
    expect(spec.locate('#/entities/1/attributes/1/type')).toMatchObject({ file: 'shop.yaml', line: 19, column: 29 });
    expect(spec.locate('#/entities/1/description')).toMatchObject({ file: 'shop.yaml', line: 15, column: 5 });
  });

  it('may name things by their keys', () => {
    const mapped = specOf({ 'shop.yaml': AS_MAP }, 'entities');
    expect(mapped.document).toMatchObject({
      entities: [
        { name: 'Customer', attributes: [{ name: 'id', type: 'uuid' }], relationships: [] },
        { name: 'Order', attributes: [], relationships: [{ name: 'customer', target: 'Customer' }] },
      ],
    });
    expect(mapped.locate('#/entities/1/relationships/0/target')).toMatchObject({ line: 9, column: 38 });
  });
});

/** Failures of a model of two entities, the first with the given parts. */
function failures(parts: object, other: object = { attributes: [{ name: 'id', type: 'uuid', primaryKey: true }] }) {
  return failuresOf({ 'm.json': JSON.stringify({ entities: [{ name: 'A', ...parts }, { name: 'B', ...other }] }, null, 1) }, 'entities');
}

const attribute = (definition: object) => failures({ attributes: [{ name: 'a', type: 'string', ...definition }] });
const relationship = (definition: object, other?: object) => failures({ relationships: [{ name: 'b', kind: 'one-to-many', target: 'B', ...definition }] }, other);

describe('an entity model with mistakes', () => {
  it('says which key is not known, where, and which are', () => {
    expect(failures({ attribute: [] })).toEqual([
      { code: 'unknown-key', place: { file: 'm.json', line: 5, column: 4, pointer: '#/entities/0/attribute' }, key: 'attribute', known: ['name', 'description', 'plural', 'attributes', 'relationships'] },
    ]);
    expect(attribute({ requird: true, refrences: {} })).toMatchObject([
      { code: 'unknown-key', key: 'requird', place: { line: 9, column: 6 } },
      { code: 'unknown-key', key: 'refrences', place: { line: 10, column: 6 } },
    ]);
    expect(attribute({ references: { entity: 'B', column: 'id' } })).toMatchObject([{ code: 'unknown-key', key: 'column', known: ['entity', 'attribute'] }]);
    expect(relationship({ on: 1 })).toMatchObject([{ code: 'unknown-key', key: 'on', known: ['name', 'kind', 'target', 'description', 'inverse', 'required', 'onDelete'] }]);
    expect(failuresOf({ 'm.json': '{"entities": [], "x": 1}' }, 'entities')).toMatchObject([{ code: 'unknown-key', key: 'x', known: ['$schema', 'name', 'description', 'entities'] }]);
  });

  it.each([
    ['a type', attribute({ type: 'varchar' }), 'type', 'one of "string", "text", "integer"', '"varchar"'],
    ['a type of the wrong kind', attribute({ type: 5 }), 'type', 'one of "string"', '5'],
    ['a flag', attribute({ required: 'yes' }), 'required', '`true` or `false`', '"yes"'],
    ['a name', failures({ attributes: [{ name: 'first name', type: 'string' }] }), 'name', 'a letter, then letters, digits and underscores', '"first name"'],
    ['a missing name', failures({ attributes: [{ type: 'string' }] }), 'name', 'a text', 'nothing'],
    ['a count', attribute({ minLength: -1 }), 'minLength', 'at least 0', '-1'],
    ['a list', failures({ attributes: 'id' }), 'attributes', 'a list', '"id"'],
    ['an empty enum', attribute({ enum: [] }), 'enum', 'at least 1 element', '[]'],
    ['an enum without values', attribute({ type: 'enum' }), 'enum', 'the values of the enum', 'nothing'],
    ['lengths the wrong way round', attribute({ minLength: 5, maxLength: 2 }), 'minLength', 'at most `maxLength`, 2', '5'],
    ['bounds the wrong way round', attribute({ type: 'integer', minimum: 5, maximum: 2 }), 'minimum', 'at most `maximum`, 2', '5'],
    ['a constraint that does not fit', attribute({ type: 'boolean', maxLength: 2 }), 'maxLength', 'a type that it fits: string, text, email, url, binary', 'type boolean'],
    ['a pattern', attribute({ pattern: '(' }), 'pattern', 'a regular expression (ECMA-262)', '('],
    ['a default of the wrong type', attribute({ type: 'integer', default: 1.5 }), 'default', 'a whole number', '1.5'],
    ['a default outside the enum', attribute({ enum: ['a', 'b'], default: 'c' }), 'default', 'one of "a", "b"', '"c"'],
    ['no value as the default of what is required', attribute({ required: true, default: null }), 'default', 'a value, since the attribute is required', 'null'],
    ['a default that is no list', attribute({ list: true, default: 'a' }), 'default', 'a list', '"a"'],
    ['a kind', relationship({ kind: 'many' }), 'kind', 'one of "one-to-one", "one-to-many", "many-to-one", "many-to-many"', '"many"'],
    ['a required target that may be cleared', relationship({ required: true, onDelete: 'set-null' }), 'onDelete', 'an action that keeps a required target', 'set-null'],
    ['an inverse of another entity', relationship({ inverse: 'x' }, { relationships: [{ name: 'x', kind: 'many-to-one', target: 'B' }] }), 'inverse', 'a relationship of `B` whose target is `A`', '`x`, whose target is `B`'],
    ['an inverse of another kind', relationship({ inverse: 'x' }, { relationships: [{ name: 'x', kind: 'one-to-one', target: 'A' }] }), 'inverse', 'a relationship of kind many-to-one', '`x`, of kind one-to-one'],
    ['a name used twice', failures({ attributes: [{ name: 'x', type: 'text' }], relationships: [{ name: 'x', kind: 'one-to-one', target: 'B' }] }), 'name of the attribute or relationship', 'a name used once', '`x` again'],
    ['an entity twice', failuresOf({ 'm.json': '{"entities": [{"name": "A"}, {"name": "A"}]}' }, 'entities'), 'name of the entity', 'a name used once', '`A` again'],
    ['a key that its name contradicts', failuresOf({ 'm.json': '{"entities": {"A": {"name": "B"}}}' }, 'entities'), 'name', '`A`, the key it stands under, or no name', '"B"'],
    ['a target without a primary key', failures({ attributes: [{ name: 'a', type: 'uuid', references: { entity: 'B' } }] }, {}), 'references', 'an `attribute`, since `B` has 0 primary keys', 'only an `entity`'],
    ['no model at all', failuresOf({ 'm.json': '[]' }, 'entities'), 'the entity model', 'an object', '[]'],
  ])('%s', (_what, found, what, expected, received) => {
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'invalid-value', what: /^(name of|the )/.test(what) ? what : `\`${what}\``, expected: expect.stringContaining(expected), received });
    expect(found[0]).toMatchObject({ place: { file: 'm.json', line: expect.any(Number), column: expect.any(Number) } });
  });

  it('says which names it knows', () => {
    expect(relationship({ target: 'C' })).toMatchObject([{ code: 'unknown-name', what: 'entity', name: 'C', known: ['A', 'B'], place: { line: 9, column: 6 } }]);
    expect(attribute({ references: { entity: 'C' } })).toMatchObject([{ code: 'unknown-name', what: 'entity', name: 'C', known: ['A', 'B'] }]);
    expect(attribute({ references: { entity: 'B', attribute: 'x' } })).toMatchObject([{ code: 'unknown-name', what: 'attribute of B', name: 'x', known: ['id'] }]);
  });

  it('reports everything at once', () => {
    expect(failures({ x: 1, attributes: [{ name: '1' }] }).map(({ code }) => code)).toEqual(['invalid-value', 'invalid-value', 'unknown-key']);
  });

  it('places mistakes in maps', () => {
    expect(failuresOf({ 'm.yaml': AS_MAP.replace('type: uuid', 'type: guid') }, 'entities')).toMatchObject([
      { code: 'invalid-value', place: { file: 'm.yaml', line: 5, column: 13, pointer: '#/entities/Customer/attributes/id/type' } },
    ]);
  });
});

describe('the JSON Schema of entity models', () => {
  const schema = entitySchema() as { readonly [key: string]: Json };

  it('is strict, and knows the lists and the maps', () => {
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['entities'] });
    const [list, map] = (schema['properties'] as unknown as { entities: { anyOf: Record<string, unknown>[] } }).entities.anyOf as [Record<string, unknown>, Record<string, unknown>];
    expect(list).toMatchObject({ type: 'array', items: { additionalProperties: false, required: ['name'] } });
    expect(map).toMatchObject({ type: 'object', additionalProperties: { type: 'object', additionalProperties: false } });
  });

  it('describes every key that people write', () => {
    const text = JSON.stringify(schema);
    for (const key of ['primaryKey', 'onDelete', 'references', 'inverse', 'maxLength']) expect(text).toContain(`"${key}":`);
    expect(text).toContain('No two entities share a value');
  });
});
