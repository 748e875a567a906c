import fc from 'fast-check';
import { builtinHelpers as helpers, type TypeOptions } from '../src/helpers';

const { eagerReferences, interfaceMembers, isEnumeration, typeDeclaration, typeOf } = helpers;
const REF = { $ref: '#/components/schemas/pet-owner' };

describe('typeOf a schema', () => {
  it.each<[unknown, string]>([
    // Scalars
    [{ type: 'string' }, 'string'],
    [{ type: 'integer', format: 'int64' }, 'number'],
    [{ type: 'boolean' }, 'boolean'],
    [{ type: 'null' }, 'null'],
    [{ type: 'string', format: 'date-time' }, 'string'],
    [{ type: 'string', format: 'binary' }, 'Blob'],
    [{ format: 'binary' }, 'Blob'],
    [{ type: 'string', format: 'byte' }, 'string'],
    [{ type: 'string', contentMediaType: 'application/octet-stream' }, 'Blob'],
    [{ type: 'string', contentMediaType: 'application/octet-stream', contentEncoding: 'base64' }, 'string'],
    [{ type: 'no-such-type' }, 'unknown'],
    // Nothing said, all said
    [{}, 'unknown'],
    [undefined, 'unknown'],
    [true, 'unknown'],
    [false, 'never'],
    [{ not: { type: 'string' } }, 'unknown'],
    // null
    [{ type: 'string', nullable: true }, 'string | null'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: ['null', 'integer', 'string'] }, 'number | string | null'],
    [{ type: ['null'] }, 'null'],
    [{ nullable: true }, 'unknown'],
    [{ allOf: [REF], nullable: true }, 'PetOwner | null'],
    [{ anyOf: [{ type: 'null' }, REF] }, 'PetOwner | null'],
    // Values
    [{ enum: ['a', 'b', 'a', 1, null, true] }, "'a' | 'b' | 1 | true | null"],
    [{ type: 'string', enum: ['a'], nullable: true }, "'a' | null"],
    [{ type: ['string', 'null'], enum: ['a'] }, "'a'"],
    [{ enum: [true, false] }, 'boolean'],
    [{ enum: [] }, 'unknown'],
    [{ const: 'x' }, "'x'"],
    [{ const: null }, 'null'],
    [{ const: -0 }, '0'],
    [{ const: { a: [1, 'x'], 'b-c': {} } }, "{ a: [1, 'x']; 'b-c': { [key: string]: never } }"],
    [{ enum: ["won't", 'say "no"'] }, `"won't" | 'say "no"'`],
    // Lists
    [{ type: 'array' }, 'unknown[]'],
    [{ type: 'array', items: REF }, 'PetOwner[]'],
    [{ items: { type: ['string', 'integer'] } }, '(string | number)[]'],
    [{ type: 'array', items: { type: 'array', items: { type: 'string' } } }, 'string[][]'],
    [{ prefixItems: [{ type: 'string' }, { enum: [1, 2] }], items: false }, '[string, 1 | 2]'],
    [{ prefixItems: [{ type: 'string' }, { type: ['number', 'string'] }], minItems: 1, items: { type: 'boolean' } }, '[string, (number | string)?, ...boolean[]]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }] }, '[string, ...unknown[]]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }], maxItems: 1 }, '[string]'],
    [{ type: 'array', items: [{ type: 'string' }], additionalItems: false }, '[string]'],
    // Objects
    [{ type: 'object' }, '{ [key: string]: unknown }'],
    [{ type: 'object', additionalProperties: false }, '{ [key: string]: never }'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [key: string]: number }'],
    [{ additionalProperties: true }, '{ [key: string]: unknown }'],
    [{ properties: { a: { type: 'string' }, 'b-c': true }, required: ['a', 'x'] }, "{ a: string; 'b-c'?: unknown }"],
    [{ properties: { a: { type: 'string' } }, additionalProperties: {} }, '{ a?: string; [key: string]: unknown }'],
    // TypeScript refuses properties that an index signature beside them contradicts (TS2411).
    [{ properties: { a: { type: 'string' } }, additionalProperties: { type: 'number' } }, '{ a?: string } & { [key: string]: number }'],
    [{ properties: { a: {} }, patternProperties: { '^x-': { type: 'string' }, '^y-': { type: 'number' } } }, '{ a?: unknown } & { [key: string]: string | number }'],
    [JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'), "{ ['__proto__']?: string }"],
    // All of
    [{ allOf: [REF, { properties: { a: { type: 'string' } } }] }, 'PetOwner & { a?: string }'],
    [{ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }], properties: { c: {} } }, '{ c?: unknown; a?: unknown; b?: unknown }'],
    [{ allOf: [{ properties: { a: { type: 'string' } } }, { properties: { a: { type: 'number' } } }] }, '{ a?: string } & { a?: number }'],
    [{ allOf: [{ properties: { a: { type: 'string' } } }, { required: ['a'] }] }, '{ a: string }'],
    [{ allOf: [{ properties: { a: { type: 'string' } } }], required: ['a'] }, '{ a: string }'],
    [{ type: 'object', allOf: [REF] }, 'PetOwner'],
    [{ allOf: [REF, REF, {}] }, 'PetOwner'],
    [{ allOf: [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, REF] }, '(string | number) & PetOwner'],
    [{ allOf: [] , type: 'string' }, 'string'],
    // One of, any of
    [{ oneOf: [{ type: 'string' }, REF, { type: 'string' }] }, 'string | PetOwner'],
    [{ anyOf: [{ enum: ['a'] }, { type: 'string' }] }, 'string'],
    [{ anyOf: [{}, { type: 'string' }] }, 'unknown'],
    [{ oneOf: [{ allOf: [REF, { properties: { a: {} } }] }, { type: 'null' }] }, '(PetOwner & { a?: unknown }) | null'],
    [{ type: 'string', oneOf: [{ format: 'uuid' }, { maxLength: 3 }] }, 'string'],
    [{ type: 'string', anyOf: [{ enum: ['a', 'b'] }, { const: 'c' }] }, "'a' | 'b' | 'c'"],
    [{ type: 'array', items: { type: 'string' }, oneOf: [{ minItems: 1 }, { maxItems: 3 }] }, 'string[]'],
    [{ properties: { a: { type: 'string' }, b: {} }, anyOf: [{ required: ['a'] }, { required: ['b'] }] }, '{ a?: string; b?: unknown } & ({ a: string } | { b: unknown })'],
    [{ type: 'object', oneOf: [{ properties: { a: {} }, required: ['a'] }, { properties: { b: {} } }] }, '{ a: unknown } | { b?: unknown }'],
    // References
    [REF, 'PetOwner'],
    [{ $ref: '#/definitions/a~1b%20c' }, 'ABC'],
    [{ ...REF, description: 'x' }, 'PetOwner'],
    [{ ...REF, properties: { a: {} } }, 'PetOwner & { a?: unknown }'],
    [{ ...REF, type: ['object', 'null'] }, 'PetOwner | null'],
  ])('%j is %s', (schema, expected) => {
    expect(typeOf(schema)).toBe(expected);
  });

  it.each<[unknown, TypeOptions, string]>([
    [{ type: 'string', format: 'date' }, { dates: 'Date' }, 'Date'],
    [{ type: 'string', format: 'binary' }, { binary: 'Buffer' }, 'Buffer'],
    [{ items: {} }, { unknownType: 'any' }, 'any[]'],
    [{ items: { items: {} }, nullable: true }, { readonly: true }, 'readonly (readonly unknown[])[] | null'],
    [{ properties: { a: {} }, additionalProperties: true }, { readonly: true }, '{ readonly a?: unknown; readonly [key: string]: unknown }'],
    [{ prefixItems: [{}], items: false }, { readonly: true }, 'readonly [unknown]'],
    [{ ...REF, nullable: true, type: 'object', properties: { a: {} } }, { refSiblings: false }, 'PetOwner'],
    [REF, { ref: (ref) => `models.${ref.length}` }, 'models.30'],
  ])('%j with %j is %s', (schema, options, expected) => {
    expect(typeOf(schema, options)).toBe(expected);
  });

  it('is one line and the same every time, whatever the schema', () => {
    const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>({}, true, false, { type: 'string' }, { type: ['integer', 'null'] }, { enum: ['a', null] }, REF, null, 3),
        fc.record(
          {
            type: fc.constantFrom('object', 'array', 'string', ['object', 'null']),
            properties: fc.dictionary(fc.string(), tie('schema'), { maxKeys: 3 }),
            required: fc.array(fc.string()),
            additionalProperties: tie('schema'),
            items: tie('schema'),
            allOf: fc.array(tie('schema'), { maxLength: 3 }),
            anyOf: fc.array(tie('schema'), { maxLength: 3 }),
            nullable: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
      ),
    }));
    fc.assert(
      fc.property(schema, (value) => {
        const text = typeOf(value);
        expect(text).not.toMatch(/\n|undefined|\[object/);
        expect(text).not.toBe('');
        expect(typeOf(structuredClone(value))).toBe(text);
      }),
    );
  });
});

