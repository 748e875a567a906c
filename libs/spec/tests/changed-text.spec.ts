import { resolve } from 'node:path';
import fc from 'fast-check';
import { escapeSegment, type Json, type Outcome } from '@nx-conductor/core';
import { decodeMemory, encodeMemory, readSpec, type RememberingSpec, type TextAdapterId, type TextMemory } from '../src';

/** So small that a few hundred bytes have containers in containers, and segments of several entries. */
const GRAIN = { split: 24, segment: 40, least: 0 };
const PATH = resolve('/specs/api.json');
const RUNS = process.env['CONDUCTOR_TORTURE'] ? 5_000 : 250;

function read(text: string | Uint8Array, adapter: TextAdapterId, earlier?: TextMemory): Outcome<RememberingSpec> {
  return readSpec({ adapter, path: PATH, shown: () => 'api.json', earlier, grain: GRAIN }, (path) => (path === PATH ? Buffer.from(text) : undefined));
}

function specOf(text: string, adapter: TextAdapterId, earlier?: TextMemory): RememberingSpec {
  const outcome = read(text, adapter, earlier);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** What another process would find. */
function stored(memory: TextMemory | undefined): TextMemory | undefined {
  const bytes = memory && encodeMemory(memory, 'this build');
  return bytes && decodeMemory(bytes, 'this build');
}

/** Every pointer at which two values differ that is neither at nor below nor above one of those that are known to. */
function unannounced(before: Json | undefined, now: Json | undefined, changed: readonly string[], pointer = ''): string[] {
  if (changed.some((each) => pointer === each || pointer.startsWith(`${each}/`))) return [];
  const both = [before, now].every((each) => typeof each === 'object' && each !== null) && Array.isArray(before) === Array.isArray(now);
  if (!both) return JSON.stringify(before) === JSON.stringify(now) ? [] : [pointer];
  const [a, b] = [before, now] as [Record<string, Json>, Record<string, Json>];
  if (JSON.stringify(Object.keys(a)) !== JSON.stringify(Object.keys(b))) return [pointer];
  return Object.keys(a).flatMap((key) => unannounced(a[key], b[key], changed, `${pointer}/${escapeSegment(key)}`));
}

/** Reads a text in part, from what the process has and from what is stored, and whole; all must come to the same. */
function expectSame(text: string | Uint8Array, adapter: TextAdapterId, earlier: RememberingSpec): void {
  const whole = read(text, adapter);
  for (const memory of [earlier.memory, stored(earlier.memory)]) {
    const inPart = read(text, adapter, memory);
    expect(inPart.ok).toBe(whole.ok);
    if (!whole.ok || !inPart.ok) {
      expect(inPart).toEqual(whole);
      continue;
    }
    const { since, document } = inPart.value;
    if (since) expect({ digest: since.digest, unannounced: unannounced(earlier.document, document, since.changed) }).toEqual({ digest: earlier.files[0]?.digest, unannounced: [] });
    expect(JSON.stringify(document)).toBe(JSON.stringify(whole.value.document));
    expect(inPart.value.files).toEqual(whole.value.files);
    expect(inPart.value.locate('#')).toEqual(whole.value.locate('#'));
  }
}

const key = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a', 'b', '', '/', '~', '%41', '__proto__', 'constructor', '0', '12', 'é', '😀', '"', '\\', '{', ']', 'a,b', '1000000'));
const scalar = fc.oneof(fc.string(), fc.constantFrom<Json>('}', '"', '\\', '\\"', '{"a":1}', '😀é', '\u2028', null, true, -0.5, 1e21, 1_000_001));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 5, depthSize: 'medium' }, scalar, fc.array(tie('value'), { maxLength: 3 }), fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((members) => Object.fromEntries(members) as Json)),
})).value;
const documents = fc.array(fc.tuple(key, json), { minLength: 2, maxLength: 6 }).map((members) => Object.fromEntries(members) as Json);

/** A text of a value as people write them: white space anywhere, escapes where none is needed, a key twice now and then. */
function written(value: Json, random: () => number): string {
  const space = () => ['', ' ', '\n  ', '\t', '\r\n'][Math.floor(random() * 8)] ?? '';
  const string = (text: string) => (random() < 0.2 ? `"${[...text].map((char) => (char.length > 1 ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')}"` : JSON.stringify(text));
  const write = (each: Json): string => {
    if (typeof each === 'string') return string(each);
    if (typeof each !== 'object' || each === null) return JSON.stringify(each);
    if (Array.isArray(each)) return `[${(each as readonly Json[]).map((item) => space() + write(item) + space()).join(',')}]`;
    const members = (Object.entries(each) as [string, Json][]).map(([name, child]) => `${space()}${string(name)}${space()}:${space()}${write(child)}${space()}`);
    if (members.length > 0 && random() < 0.05) members.push(members[0] as string);
    return `{${members.join(',')}}`;
  };
  return space() + write(value) + space();
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator, Numerical Recipes' constants). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** The value with another at a random place, at any depth. */
function replaced(value: Json, random: () => number, by: Json): Json {
  if (typeof value !== 'object' || value === null || random() < 0.2) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const chosen = keys[Math.floor(random() * keys.length)] as string;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item, index) => (String(index) === chosen ? replaced(item, random, by) : item));
  return Object.fromEntries((Object.entries(value) as [string, Json][]).map(([name, child]) => [name, name === chosen ? replaced(child, random, by) : child])) as Json;
}

