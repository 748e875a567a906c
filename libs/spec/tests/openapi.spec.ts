import { api, failuresOf, specOf } from './read';

const PETS = api({
  tags: [{ name: 'pets', description: 'All about pets' }],
  paths: {
    '/pets/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'trace', in: 'header', schema: { type: 'string' } },
      ],
      get: {
        tags: ['pets', 'admin'],
        operationId: 'getPet',
        parameters: [{ $ref: '#/components/parameters/Trace' }],
        responses: { 200: { $ref: '#/components/responses/Pet' }, 'x-note': 'data' },
      },
      delete: { responses: {} },
    },
    'x-paths': { get: {} },
  },
  components: {
    parameters: { Trace: { name: 'trace', in: 'header', schema: { type: 'integer' } } },
    responses: { Pet: { description: 'a pet', content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } } },
    schemas: { Pet: { type: 'object', properties: { name: { type: 'string' }, parent: { $ref: '#/components/schemas/Pet' } } } },
  },
});

describe('an OpenAPI document in one file', () => {
  const spec = specOf({ 'pets.json': PETS });
  const itemsOf = (collection: string) => {
    const outcome = spec.items(collection);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
    return outcome.value;
  };

  it('is not copied, and knows its name, files and collections', () => {
    expect(spec.document).toEqual(JSON.parse(PETS));
    expect(spec).toMatchObject({ name: 'pets', adapter: 'openapi', path: 'pets.json', collections: ['schemas', 'operations', 'tags', 'document'] });
    expect(spec.files).toHaveLength(1);
  });

  it('has one item a schema', () => {
    const [pet] = itemsOf('schemas');
    const value = JSON.parse(PETS).components.schemas.Pet;
    expect(itemsOf('schemas')).toHaveLength(1);
    expect(pet).toEqual({ ...value, name: 'Pet', key: 'Pet', pointer: '#/components/schemas/Pet', value, schema: value });
  });

  it('has one item an operation, with the parameters of its path and one level of references resolved', () => {
    const [get, remove, ...others] = itemsOf('operations');
    expect(others).toEqual([]);
    expect(get).toMatchObject({ name: 'getPet', id: 'getPet', key: 'get', method: 'get', path: '/pets/{id}', pointer: '#/paths/~1pets~1{id}/get', tags: ['pets', 'admin'] });
    expect(get?.['parameters']).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'trace', in: 'header', schema: { type: 'integer' } },
    ]);
    expect(get?.['responses']).toEqual({ 200: JSON.parse(PETS).components.responses.Pet });
    expect(remove).toMatchObject({ name: 'deletePetsById', method: 'delete', tags: [] });
    expect(remove?.['id']).toBeUndefined();
  });

  it('has one item a tag, declared or only used, and `default` for operations without one', () => {
    const tags = itemsOf('tags').map((tag) => [tag.name, (tag['operations'] as { name: string }[]).map(({ name }) => name), tag.pointer]);
    expect(tags).toEqual([
      ['pets', ['getPet'], '#/tags/0'],
      ['admin', ['getPet'], '#/paths'],
      ['default', ['deletePetsById'], '#/paths'],
    ]);
    expect(itemsOf('tags')[0]?.['description']).toBe('All about pets');
  });

  it('is itself the item of `document`', () => {
    expect(itemsOf('document')).toHaveLength(1);
    expect(itemsOf('document')[0]).toMatchObject({ name: 'Pets', key: '', pointer: '#', openapi: '3.1.0' });
  });

  it('makes the items of a collection once', () => {
    expect(itemsOf('schemas')).toBe(itemsOf('schemas'));
  });

  it.each(['schemas', 'operations', 'tags', 'document', '/components', '#/paths'])('gives equal items of %s for a view of the document', (collection) => {
    const view = structuredClone(spec.document) as typeof spec.document;
    const outcome = spec.items(collection, view);
    expect(outcome.ok && outcome.value.map((item) => ({ ...item }))).toEqual(itemsOf(collection));
  });

  it('places its values', () => {
    const place = spec.locate('#/components/schemas/Pet/properties/name');
    expect(place).toEqual({ file: 'pets.json', line: 84, column: 11, pointer: '#/components/schemas/Pet/properties/name' });
    expect(PETS.split('\n')[83]).toBe('          "name": {');
  });
});

describe('versions', () => {
  it.each(['3.0.0', '3.0.4', '3.1.1'])('accepts %s', (version) => {
    expect(specOf({ 'a.json': api({}, version) }).document).toMatchObject({ openapi: version });
  });

  it('accepts an unquoted 3.1 in YAML', () => {
    expect(specOf({ 'a.yaml': 'openapi: 3.1\ninfo: {title: a, version: "1"}\npaths: {}\n' }).document).toMatchObject({ openapi: 3.1 });
  });

  it.each([
    ['{"swagger": "2.0"}', '`swagger`', 'Swagger 2.0', 2],
    ['{"openapi": "4.0.0"}', '`openapi`', '"4.0.0"', 2],
    ['{"info": {}}', '`openapi`', 'a document without the key', 1],
    ['[]', 'the document', 'a list', 1],
  ])('refuses %s', (text, what, received, column) => {
    expect(failuresOf({ 'a.json': text })).toEqual([
      { code: 'invalid-value', place: { file: 'a.json', line: 1, column }, what, expected: 'an OpenAPI 3.0 or 3.1 document (`openapi: 3.0.x` or `3.1.x`)', received },
    ]);
  });
});
