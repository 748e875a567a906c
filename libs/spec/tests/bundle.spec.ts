import { valueAt, pointerSegments, type Json } from '@nx-conductor/core';
import { api, failuresOf, specOf, type Files } from './read';

const PET = '{"type": "object", "properties": {"name": {"type": "string"}, "owner": {"$ref": "owner.json"}, "parent": {"$ref": "#"}}}';
const OWNER = '{"type": "object", "properties": {"pets": {"type": "array", "items": {"$ref": "./pet.json"}}}}';

/** A document whose one response has a schema. */
const withSchema = (schema: object, more: object = {}): string =>
  api({ paths: { '/a': { get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } } } }, ...more });

const schemaOf = (document: Json): Json | undefined => valueAt(document, pointerSegments('/paths/~1a/get/responses/200/content/application~1json/schema'));
const at = (document: Json, pointer: string): Json | undefined => valueAt(document, pointerSegments(pointer));
const filesOf = (files: Files): string[] => specOf(files).files.map(({ path }) => path.replace(/^.*[/\\]/, ''));

describe('schemas of other files', () => {
  const files = { 'api.json': withSchema({ $ref: './pet.json' }), 'pet.json': PET, 'owner.json': OWNER };
  const { document } = specOf(files);

  it('move into the components, equal ones once', () => {
    expect(schemaOf(document)).toEqual({ $ref: '#/components/schemas/pet' });
    expect(at(document, '/components')).toEqual({
      schemas: {
        pet: { type: 'object', properties: { name: { type: 'string' }, owner: { $ref: '#/components/schemas/owner' }, parent: { $ref: '#/components/schemas/pet' } } },
        owner: { type: 'object', properties: { pets: { type: 'array', items: { $ref: '#/components/schemas/pet' } } } },
      },
    });
  });

  it('are listed among the files in the order of first use', () => {
    expect(filesOf(files)).toEqual(['api.json', 'pet.json', 'owner.json']);
    expect(new Set(specOf(files).files.map(({ digest }) => digest)).size).toBe(3);
  });

  it('are placed where they stood', () => {
    expect(specOf(files).locate('#/components/schemas/owner/properties/pets/items')).toMatchObject({ file: 'owner.json', line: 1, column: OWNER.indexOf('"items"') + 1 });
    expect(specOf(files).locate('#/paths/~1a/get')).toMatchObject({ file: 'api.json' });
  });

  it('are named after the last segment of the pointer, and apart from names that are taken', () => {
    const spec = specOf({
      'api.yaml': `openapi: 3.0.3
info: { title: a, version: "1" }
paths:
  /a:
    get:
      responses:
        200:
          description: ok
          content:
            application/json:
              schema:
                oneOf:
                  - $ref: "common.yaml#/defs/Pet"
                  - $ref: "other.yaml#/defs/Pet"
                  - $ref: "common.yaml#/list/0"
                  - $ref: "with%20space.yaml"
components:
  schemas:
    Pet: { type: string }
`,
      'common.yaml': 'defs: { Pet: { type: integer } }\nlist: [{ type: boolean }]',
      'other.yaml': 'defs: { Pet: { type: number } }',
      'with space.yaml': 'type: object',
    });
    expect(schemaOf(spec.document)).toEqual({ oneOf: ['Pet2', 'Pet3', 'list0', 'with_space'].map((name) => ({ $ref: `#/components/schemas/${name}` })) });
    expect(at(spec.document, '/components/schemas')).toEqual({ Pet: { type: 'string' }, Pet2: { type: 'integer' }, Pet3: { type: 'number' }, list0: { type: 'boolean' }, with_space: { type: 'object' } });
    expect(spec.locate('#/components/schemas/Pet3/type')).toMatchObject({ file: 'other.yaml', line: 1, column: 16 });
  });

  it('take the name that the entry refers to them by', () => {
    const spec = specOf({
      'api.json': withSchema({ $ref: 'pet.json' }, { components: { schemas: { Animal: { $ref: './pet.json' }, Beast: { $ref: './pet.json' }, Owner: { $ref: 'owner.json', description: 'kept' } } } }),
      'pet.json': PET,
      'owner.json': OWNER,
    });
    expect(schemaOf(spec.document)).toEqual({ $ref: '#/components/schemas/Animal' });
    expect(at(spec.document, '/components/schemas/Animal/properties/parent')).toEqual({ $ref: '#/components/schemas/Animal' });
    expect(at(spec.document, '/components/schemas/Beast')).toEqual({ $ref: '#/components/schemas/Animal' });
    expect(at(spec.document, '/components/schemas/Owner')).toEqual({ $ref: '#/components/schemas/owner', description: 'kept' });
    expect(spec.locate('#/components/schemas/Animal/type')).toMatchObject({ file: 'pet.json', line: 1, column: 2 });
  });

  it('may point back into the entry', () => {
    const { document } = specOf({
      'api/api.json': withSchema({ $ref: '../shared/pet.json' }, { components: { schemas: { Id: { type: 'string' } } } }),
      'shared/pet.json': '{"properties": {"id": {"$ref": "../api/api.json#/components/schemas/Id"}}}',
    });
    expect(at(document, '/components/schemas')).toEqual({ Id: { type: 'string' }, pet: { properties: { id: { $ref: '#/components/schemas/Id' } } } });
  });

  it('keep the siblings of the reference', () => {
    const { document } = specOf({ 'api.json': withSchema({ $ref: 'pet.json', description: 'mine', nullable: true }), 'pet.json': '{}' });
    expect(schemaOf(document)).toEqual({ $ref: '#/components/schemas/pet', description: 'mine', nullable: true });
  });

  it('are found through discriminator mappings', () => {
    const mapping = { cat: './cat.json', dog: 'Dog', bird: '#/components/schemas/Dog', gone: 'gone.json#/Gone', wrong: '#/nowhere' };
    const { document } = specOf({
      'api.json': withSchema({ discriminator: { propertyName: 'kind', mapping } }, { components: { schemas: { Dog: {} } } }),
      'cat.json': '{"type": "object"}',
    });
    expect(schemaOf(document)).toEqual({ discriminator: { propertyName: 'kind', mapping: { ...mapping, cat: '#/components/schemas/cat' } } });
    expect(at(document, '/components/schemas/cat')).toEqual({ type: 'object' });
  });
});