describe('a text that was edited', () => {
  it('reads as it does whole, wherever a value was replaced', () => {
    let inPart = 0;
    fc.assert(
      fc.property(documents, json, fc.nat(), (value, by, seed) => {
        const earlier = read(written(value, randomOf(seed)), 'data');
        if (!earlier.ok) return;
        // The same seed: nothing but the value differs, until the random numbers of the two texts part.
        const text = written(replaced(value, randomOf(seed + 1), by), randomOf(seed));
        const again = read(text, 'data', earlier.value.memory);
        if (again.ok && again.value.since !== undefined) inPart++;
        expectSame(text, 'data', earlier.value);
      }),
      { numRuns: RUNS },
    );
    expect(inPart).toBeGreaterThan(RUNS / 50);
  });

  it('reads as it does whole, whatever was done to its characters', () => {
    const piece = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', ' ', '1', '-', '"a":1,', ',"b":{}', '\\u0041', '\ufeff', '// x', '{}', '"\\'));
    fc.assert(
      fc.property(documents, fc.nat(), fc.array(fc.record({ at: fc.nat(), gone: fc.integer({ min: 0, max: 8 }), put: piece }), { minLength: 1, maxLength: 4 }), (value, seed, edits) => {
        const before = written(value, randomOf(seed));
        const earlier = read(before, 'data');
        if (!earlier.ok) return;
        let text = before;
        for (const { at, gone, put } of edits) {
          const offset = at % (text.length + 1);
          text = text.slice(0, offset) + put + text.slice(offset + gone);
        }
        expectSame(text, 'data', earlier.value);
      }),
      { numRuns: RUNS },
    );
  });

  it('reads as it does whole when its bytes are no text any more', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), (value, seed, at, byte) => {
        const before = written(value, randomOf(seed));
        const earlier = read(before, 'data');
        if (!earlier.ok) return;
        const bytes = Buffer.from(before);
        bytes[at % bytes.length] = byte;
        expectSame(bytes, 'data', earlier.value);
      }),
      { numRuns: RUNS },
    );
  });

  it('reads as it does whole after many edits, each read in part', () => {
    fc.assert(
      fc.property(documents, fc.array(json, { minLength: 2, maxLength: 8 }), fc.nat(), (first, values, seed) => {
        let value = first;
        let [live, cold] = [specOf(JSON.stringify(value, null, 1), 'data'), specOf(JSON.stringify(value, null, 1), 'data')];
        values.forEach((by, index) => {
          value = replaced(value, randomOf(seed + index), by);
          if (typeof value !== 'object' || value === null) value = { value };
          const text = JSON.stringify(value, null, 1);
          [live, cold] = [specOf(text, 'data', live.memory), specOf(text, 'data', stored(cold.memory))];
          const whole = JSON.stringify(specOf(text, 'data').document);
          expect([live, cold].map(({ document }) => JSON.stringify(document))).toEqual([whole, whole]);
        });
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

describe('what is kept of a text', () => {
  const memory = specOf(JSON.stringify({ a: { b: 'more than a few bytes', c: ['é', 1] }, d: { e: {}, f: 'more than a few bytes' } }), 'data').memory as TextMemory;
  const bytes = encodeMemory(memory, 'this build') as Uint8Array;

  it('comes back as it was', () => {
    const back = decodeMemory(bytes, 'this build') as TextMemory;
    expect({ ...back, entries: back.entries(), digests: Buffer.from(back.digests()).toString('hex') }).toEqual({
      adapter: 'data',
      digest: memory.digest,
      refs: memory.refs,
      entries: expect.objectContaining({ gaps: memory.entries()?.gaps, sizes: memory.entries()?.sizes, segments: memory.entries()?.segments }),
      digests: Buffer.from(memory.digests()).toString('hex'),
    });
    expect(encodeMemory(back, 'this build')).toEqual(bytes);
  });

  it('is nothing to another build', () => expect(decodeMemory(bytes, 'another build')).toBeUndefined());

  it('is nothing when a bit of it has flipped, or its end is missing', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = Uint8Array.from(bytes);
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(decodeMemory(damaged, 'this build')).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++) expect(decodeMemory(bytes.subarray(0, length), 'this build')).toBeUndefined();
  });
});

describe('a document that is read in part', () => {
  const before = { a: { kept: { x: 'more than a few bytes' }, changed: { y: 'more than a few bytes' } }, b: { z: 'more than a few bytes' } };
  const after = { ...before, a: { ...before.a, changed: { y: 'others' } } };
  const earlier = specOf(JSON.stringify(before), 'data');

  it('shares what has not changed with the earlier one, in the same process', () => {
    const spec = specOf(JSON.stringify(after), 'data', earlier.memory);
    const [old, now] = [earlier.document, spec.document] as unknown as (typeof before)[];
    expect(now?.b).toBe(old?.b);
    expect(now?.a.kept).toBe(old?.a.kept);
    expect([old?.a.changed.y, now?.a.changed.y]).toEqual(['more than a few bytes', 'others']);
    expect(spec.since).toEqual({ digest: earlier.files[0]?.digest, changed: ['/a/changed/y'] });
  });

  it('parses only what is read, in another', () => {
    const parse = jest.spyOn(JSON, 'parse');
    try {
      const { document } = specOf(JSON.stringify(after), 'data', stored(earlier.memory));
      parse.mockClear();
      expect((document as unknown as typeof before).b.z).toBe('more than a few bytes');
      expect((document as unknown as typeof before).b.z).toBe('more than a few bytes');
      expect(parse.mock.calls).toEqual([['"more than a few bytes"']]);
    } finally {
      parse.mockRestore();
    }
  });

  it('is not parsed at all where nothing has changed', () => {
    const memory = stored(earlier.memory);
    expect(specOf(JSON.stringify(before), 'data', memory).since).toEqual({ digest: memory?.digest, changed: [] });
  });

  it.each(['entities', 'openapi', 'json-schema'] as const)('is read whole by the adapter %s, when another read it before', (adapter) => {
    const spec = read(JSON.stringify(after), adapter, earlier.memory);
    expect(spec.ok ? spec.value.since : undefined).toBeUndefined();
  });
});

/** References of every kind: to schemas, into them, through others, to data, in other spellings, to nothing, to other files. */
const reference = fc.constantFrom(
  ...['A', 'B', 'C', 'a~1b', '%41', 'A/properties/x', 'B/properties/x', 'C/properties/y/items', 'A/allOf/0', 'Nothing'].map((end) => `#/components/schemas/${end}`),
  ...['#/components/responses/R', '#/x-data/x', '#/paths/~1p/get/responses/200', '#/components/responses/R/content/j/schema', '#', '#A', 'other.json', '#/components/schemas'],
);
const schema = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Json>({ type: 'string' }, true, { example: { $ref: '#/nowhere' } }),
    reference.map(($ref) => ({ $ref })),
    fc.dictionary(fc.constantFrom('x', 'y', '$ref', 'discriminator', '__proto__'), tie('schema'), { maxKeys: 3 }).map((properties) => ({ type: 'object', properties })),
    tie('schema').map((items) => ({ items, description: 'more than a few bytes' })),
    fc.array(tie('schema'), { maxLength: 2 }).map((allOf) => ({ allOf })),
    fc.tuple(reference, tie('schema')).map(([text, not]) => ({ not, discriminator: { propertyName: 'kind', mapping: { a: text } } })),
    fc.constantFrom<Json>({ $id: 'https://example.test/a' }, { $anchor: 'A' }),
  ),
})).schema;
const api = fc.record({ A: schema, B: schema, C: schema, 'a/b': schema, response: schema, data: schema }).map(
  ({ response, data, ...schemas }): Json => ({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/p': { get: { responses: { '200': { $ref: '#/components/responses/R' } } } } },
    components: { schemas, responses: { R: { description: 'R', content: { j: { schema: response } } } } },
    'x-data': data,
  }),
);

