import { join } from 'node:path';
import { isObject, type Item, type JsonObject } from '@nx-conductor/core';
import { builtinHelpers } from '@nx-conductor/generate';
import { startMockServer, startRecorder, type MockServer, type Recorded } from './mock-server';
import { derefOf, generate, generateBoth, specOfFile } from './rig';
import { loadClient, type LoadedClient } from './run-client';
import { sampleOf } from './samples';
import { typeErrors } from './type-check';

const { camelCase } = builtinHelpers;

describe('a generated client on the wire', () => {
  const { ApiClient, ApiError } = loadClient(generate(specOfFile(join(__dirname, 'fixtures', 'tricky.json')), 'openapi-client'));
  let server: MockServer & { readonly requests: readonly Recorded[] };
  let reply: { status: number; type?: string; body?: string | Buffer };

  beforeEach(async () => {
    reply = { status: 200, type: 'application/json', body: '[]' };
    server = await startRecorder((_, response) => {
      response.writeHead(reply.status, reply.type === undefined ? {} : { 'content-type': reply.type });
      response.end(reply.body);
    });
  });
  afterEach(() => server.close());

  const client = (options: object = {}) => new ApiClient({ baseUrl: `${server.url}/`, ...options }) as InstanceType<LoadedClient['ApiClient']> & Record<'pets' | 'default' | 'searchAll', Record<string, (...args: unknown[]) => Promise<unknown>>>;
  const last = () => server.requests.at(-1) as Recorded;
  const pet = { path: { 'pet-id': 'rex' } };

  it('writes parameters as the document says', async () => {
    await client().pets['list']?.({
      query: { ids: [1, 2], tags: ['a b', 'c&d'], sizes: ['s', 'm'], colours: ['red', 'blue'], filter: { age: { min: 1 }, name: 'x' }, where: { age: 3 }, path: 'a/b?c&d', since: new Date(0), unset: undefined },
      header: { 'trace-id': 't', 'X-Ranges': { a: 1, b: 2 } },
      cookie: { session: 's;1' },
    });
    const { line, headers } = last();
    expect(line).toBe(
      'GET /pets?ids=1,2&tags=a%20b&tags=c%26d&sizes=s%20m&colours=red%7Cblue&filter%5Bage%5D%5Bmin%5D=1&filter%5Bname%5D=x&where=%7B%22age%22%3A3%7D&path=a/b?c%26d&since=1970-01-01T00%3A00%3A00.000Z',
    );
    expect(headers).toMatchObject({ 'trace-id': 't', 'x-ranges': 'a=1,b=2', cookie: 'session=s%3B1', accept: 'application/json' });
  });

  it('writes path parameters in every style, and refuses those that would name something else', async () => {
    reply = { status: 200, type: 'image/png', body: Buffer.from([1, 2, 255]) };
    const image = (await client().default['putFile']?.({ path: { area: ['a/b', 'c'], version: 2, name: 'ü' }, body: new Uint8Array([1, 2]) })) as Blob;
    expect(last().line).toBe('PUT /files/;area=a%2Fb;area=c.2/%C3%BC');
    expect(last().headers['content-type']).toBe('application/octet-stream');
    expect([...new Uint8Array(await image.arrayBuffer())]).toEqual([1, 2, 255]);
    for (const id of ['', '.', '..', undefined]) await expect(client().pets['get']?.({ path: { 'pet-id': id } })).rejects.toThrow(/Path parameter 'pet-id'/);
    expect(server.requests).toHaveLength(1);
  });

  it('writes JSON, text, forms and files', async () => {
    reply = { status: 201, type: 'application/json', body: '{"kind":"cat"}' };
    expect(await client().pets['create']?.({ body: { kind: 'cat', name: 'ä' } })).toEqual({ kind: 'cat' });
    expect(last()).toMatchObject({ body: '{"kind":"cat","name":"ä"}', headers: { 'content-type': 'application/json' } });
    await client().pets['create']?.({ body: 'plain', contentType: 'text/plain' });
    expect(last()).toMatchObject({ body: 'plain', headers: { 'content-type': 'text/plain' } });
    await client().searchAll['search']?.({ body: { q: 'a b', in: ['x', 'y'], options: { deep: true } } });
    expect(last()).toMatchObject({ body: 'q=a%20b&in=x,y&options%5Bdeep%5D=true', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    reply = { status: 200, type: 'text/plain', body: 'done' };
    const file = new Blob(['content'], { type: 'text/x-test' });
    expect(await client().default['uploadFile']?.({ path: { area: 1, version: 2, name: 3 }, body: { file, labels: ['a', 'b'], about: { title: 't' }, unset: undefined } })).toBe('done');
    expect(last().headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    const parts = last().body.split('Content-Disposition: form-data; name=').slice(1);
    expect(parts.map((part) => /^"(\w+)"/.exec(part)?.[1])).toEqual(['file', 'labels', 'labels', 'about']);
    expect(parts[0]).toContain('Content-Type: text/x-test\r\n\r\ncontent');
    expect(parts[3]).toContain('Content-Type: application/json\r\n\r\n{"title":"t"}');
  });

  it('sends a stream as it is', async () => {
    reply = { status: 200, type: 'image/png', body: '' };
    const body = new Blob(['streamed']).stream();
    await client().default['putFile']?.({ path: { area: ['a'], version: 1, name: 'x' }, body });
    expect(last().body).toBe('streamed');
  });

  it('identifies with the first alternative for which there are credentials', async () => {
    const sent = async (credentials: object, method = 'delete') => {
      await client({ credentials }).pets[method]?.(pet);
      const { line, headers } = last();
      return [line.split('?')[1], headers.authorization, headers.cookie, headers['x-key']];
    };
    const user = { username: 'ann', password: 'pä' };
    expect(await sent({ token: 'T', app: 'A', user })).toEqual([undefined, 'Bearer T', undefined, undefined]);
    expect(await sent({ token: async () => 'later' })).toEqual([undefined, 'Bearer later', undefined, undefined]);
    expect(await sent({ app: 'A&', user: () => user })).toEqual(['app%20key=A%26', `Basic ${Buffer.from('ann:pä').toString('base64')}`, undefined, undefined]);
    // Half of an alternative is none, and an operation without security takes nothing.
    expect(await sent({ app: 'A', session: 's', 'api-key': 'k' })).toEqual([undefined, undefined, undefined, undefined]);
    expect(await sent({ token: 'T' }, 'get')).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('throws what the server says when it fails, parsed and with its status', async () => {
    reply = { status: 409, type: 'application/json; charset=utf-8', body: '{"existing":"rex"}' };
    const error = await client().pets['create']?.({ body: {} }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ name: 'ApiError', status: 409, body: { existing: 'rex' }, message: 'POST /pets: 409 Conflict' });
    reply = { status: 502, type: 'application/json', body: '<html>bad gateway</html>' };
    await expect(client().pets['get']?.(pet)).rejects.toMatchObject({ status: 502, body: '<html>bad gateway</html>' });
    reply = { status: 404 };
    await expect(client().pets['get']?.(pet)).rejects.toMatchObject({ status: 404, body: undefined });
    reply = { status: 200, type: 'application/json', body: 'no json' };
    await expect(client().pets['get']?.(pet)).rejects.toThrow(SyntaxError);
  });

  it('returns failures when it was generated so', async () => {
    const returning = loadClient(generate(specOfFile(join(__dirname, 'fixtures', 'tricky.json')), 'openapi-client', { errors: 'return' }));
    const pets = new returning.ApiClient({ baseUrl: server.url })['pets'];
    reply = { status: 409, type: 'application/json', body: '{"existing":"rex"}' };
    expect(await pets?.['create']?.({ body: {} })).toMatchObject({ ok: false, status: 409, error: { existing: 'rex' } });
    reply = { status: 201, type: 'application/json', body: '{"name":"rex"}' };
    expect(await pets?.['create']?.({ body: {} })).toMatchObject({ ok: true, status: 201, data: { name: 'rex' } });
  });

  it('gives undefined for an empty answer', async () => {
    reply = { status: 204 };
    expect(await client().pets['delete']?.(pet)).toBeUndefined();
    reply = { status: 202 };
    expect(await client().pets['create']?.({ body: {} })).toBeUndefined();
  });

  it('takes headers, a hook, settings, another fetch and a signal', async () => {
    const seen: string[] = [];
    const api = client({
      headers: { 'x-all': '1', 'x-gone': '1' },
      onRequest: (request: Request) => {
        seen.push(request.url);
        request.headers.set('x-hook', 'yes');
      },
      fetch: async (request: Request) => {
        seen.push('fetch');
        return fetch(request);
      },
      init: { redirect: 'manual' },
    });
    await api.pets['delete']?.(pet, { headers: { 'x-one': '2', 'x-gone': undefined } });
    expect(last().headers).toMatchObject({ 'x-all': '1', 'x-one': '2', 'x-hook': 'yes' });
    expect(last().headers).not.toHaveProperty('x-gone');
    expect(seen).toEqual([`${server.url}/pets/rex`, 'fetch']);
    await expect(api.pets['delete']?.(pet, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the generated Directus client against a server made from the Directus document', () => {
  const spec = specOfFile(join(__dirname, '..', '..', '..', 'node_modules', '@directus', 'specs', 'dist', 'openapi.json'));
  const deref = derefOf(spec);
  const { ApiClient, ApiError } = loadClient(generate(spec, 'openapi-client'));
  let server: MockServer;
  let api: InstanceType<LoadedClient['ApiClient']>;

  beforeAll(async () => {
    server = await startMockServer(spec, deref);
    api = new ApiClient({ baseUrl: server.url, credentials: { Auth: 'Bearer secret' } });
  });
  afterAll(() => server.close());

  const operations = items(spec.items('operations'));
  const byTag = items(spec.items('tags')).flatMap((tag) => (tag['operations'] as readonly Item[]).map((operation) => [tag.name, operation] as const));

  it('compiles under the strictest settings', () => {
    expect(typeErrors(generateBoth(spec))).toEqual([]);
  });

  it('has a method for every operation', () => {
    const methods = Object.values(api).flatMap((each) => Object.getOwnPropertyNames(Object.getPrototypeOf(each)).filter((name) => name !== 'constructor'));
    expect(methods).toHaveLength(operations.length);
    expect(byTag).toHaveLength(operations.length);
  });

  it.each(byTag.map(([tag, operation]) => [`${String(operation['method']).toUpperCase()} ${operation['path']}`, tag, operation] as const))('%s: what it sends is what the document allows, what it gives is what the server said', async (_, tag, operation) => {
    const method = methodOf(tag, operation);
    const answer = await method(requestFor(operation), { init: { redirect: 'manual' } }).catch((error: unknown) => (error instanceof ApiError ? { failed: error.status, body: error.body } : Promise.reject(error as Error)));
    expect(server.last()).toEqual({ operation: operation.name, wrong: [] });
    const { status, media } = expected(operation);
    if (status >= 300) expect(answer).toMatchObject({ failed: status });
    else if (media === undefined) expect(answer).toBeUndefined();
    else if (typeof answer === 'object') expect(answer).toEqual(JSON.parse(JSON.stringify(media['example'] ?? sampleOf(media['schema'], deref))));
    else expect(typeof answer).toBe('string');
  });

  it('reports the failures that the document describes', async () => {
    const failing = byTag.filter(([, operation]) => Object.hasOwn(operation['responses'] as object, '401'));
    expect(failing.length).toBeGreaterThan(100);
    for (const [tag, operation] of failing) {
      const error = await methodOf(tag, operation)(requestFor(operation), { headers: { 'x-want': '401' } }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'ApiError', status: 401, body: expect.any(Object) });
    }
  });

  it('finds out a request that the document does not allow', async () => {
    const [tag, operation] = byTag.find(([, each]) => each.name === 'getFile') as (typeof byTag)[number];
    await expect(methodOf(tag, operation)({ path: { id: 'x' }, query: { nonsense: 1 } })).rejects.toMatchObject({ status: 400 });
    expect(server.last().wrong).toEqual(['query parameter nonsense is not in the document']);
  });

  /** The method for an operation. Where an operation takes nothing, its options come first. */
  function methodOf(tag: string, operation: Item) {
    const owner = Object.entries(api).find(([property]) => property.toLowerCase() === tag.toLowerCase())?.[1] as (typeof api)[string];
    const call = owner[camelCase(operation.name)]?.bind(owner) as (...args: unknown[]) => Promise<unknown>;
    const takesRequest = (operation['parameters'] as readonly unknown[]).length > 0 || isObject(operation['requestBody']);
    return (request: unknown, options?: unknown) => (takesRequest ? call(request, options) : call(options));
  }

  /** A request with every parameter and a body, made from the document. */
  function requestFor(operation: Item): Record<string, unknown> {
    const request: Record<string, Record<string, unknown>> = {};
    for (const parameter of operation['parameters'] as readonly JsonObject[]) {
      const place = String(parameter['in']);
      const content = parameter['content'];
      const schema = isObject(content) ? (Object.values(content)[0] as JsonObject)['schema'] : parameter['schema'];
      (request[place] ??= {})[String(parameter['name'])] = sampleOf(schema, deref);
    }
    const body = operation['requestBody'];
    if (!isObject(body)) return request;
    const content = body['content'] as JsonObject;
    const type = Object.hasOwn(content, 'application/json') ? 'application/json' : (Object.keys(content)[0] as string);
    const sample = sampleOf((content[type] as JsonObject)['schema'], deref);
    return { ...request, body: type.startsWith('multipart/') ? { file: new Blob(['file']) } : sample };
  }

  /** What the server answers: the first success or redirection, or 200 and nothing where the document has neither. */
  function expected(operation: Item): { readonly status: number; readonly media: JsonObject | undefined } {
    const responses = operation['responses'] as JsonObject;
    const status = Object.keys(responses).find((each) => each.startsWith('2') || each.startsWith('3'));
    const content = status === undefined ? undefined : (responses[status] as JsonObject)['content'];
    const type = isObject(content) ? (Object.keys(content).find((each) => each.endsWith('json')) ?? Object.keys(content)[0]) : undefined;
    return { status: Number(status ?? 200), media: type === undefined ? undefined : ((content as JsonObject)[type] as JsonObject) };
  }
});

function items(outcome: { readonly ok: true; readonly value: readonly Item[] } | { readonly ok: false }): readonly Item[] {
  if (!outcome.ok) throw new Error('the spec has no such items');
  return outcome.value;
}