describe('typeOf an attribute of an entity', () => {
  it.each([
    ['string', 'string'], ['text', 'string'], ['integer', 'number'], ['bigint', 'number'], ['number', 'number'], ['decimal', 'number'],
    ['boolean', 'boolean'], ['date', 'string'], ['time', 'string'], ['datetime', 'string'], ['uuid', 'string'], ['email', 'string'],
    ['url', 'string'], ['enum', 'string'], ['json', 'unknown'], ['binary', 'Blob'],
  ])('of type %s is %s', (type, expected) => {
    expect(typeOf({ name: 'x', type, required: true, enum: [], list: false })).toBe(expected);
  }); // prettier-ignore

  it('knows dates, values and lists', () => {
    expect(typeOf({ name: 'born', type: 'date', required: true }, { dates: 'Date' })).toBe('Date');
    expect(typeOf({ name: 'size', type: 'enum', enum: ['s', 'm'], required: false })).toBe("'s' | 'm'");
    expect(typeOf({ name: 'sizes', type: 'enum', enum: ['s', 'm'], list: true })).toBe("('s' | 'm')[]");
    expect(typeOf({ name: 'tags', type: 'string', list: true }, { readonly: true })).toBe('readonly string[]');
  });
});

describe('discriminators', () => {
  const schemas: Record<string, object> = {
    Cat: { type: 'object', properties: { kind: { type: 'string' } } },
    Dog: { allOf: [{ $ref: '#/Cat' }, { type: 'object' }] },
    Fox: { type: 'object', properties: { kind: { type: 'string', enum: ['fox'] } } },
    Owl: { type: 'object', properties: { kind: { type: 'string' } }, nullable: true },
  };
  const deref = (value: unknown) => {
    const ref = (value as { $ref?: string }).$ref;
    return ref === undefined ? value : schemas[ref.slice(2)];
  };
  const oneOf = Object.keys(schemas).map((name) => ({ $ref: `#/${name}` }));

  it('tell what the property holds in each member that does not say it itself', () => {
    const schema = { oneOf, discriminator: { propertyName: 'kind', mapping: { cat: '#/Cat', kitten: '#/Cat', hound: 'Dog' } } };
    expect(typeOf(schema, { deref })).toBe("(Cat & { kind: 'cat' | 'kitten' }) | (Dog & { kind: 'hound' }) | Fox | Owl");
    expect(typeOf(schema)).toBe('Cat | Dog | Fox | Owl');
  });

  it('without a mapping hold the name of the schema', () => {
    expect(typeOf({ oneOf, discriminator: { propertyName: 'kind' } }, { deref })).toBe("(Cat & { kind: 'Cat' }) | (Dog & { kind: 'Dog' }) | Fox | Owl");
  });
});

