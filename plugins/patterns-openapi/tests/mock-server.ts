import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isObject, type Item, type JsonObject, type Spec } from '@nx-conductor/core';
import { sampleOf, violations } from './samples';

/** A server on 127.0.0.1 made from an OpenAPI document: it answers with what the document describes. */
export interface MockServer {
  readonly url: string;
  /** What it took for the request, or what of it the document does not allow, of the last request. */
  readonly last: () => { readonly operation: string; readonly wrong: readonly string[] };
  close(): Promise<void>;
}

/**
 * Starts the server. It finds the operation by method and path; checks the parameters in path, query and headers and
 * the body against the document; and answers with the status that a header `x-want` asks for, else the first
 * success, and a body made from the document's examples and schemas. What is wrong makes it answer 400.
 */
export async function startMockServer(spec: Spec, deref: (value: unknown) => unknown): Promise<MockServer> {
  const operations = spec.items('operations');
  if (!operations.ok) throw new Error('the spec has no operations');
  // Fixed segments before variable ones: /users/me is not the user called me.
  const routes = operations.value.map((item) => ({ item, pattern: patternOf(String(item['path'])) })).sort((a, b) => a.pattern.names.length - b.pattern.names.length);
  let last = { operation: '', wrong: [] as string[] };
  const server = createServer((request, response) => {
    void answer(request).then(({ status, type, body }) => {
      response.writeHead(status, type === undefined ? {} : { 'content-type': type });
      response.end(body);
    });
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; type?: string | undefined; body?: string }> {
    const url = new URL(String(request.url), 'http://server');
    const found = routes.find(({ item, pattern }) => item['method'] === request.method?.toLowerCase() && pattern.regexp.test(url.pathname));
    if (!found) {
      last = { operation: '', wrong: [`no operation for ${request.method} ${url.pathname}`] };
      return { status: 404, type: 'application/json', body: JSON.stringify(last) };
    }
    const { item, pattern } = found;
    const body = await textOf(request);
    const path = (pattern.regexp.exec(url.pathname) ?? []).slice(1).map(decodeURIComponent);
    const wrong = [...wrongParameters(item, Object.fromEntries(pattern.names.map((name, index) => [name, path[index] as string])), url, request), ...wrongBody(item, request, body)];
    last = { operation: item.name, wrong };
    if (wrong.length > 0) return { status: 400, type: 'application/json', body: JSON.stringify({ wrong }) };
    return answerOf(item, request.headers['x-want']);
  }

  function wrongParameters(item: Item, path: Readonly<Record<string, string>>, url: URL, request: IncomingMessage): string[] {
    const wrong: string[] = [];
    const known = new Set<string>();
    for (const parameter of item['parameters'] as readonly JsonObject[]) {
      const name = String(parameter['name']);
      const texts = { path: name in path ? [path[name] as string] : [], query: url.searchParams.getAll(name), header: [request.headers[name.toLowerCase()]].flat() }[String(parameter['in'])] ?? [];
      const given = texts.filter((text): text is string => text !== undefined);
      if (parameter['in'] === 'query') known.add(name);
      if (given.length === 0) {
        if (parameter['required'] === true) wrong.push(`${parameter['in']} parameter ${name} is missing`);
      } else wrong.push(...violations(valueOf(parameter, given, deref), schemaOf(parameter), deref, `${parameter['in']} ${name}`));
    }
    for (const name of url.searchParams.keys()) if (!known.has(name)) wrong.push(`query parameter ${name} is not in the document`);
    return wrong;
  }

  function wrongBody(item: Item, request: IncomingMessage, body: string): string[] {
    const described = item['requestBody'];
    const type = request.headers['content-type']?.split(';')[0];
    if (!isObject(described)) return body === '' ? [] : ['a body that the document does not describe'];
    if (body === '') return described['required'] === true ? ['the body is missing'] : [];
    const content = described['content'] as JsonObject;
    // `multipart/data` in a document means the only multipart type that clients can send.
    const media = type === 'multipart/form-data' ? Object.keys(content).find((each) => each.startsWith('multipart/')) : type;
    if (media === undefined || !isObject(content[media])) return [`content type ${type} is none of ${Object.keys(content).join(', ')}`];
    return media.endsWith('json') ? violations(JSON.parse(body), content[media]['schema'], deref, 'body') : [];
  }

  function answerOf(item: Item, want: unknown): { status: number; type?: string | undefined; body?: string } {
    const responses = item['responses'] as JsonObject;
    const code = typeof want === 'string' ? want : Object.keys(responses).find((each) => each.startsWith('2') || each.startsWith('3'));
    const response = code === undefined ? undefined : responses[code];
    const content = isObject(response) && isObject(response['content']) ? response['content'] : {};
    const type = Object.keys(content).find((each) => each.endsWith('json')) ?? Object.keys(content)[0];
    if (type === undefined) return { status: Number(code ?? 200) };
    const media = content[type] as JsonObject;
    const sample = media['example'] ?? sampleOf(media['schema'], deref);
    return { status: Number(code), type, body: type.endsWith('json') ? JSON.stringify(sample) : String(sample) };
  }

  await listening(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    last: () => last,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

/** A server that answers everything with one function and keeps what it was sent. */
export async function startRecorder(reply: (request: IncomingMessage, response: ServerResponse) => void): Promise<MockServer & { readonly requests: readonly Recorded[] }> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      requests.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      reply(request, response);
    });
  });
  await listening(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    last: () => ({ operation: '', wrong: [] }),
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

/** A request as it came over the wire. */
export interface Recorded {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function patternOf(path: string): { readonly regexp: RegExp; readonly names: readonly string[] } {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string);
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^{}]+\}/g, '([^/]+)');
  return { regexp: new RegExp(`^${escaped}$`), names };
}

/** What a parameter's texts mean, by its schema and style. */
function valueOf(parameter: JsonObject, texts: readonly string[], deref: (value: unknown) => unknown): unknown {
  if (isObject(parameter['content'])) return JSON.parse(texts[0] as string);
  const schema = deref(schemaOf(parameter));
  const type = isObject(schema) ? schema['type'] : undefined;
  if (type === 'array') {
    const items = parameter['explode'] === false || parameter['in'] !== 'query' ? (texts[0] as string).split(',') : texts;
    return items.map((text) => scalarOf(text, isObject(schema) ? deref(schema['items']) : undefined));
  }
  return scalarOf(texts[0] as string, schema);
}

function scalarOf(text: string, schema: unknown): unknown {
  const types = isObject(schema) ? [schema['type'], ...[schema['oneOf'], schema['anyOf']].flat().map((each) => (isObject(each) ? each['type'] : undefined))] : [];
  if ((types.includes('integer') || types.includes('number')) && text !== '' && !Number.isNaN(Number(text))) return Number(text);
  return types.includes('boolean') && /^(?:true|false)$/.test(text) ? text === 'true' : text;
}

function schemaOf(parameter: JsonObject): unknown {
  const { content } = parameter;
  return isObject(content) ? (Object.values(content)[0] as JsonObject)['schema'] : parameter['schema'];
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail).on('end', () => done(Buffer.concat(chunks).toString('utf8')));
  });
}

function listening(server: Server): Promise<void> {
  return new Promise((done) => void server.listen(0, '127.0.0.1', done));
}