/** A mapping may name a file that is not there, and a `$ref` may not: of the same text neither says anything of the other. */
const MAPPED_TO_NOTHING: Json = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: { '/p': { get: { responses: { '200': { $ref: '#/components/responses/R' } } } } },
  components: {
    schemas: {
      A: { type: 'string' },
      B: { allOf: [] },
      C: { type: 'string' },
      'a/b': { not: { not: { type: 'string' }, discriminator: { propertyName: 'kind', mapping: { a: 'other.json' } } }, discriminator: { propertyName: 'kind', mapping: { a: '#/components/schemas/A' } } },
    },
    responses: { R: { description: 'R', content: { j: { schema: { type: 'string' } } } } },
  },
  'x-data': { type: 'string' },
};

describe('an API description that was edited', () => {
  it('reads as it does whole, and fails as it does whole, whatever its references were and are', () => {
    const outcomes = { inPart: 0, whole: 0, failed: 0 };
    fc.assert(
      fc.property(api, fc.array(fc.tuple(schema, fc.nat()), { minLength: 1, maxLength: 3 }), (value, edits) => {
        const earlier = read(JSON.stringify(value, null, 1), 'openapi');
        if (!earlier.ok) return;
        let edited = value;
        for (const [by, seed] of edits) edited = replaced(edited, randomOf(seed), by);
        const text = JSON.stringify(edited, null, 1);
        expectSame(text, 'openapi', earlier.value);
        const again = read(text, 'openapi', earlier.value.memory);
        outcomes[!again.ok ? 'failed' : again.value.since === undefined ? 'whole' : 'inPart']++;
      }),
      { numRuns: RUNS * 6, examples: [[MAPPED_TO_NOTHING, [[{ $ref: 'other.json' }, 327445286]]]] },
    );
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(RUNS / 100);
  });
});