describe('required properties that a reference describes', () => {
  const base = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } };
  const deref = () => base;

  it('are picked from it', () => {
    expect(typeOf({ allOf: [{ $ref: '#/Base' }], required: ['id', 'name', 'nobody'] }, { deref })).toBe("Base & Required<Pick<Base, 'id' | 'name'>>");
    expect(typeOf({ allOf: [{ $ref: '#/Base' }], required: ['id'] })).toBe('Base');
    expect(typeOf({ allOf: [{ $ref: '#/Base' }], required: ['id'] }, { deref: () => ({ ...base, nullable: true }) })).toBe('Base');
  });
});

describe('typeDeclaration', () => {
  it('lays out an interface with comments', () => {
    const schema = {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string', description: 'Never changes.' },
        'display-name': { type: 'string', nullable: true, description: 'Shown.\nNot unique.' },
        tags: { type: 'array', items: { type: 'object', properties: { key: { type: 'string' }, value: {} } } },
        limits: { type: 'object', properties: { max: { type: 'integer' } } },
        status: { enum: 'abcdefghijklmnopqrstuvwxyz'.split('').slice(0, 20) },
      },
    };
    expect(typeDeclaration('User', schema)).toBe(
      [
        'export interface User {',
        '  /** Never changes. */',
        '  id: string;',
        '  /**',
        '   * Shown.',
        '   * Not unique.',
        '   */',
        "  'display-name'?: string | null;",
        '  tags?: Array<{',
        '    key?: string;',
        '    value?: unknown;',
        '  }>;',
        '  limits?: { max?: number };',
        '  status?:',
        ...schema.properties.status.enum.map((value, index) => `    | '${value}'${index === 19 ? ';' : ''}`),
        '}',
      ].join('\n'),
    );
  });

  it('writes an alias for what is no interface', () => {
    expect(typeDeclaration('Name', { type: 'string' })).toBe('export type Name = string;');
    expect(typeDeclaration('Empty', { type: 'object' })).toBe('export type Empty = { [key: string]: unknown };');
    expect(typeDeclaration('Maybe', { type: 'object', nullable: true, properties: { a: {} } })).toBe('export type Maybe = { a?: unknown } | null;');
    expect(typeDeclaration('Mixed', { properties: { a: { type: 'string' }, b: {} }, additionalProperties: { type: 'number' } })).toBe(
      'export type Mixed = {\n  a?: string;\n  b?: unknown;\n} & { [key: string]: number };',
    );
    expect(typeDeclaration('Either', { oneOf: [{ properties: { a: {}, b: {} } }, { properties: { c: {} } }] })).toBe(
      'export type Either =\n  | {\n      a?: unknown;\n      b?: unknown;\n    }\n  | { c?: unknown };',
    );
  });

  it('extends the interfaces of allOf, and only those it can', () => {
    const schemas: Record<string, object> = {
      Base: { type: 'object', properties: { id: { type: 'string' } } },
      Other: { type: 'object', properties: { at: { type: 'string' } } },
      Union: { oneOf: [{ type: 'string' }] },
    };
    const members = (ref: string) => interfaceMembers(schemas[ref.slice(2)], { members });
    const child = (allOf: unknown[], more: object = {}) => typeDeclaration('Child', { allOf, ...more }, { members });
    const base = { $ref: '#/Base' };
    const own = { properties: { a: {}, b: {} } };
    const body = '{\n  a?: unknown;\n  b?: unknown;\n}';
    expect(child([base, own])).toBe(`export interface Child extends Base ${body}`);
    expect(child([base, { $ref: '#/Other' }], own)).toBe(`export interface Child extends Base, Other ${body}`);
    expect(child([base])).toBe('export type Child = Base;');
    expect(child([base, { $ref: '#/Other' }])).toBe('export type Child = Base & Other;');
    expect(child([{ $ref: '#/Union' }, own])).toBe(`export type Child = Union & ${body}`.replace(/\}$/, '};'));
    // The same member again, perhaps required; another type under its name would be an error (TS2430).
    expect(child([base, { properties: { id: { type: 'string' } }, required: ['id'] }])).toBe('export interface Child extends Base {\n  id: string;\n}');
    expect(child([base, { properties: { id: { type: 'number' } } }])).toBe('export type Child = Base & { id?: number };');
    schemas['Base'] = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
    expect(child([base, { properties: { id: { type: 'string' } } }])).toBe('export type Child = Base & { id?: string };');
  });

  it('declares enumerations as unions, enums or constants', () => {
    const schema = { type: 'string', enum: ['in-stock', 'sold', 'sold', '', '3d', 'in stock'] };
    expect(typeDeclaration('State', schema)).toBe("export type State = 'in-stock' | 'sold' | '' | '3d' | 'in stock';");
    expect(typeDeclaration('State', schema, { enums: 'enum' })).toBe("export enum State {\n  InStock = 'in-stock',\n  Sold = 'sold',\n  Empty = '',\n  _3d = '3d',\n  InStock2 = 'in stock',\n}");
    expect(typeDeclaration('Level', { enum: [1, -2, 0.5] }, { enums: 'const' })).toBe(
      'export const Level = {\n  Value1: 1,\n  ValueMinus2: -2,\n  Value05: 0.5,\n} as const;\nexport type Level = (typeof Level)[keyof typeof Level];',
    );
    expect(typeDeclaration('Level', { enum: [1, 2], 'x-enum-varnames': ['LOW', 'HIGH'] }, { enums: 'enum' })).toBe('export enum Level {\n  Low = 1,\n  High = 2,\n}');
    expect(typeDeclaration('Odd', { enum: ['a', null] }, { enums: 'enum' })).toBe("export type Odd = 'a' | null;");
    expect([isEnumeration(schema), isEnumeration({ enum: ['a'], nullable: true }), isEnumeration({ type: 'string' })]).toEqual([true, false, false]);
  });
});