describe('other parts of other files', () => {
  it('move into the section of their kind', () => {
    const { document } = specOf({
      'api.json': api({
        paths: {
          '/a': {
            post: {
              parameters: [{ $ref: 'parts.json#/limit' }],
              requestBody: { $ref: 'parts.json#/body' },
              responses: { 200: { $ref: 'parts.json#/ok' } },
              callbacks: { done: { $ref: 'parts.json#/callback' } },
            },
          },
        },
        components: { securitySchemes: { key: { $ref: 'parts.json#/key' } } },
      }),
      'parts.json': JSON.stringify({
        limit: { name: 'limit', in: 'query', schema: { $ref: '#/schemas/Limit' }, examples: { one: { $ref: '#/example' } } },
        body: { content: { 'text/plain': { schema: { $ref: '#/schemas/Limit' } } } },
        ok: { description: 'ok', headers: { 'X-Rate': { $ref: '#/header' } }, links: { next: { $ref: '#/link' } } },
        callback: { '{$request.body#/url}': { post: { responses: {} } } },
        key: { type: 'apiKey' },
        schemas: { Limit: { type: 'integer' } },
        example: { value: { $ref: 'data' } },
        header: { schema: { type: 'integer' } },
        link: { operationId: 'a' },
      }),
    });
    expect(at(document, '/paths/~1a/post')).toEqual({
      parameters: [{ $ref: '#/components/parameters/limit' }],
      requestBody: { $ref: '#/components/requestBodies/body' },
      responses: { 200: { $ref: '#/components/responses/ok' } },
      callbacks: { done: { $ref: '#/components/callbacks/callback' } },
    });
    expect(at(document, '/components')).toEqual({
      securitySchemes: { key: { type: 'apiKey' } },
      parameters: { limit: { name: 'limit', in: 'query', schema: { $ref: '#/components/schemas/Limit' }, examples: { one: { $ref: '#/components/examples/example' } } } },
      requestBodies: { body: { content: { 'text/plain': { schema: { $ref: '#/components/schemas/Limit' } } } } },
      responses: { ok: { description: 'ok', headers: { 'X-Rate': { $ref: '#/components/headers/header' } }, links: { next: { $ref: '#/components/links/link' } } } },
      callbacks: { callback: { '{$request.body#/url}': { post: { responses: {} } } } },
      schemas: { Limit: { type: 'integer' } },
      examples: { example: { value: { $ref: 'data' } } },
      headers: { header: { schema: { type: 'integer' } } },
      links: { link: { operationId: 'a' } },
    });
  });

  it('stand in the place of the reference where no section holds them', () => {
    const files = {
      'api.yaml': 'openapi: 3.1.0\ninfo: { title: a, version: "1" }\npaths:\n  /pets: { $ref: "paths/pets.yaml", summary: mine }\n  /all: { $ref: "paths/all.yaml#/~1all" }\n',
      'paths/pets.yaml': 'summary: theirs\nget:\n  responses:\n    200: { $ref: "../parts.yaml#/ok" }\n',
      'paths/all.yaml': '/all:\n  post: { $ref: operation.yaml }\n',
      'paths/operation.yaml': 'operationId: all\nresponses: {}\n',
      'parts.yaml': 'ok: { description: ok }\n',
    };
    const spec = specOf(files);
    expect(at(spec.document, '/paths')).toEqual({
      '/pets': { summary: 'mine', get: { responses: { 200: { $ref: '#/components/responses/ok' } } } },
      '/all': { post: { operationId: 'all', responses: {} } },
    });
    expect(spec.locate('#/paths/~1pets/get/responses')).toMatchObject({ file: 'paths/pets.yaml', line: 3, column: 3 });
    expect(spec.locate('#/paths/~1pets/summary')).toMatchObject({ file: 'api.yaml', line: 4 });
    expect(spec.locate('#/paths/~1all/post/operationId')).toMatchObject({ file: 'paths/operation.yaml', line: 1, column: 1 });
    const operations = spec.items('operations');
    expect(operations.ok && operations.value.map(({ name, pointer }) => [name, pointer])).toEqual([
      ['getPets', '#/paths/~1pets/get'],
      ['all', '#/paths/~1all/post'],
    ]);
  });

  it('may be whole sections and maps', () => {
    const { document } = specOf({
      'api.yaml': 'openapi: 3.0.0\ninfo: { $ref: info.yaml }\npaths: { $ref: paths.yaml }\ncomponents:\n  schemas: { $ref: schemas/index.yaml }\n',
      'info.yaml': 'title: a\nversion: "1"\n',
      'paths.yaml': '/a:\n  get:\n    responses:\n      200:\n        description: ok\n        content: { application/json: { schema: { $ref: "schemas/index.yaml#/Pet" } } }\n',
      'schemas/index.yaml': 'Pet: { $ref: pet.yaml }\nOwner: { type: object, properties: { pet: { $ref: "#/Pet" } } }\n',
      'schemas/pet.yaml': 'type: object\nproperties: { owner: { $ref: "index.yaml#/Owner" } }\n',
    });
    expect(document).toEqual({
      openapi: '3.0.0',
      info: { title: 'a', version: '1' },
      paths: { '/a': { get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } } } } } },
      components: {
        schemas: {
          Pet: { type: 'object', properties: { owner: { $ref: '#/components/schemas/Owner' } } },
          Owner: { type: 'object', properties: { pet: { $ref: '#/components/schemas/Pet' } } },
        },
      },
    });
  });

  it('leave references between path items of the entry as they are', () => {
    const text = api({ paths: { '/a': { get: { operationId: 'a', responses: {} } }, '/b': { $ref: '#/paths/~1a' } } });
    const spec = specOf({ 'api.json': text });
    expect(spec.document).toEqual(JSON.parse(text));
    const operations = spec.items('operations');
    expect(operations.ok && operations.value.map(({ path, pointer }: { path?: unknown; pointer: string }) => [path, pointer])).toEqual([
      ['/a', '#/paths/~1a/get'],
      ['/b', '#/paths/~1a/get'],
    ]);
  });
});

