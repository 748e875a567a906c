import { join } from 'node:path';
import { expectGolden } from './golden';
import { generate, generateBoth, specOf, specOfFile } from './rig';
import { typeErrors } from './type-check';

const TRICKY = join(__dirname, 'fixtures', 'tricky.json');

describe('openapi-client', () => {
  const spec = specOfFile(TRICKY);
  const both = generateBoth(spec);

  it('makes what the golden files show', () => {
    expectGolden(generate(spec, 'openapi-client'), join(__dirname, 'golden', 'openapi-client'));
  });

  it('makes what the golden files show when failures are returned', () => {
    expectGolden(generate(spec, 'openapi-client', { errors: 'return', comments: false, readonly: true, stripTag: false, folder: 'api/returning', types: '@acme/types' }), join(__dirname, 'golden', 'openapi-client-return'));
  });

  it('compiles under the strictest settings, for browsers and for Node', () => {
    expect(typeErrors(both)).toEqual([]);
    expect(typeErrors(both, { lib: ['es2022'], types: ['node'], module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck: true })).toEqual([]);
  });

  it.each([{ errors: 'return' }, { dates: 'Date', readonly: true, comments: false, stripTag: false, unknownType: 'any', importExtension: '' }])('compiles with %j', (client) => {
    expect(typeErrors(generateBoth(spec, { client }))).toEqual([]);
  });

  it('compiles when parameters have names that every object has, in every place and encoding', () => {
    const schema = { type: 'object' };
    const parameters = ['toString', 'valueOf', 'constructor', '__proto__'].flatMap((name) => [
      { name, in: 'query', style: 'deepObject', schema },
      { name, in: 'header', explode: true, schema },
    ]);
    const form = { schema: { type: 'object', properties: { toString: schema } }, encoding: { toString: { style: 'deepObject' } } };
    const post = { parameters, requestBody: { content: { 'application/x-www-form-urlencoded': form } }, responses: {} };
    expect(typeErrors(generateBoth(specOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/a': { post } } })))).toEqual([]);
  });

  it('has the types that the document says', () => {
    const code = `
      import { ApiClient, ApiError, type ClientOptions } from './client/index.js';
      import type { CreateError, GetRequest } from './client/pets.js';
      import type { Pet } from './index.js';
      const options: ClientOptions = { credentials: { token: async () => 'secret', user: { username: 'a', password: 'b' }, 'api-key': 'k' }, fetch };
      const api = new ApiClient(options);
      export async function use(signal: AbortSignal): Promise<unknown> {
        const pets: Pet[] = await api.pets.list({ query: { since: '2020', ids: [1, 2], filter: { name: 'x' } }, cookie: { session: 's' } }, { signal });
        const request: GetRequest = { path: { 'pet-id': 'rex' } };
        const pet: Pet = await api.pets.get(request);
        const gone: void = await api.pets.delete(request);
        const made: Pet | undefined = await api.pets.create({ body: pet });
        await api.pets.create({ body: 'text', contentType: 'text/plain' });
        const image: Blob = await api.default.putFile({ path: { area: ['a'], version: 1, name: 'x' }, body: new Uint8Array(1) });
        const text: string = await api.default.uploadFile({ path: { area: 'a', version: 'b', name: 'c' }, body: { file: new Blob([]), labels: ['x'] } });
        const score: number | undefined = (await api.searchAll.search()).hits?.[0]?.score;
        try {
          await api.pets.create({ body: pet });
        } catch (error) {
          const failure = error as CreateError;
          if (failure instanceof ApiError && failure.status === 409) return failure.body.existing;
        }
        return [pets, gone, made, image, text, score];
      }`;
    expect(typeErrors(new Map([...both, ['use.ts', code]]))).toEqual([]);
    const wrong = [
      'api.pets.list({ query: {} })',
      'api.pets.list()',
      "api.pets.get({ path: { 'pet-id': 1 } })",
      'api.pets.create({ body: 1 })',
      "api.pets.create({ body: 'text' })",
      "api.pets.list({ query: { since: 'x', ids: ['1'] } })",
      'api.pets.unknown()',
      "new ApiClient({ credentials: { nobody: 'x' } })",
    ];
    const modules = wrong.map((call, index): [string, string] => [`wrong-${index}.ts`, `import { ApiClient } from './client/index.js';\nconst api: ApiClient = new ApiClient();\nexport const call: unknown = ${call};\n`]);
    const errors = typeErrors(new Map([...both, ...modules])).map((error) => /^wrong-(\d)\.ts\(/.exec(error)?.[1]);
    expect([...new Set(errors)]).toEqual([...wrong.keys()].map(String).filter((index) => index !== '7').concat('7'));
  });

  it('returns unions that status and ok tell apart, when asked to', () => {
    const code = `
      import { PetsClient } from './client/index.js';
      export async function use(): Promise<string> {
        const result = await new PetsClient().create({ body: { kind: 'cat', name: 'Tom' } });
        if (result.ok) return result.status === 201 ? result.data.name : String(result.data satisfies undefined);
        return result.status === 409 ? result.error.existing : (result.error.title ?? '');
      }`;
    expect(typeErrors(new Map([...generateBoth(spec, { client: { errors: 'return' } }), ['use.ts', code]]))).toEqual([]);
  });

  it('asks for a base URL where the document names no server with a host', () => {
    const bare = (servers?: object[]) => generate(specOf({ openapi: '3.0.0', info: { title: 'T', version: '1' }, paths: { '/': { get: { responses: {} } } }, ...(servers && { servers }) }), 'openapi-client');
    expect(bare().get('client/http.ts')).toContain('  readonly baseUrl: string;');
    expect(bare([{ url: '/v1' }]).get('client/http.ts')).toContain('  readonly baseUrl: string;');
    expect(bare([{ url: '//example.com/' }]).get('client/http.ts')).toContain("?? 'https://example.com')");
    expect(bare([{ url: 'https://{host}/{base}', variables: { host: { default: 'h.example' }, base: { default: 'v2' } } }]).get('client/http.ts')).toContain("?? 'https://h.example/v2')");
    expect(bare([{ url: 'https://{host}/' }]).get('client/http.ts')).toContain('  readonly baseUrl: string;');
    expect(typeErrors(bare())).toEqual([]);
  });

  it('gives methods, types, classes and files names of their own', () => {
    const operation = (operationId: string, ...tags: string[]) => ({ get: { operationId, tags, parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }], responses: { 200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/GetRequest' } } } } } } });
    const paths = {
      '/1': operation('users/get', 'users'),
      '/2': operation('get', 'users', 'Users'),
      '/3': operation('users.list-all', 'users'),
      '/4': operation('constructor', 'users'),
      '/5': operation('then', 'users'),
      '/6': operation('2fa', 'con'),
      '/7': operation('***', 'http'),
      '/8': operation('a', 'index'),
      '/9': operation('b', '***'),
      '/10': operation('c', 'api'),
      '/11': operation('usersList', 'users'),
      '/12': operation('d', '__proto__'),
      '/13': operation('users/', 'users'),
    };
    const made = generateBoth(specOf({ openapi: '3.0.0', info: { title: 'T', version: '1' }, paths, components: { schemas: { GetRequest: { type: 'object', properties: { a: {} } }, HttpClient: {}, ApiClient: {} } } }));
    expect(typeErrors(made)).toEqual([]);
    const methods = [...(made.get('client/users.ts') as string).matchAll(/^ {2}(\w+)\(\s*request/gm)].map((match) => match[1]);
    expect(methods).toEqual(['usersGet', 'get', 'listAll', 'constructor2', 'then2', 'usersList', 'users']);
    const paths_ = [...made.keys()].filter((path) => path.startsWith('client/'));
    expect(new Set(paths_.map((path) => path.toLowerCase())).size).toBe(paths_.length);
    expect(paths_).toHaveLength(10);
    expect(made.get('client/con-2.ts')).toContain('  _2fa(request');
  });
});