describe('circles', () => {
  const schemas: Record<string, object> = {
    Pet: { type: 'object', properties: { name: { type: 'string' } }, oneOf: [{ $ref: '#/Cat' }, { $ref: '#/Dog' }] },
    Cat: { allOf: [{ $ref: '#/Pet' }, { type: 'object', properties: { lives: { type: 'integer' } } }] },
    Dog: { allOf: [{ $ref: '#/Pet' }] },
    A: { anyOf: [{ $ref: '#/B' }, { type: 'string' }] },
    B: { anyOf: [{ $ref: '#/A' }, { type: 'number' }] },
  };
  const deref = (value: unknown) => schemas[(value as { $ref: string }).$ref.slice(2)];
  const all = () => true;

  it('are broken by what the target says itself', () => {
    const cycles = { breaks: all, within: all };
    expect(typeOf(schemas['Cat'], { deref, cycles })).toBe('{ name?: string; lives?: number }');
    expect(typeOf(schemas['Dog'], { deref, cycles })).toBe('{ name?: string }');
    expect(typeOf(schemas['B'], { deref, cycles })).toBe('string | number');
    expect(typeOf({ $ref: '#/B' }, { deref, cycles: { breaks: all, within: all } })).toBe('number');
  });

  it('go through what TypeScript does not defer', () => {
    expect(eagerReferences(schemas['Pet'])).toEqual([
      { ref: '#/Cat', position: 'union' },
      { ref: '#/Dog', position: 'union' },
    ]);
    expect(eagerReferences({ properties: { a: { $ref: '#/A' } }, items: { $ref: '#/B' }, allOf: [{ oneOf: [{ $ref: '#/C' }] }, { $ref: '#/D' }] })).toEqual([
      { ref: '#/C', position: 'union' },
      { ref: '#/D', position: 'intersection' },
    ]);
    // Behind a property nothing is circular.
    expect(typeOf({ properties: { next: { $ref: '#/B' } } }, { deref, cycles: { breaks: all, within: all } })).toBe('{ next?: B }');
  });
});