describe('what looks like a reference and is none', () => {
  it('stays data', () => {
    const nowhere = { $ref: './nowhere.json' };
    const text = withSchema({
      properties: { $ref: { type: 'string' }, example: { type: 'object' }, default: { $ref: '#/components/schemas/A' } },
      example: nowhere,
      examples: [nowhere],
      default: nowhere,
      enum: [nowhere],
      const: nowhere,
      'x-extension': nowhere,
    }, { components: { schemas: { A: {}, $ref: { type: 'string' } }, examples: { a: { value: nowhere } } }, 'x-root': nowhere });
    const spec = specOf({ 'api.json': text });
    expect(spec.document).toEqual(JSON.parse(text));
    expect(spec.files).toHaveLength(1);
  });

  it('may still be reached by a reference, and then holds references', () => {
    expect(failuresOf({ 'api.json': withSchema({ $ref: '#/x-schemas/A' }, { 'x-schemas': { A: { properties: { b: { $ref: '#/x-schemas/B' } } } } }) })).toMatchObject([
      { code: 'dangling-ref', ref: '#/x-schemas/B', place: { pointer: '#/x-schemas/A/properties/b/$ref' } },
    ]);
  });
});

describe('pointers through references', () => {
  it('lead to the value itself', () => {
    const { document } = specOf({
      'api.json': withSchema({ $ref: '#/components/schemas/A/properties/id' }, { components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { properties: { id: { type: 'string' } } } } } }),
    });
    expect(schemaOf(document)).toEqual({ $ref: '#/components/schemas/B/properties/id' });
  });
});

describe('references that lead nowhere', () => {
  it('say what they meant perhaps', () => {
    const text = withSchema({ oneOf: [{ $ref: '#/components/schemas/Usr' }, { $ref: '#/components/schema/User' }, { $ref: '#/components/schemas/Other' }, { $ref: 'common.json#/Fop' }] }, { components: { schemas: { User: {} } } });
    const lines = text.split('\n');
    const failures = failuresOf({ 'api.json': text, 'common.json': '{"Foo": {}}' });
    expect(failures.map((failure) => failure.code === 'dangling-ref' && [failure.ref, failure.nearest])).toEqual([
      ['#/components/schemas/Usr', '#/components/schemas/User'],
      ['#/components/schema/User', '#/components/schemas/User'],
      ['#/components/schemas/Other', undefined],
      ['common.json#/Fop', 'common.json#/Foo'],
    ]);
    for (const failure of failures) {
      if (failure.code !== 'dangling-ref') throw new Error(failure.code);
      expect(lines[(failure.place.line as number) - 1]?.slice((failure.place.column as number) - 1)).toBe(`"$ref": "${failure.ref}"`);
    }
  });

  it('are reported from the file they stand in', () => {
    expect(failuresOf({ 'api.json': withSchema({ $ref: 'pet.yaml' }), 'pet.yaml': 'type: object\nproperties:\n  a:\n    $ref: "#/nowhere"\n' })).toMatchObject([
      { code: 'dangling-ref', ref: '#/nowhere', place: { file: 'pet.yaml', line: 4, column: 5 } },
    ]);
  });

  it('are reported twenty at most', () => {
    expect(failuresOf({ 'api.json': withSchema({ oneOf: Array.from({ length: 50 }, (_, index) => ({ $ref: `#/${index}` })) }) })).toHaveLength(20);
  });

  it('name the file that is not there, for each that asks for it', () => {
    expect(failuresOf({ 'api.json': withSchema({ oneOf: [{ $ref: 'gone.json' }, { $ref: 'gone.json#/A' }], discriminator: { propertyName: 'a', mapping: { a: 'gone.json' } } }) })).toMatchObject([
      { code: 'missing-file', wanted: 'gone.json', place: { file: 'api.json', line: 18 } },
      { code: 'missing-file', wanted: 'gone.json', place: { file: 'api.json', line: 21 } },
    ]);
  });

  it('report a file that does not parse once, by its own place', () => {
    expect(failuresOf({ 'api.json': withSchema({ oneOf: [{ $ref: 'bad.json' }, { $ref: 'bad.json#/A' }] }), 'bad.json': '{"A": }' })).toMatchObject([
      { code: 'syntax', place: { file: 'bad.json', line: 1, column: 7 } },
    ]);
  });

  it.each([
    ['https://example.com/pet.json', 'https://example.com/pet.json'],
    ['//example.com/pet.json#/A', '//example.com/pet.json'],
  ])('refuse to fetch %s', (ref, received) => {
    expect(failuresOf({ 'api.json': withSchema({ $ref: ref }) })).toMatchObject([{ code: 'invalid-value', what: '`$ref`', received, place: { file: 'api.json', line: 16 } }]);
  });

  it('must be texts', () => {
    expect(failuresOf({ 'api.json': withSchema({ $ref: 5 }) })).toMatchObject([{ code: 'invalid-value', what: '`$ref`', received: '5' }]);
  });
});

describe('references that lead in circles', () => {
  const schemas = (of: object) => api({ components: { schemas: of } });

  it('in one file', () => {
    const text = schemas({ A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/C' }, C: { $ref: '#/components/schemas/B' } });
    const [failure, ...more] = failuresOf({ 'api.json': text });
    expect(more).toEqual([]);
    expect(failure).toMatchObject({ code: 'ref-cycle', chain: ['#/components/schemas/B', '#/components/schemas/C', '#/components/schemas/B'], place: { file: 'api.json', line: 14, column: 9 } });
  });

  it('to itself', () => {
    expect(failuresOf({ 'api.json': schemas({ A: { $ref: '#/components/schemas/A' } }) })).toMatchObject([{ code: 'ref-cycle', chain: ['#/components/schemas/A', '#/components/schemas/A'] }]);
  });

  it('between files', () => {
    expect(failuresOf({ 'api.json': withSchema({ $ref: 'a.json' }), 'a.json': '{"$ref": "b.json"}', 'b.json': '{"$ref": "a.json"}' })).toMatchObject([
      { code: 'ref-cycle', chain: ['a.json#', 'b.json#', 'a.json#'], place: { file: 'a.json', line: 1, column: 2 } },
    ]);
  });

  it('through a pointer into itself', () => {
    expect(failuresOf({ 'api.json': schemas({ A: { $ref: '#/components/schemas/A/properties/x' } }) })).toMatchObject([{ code: 'ref-cycle' }]);
  });

  it('through a pointer into a circle', () => {
    const text = schemas({ A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' }, C: { $ref: '#/components/schemas/A/properties' } });
    expect(failuresOf({ 'api.json': text })).toMatchObject([{ code: 'ref-cycle', chain: ['#/components/schemas/B', '#/components/schemas/A', '#/components/schemas/B'], place: { line: 17 } }]);
  });

  it('by path items that contain themselves', () => {
    const files = { 'api.json': api({ paths: { '/a': { $ref: 'a.json' } } }), 'a.json': '{"post": {"responses": {}, "callbacks": {"c": {"url": {"$ref": "a.json"}}}}}' };
    expect(failuresOf(files)).toMatchObject([{ code: 'ref-cycle', place: { file: 'a.json', line: 1, column: files['a.json'].indexOf('"$ref"') + 1 } }]);
  });

  it('are fine when they pass through values', () => {
    const text = schemas({ Tree: { properties: { children: { items: { $ref: '#/components/schemas/Tree' } } } }, A: { allOf: [{ $ref: '#/components/schemas/B' }] }, B: { not: { $ref: '#/components/schemas/A' } } });
    expect(specOf({ 'api.json': text }).document).toEqual(JSON.parse(text));
  });
});
