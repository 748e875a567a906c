import fc from 'fast-check';
import { dump } from 'js-yaml';
import { pointerSegments, valueAt, type Json } from '@nx-conductor/core';
import { externalFileRefs } from '../src';
import { pointerTo } from '../src/refs/pointer-to';
import { specOf, type Files } from './read';

/** Keys that tempt mistakes stand among the ordinary ones. */
const key = fc.oneof(fc.string(), fc.constantFrom('a', 'b', '', '/', '~', '~1', '%41', 'a b', '__proto__', 'constructor', '0', '$ref', 'é', '😀', '"', "'", '# x', '- y', ': z'));
const json = fc.jsonValue({ maxDepth: 4 }).chain((value) => fc.dictionary(key, fc.constant(value as Json), { maxKeys: 4 }));

/** Every path of a value. */
function pathsOf(value: Json, path: readonly string[] = []): string[][] {
  const children = typeof value === 'object' && value !== null ? (Object.entries(value) as [string, Json][]) : [];
  return [[...path], ...children.flatMap(([name, child]) => pathsOf(child, [...path, name]))];
}

/** Offset of a place of a text. */
function offsetAt(text: string, place: { readonly line?: number; readonly column?: number }): number {
  let offset = 0;
  for (let line = 1; line < (place.line as number); line++) offset = text.indexOf('\n', offset) + 1;
  return offset + (place.column as number) - 1;
}

describe('pointers', () => {
  it('lead back to the path they were made of', () => {
    fc.assert(fc.property(fc.array(key), (path) => expect(pointerSegments(pointerTo(path))).toEqual(path)));
  });
});

describe('places', () => {
  it('of JSON values are where the key or the value is written', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value, null, 1);
        const spec = specOf({ 'a.json': text }, 'data');
        for (const path of pathsOf(value)) {
          const rest = text.slice(offsetAt(text, spec.locate(pointerTo(path))));
          const inArray = Array.isArray(valueAt(value, path.slice(0, -1)));
          const last = path.at(-1);
          if (last !== undefined && !inArray) expect(rest.startsWith(`${JSON.stringify(last)}: `)).toBe(true);
          else expect(rest.startsWith(JSON.stringify(valueAt(value, path), null, 1).split('\n', 1)[0] as string)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of YAML values are on the line that the key is written on', () => {
    const simple = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.integer(), fc.array(fc.stringMatching(/^[a-z]{3}$/), { maxLength: 3 })), { maxKeys: 3 }), { maxKeys: 4 });
    fc.assert(
      fc.property(simple, (value) => {
        const text = dump(value);
        const spec = specOf({ 'a.yaml': text }, 'data');
        for (const path of pathsOf(value as Json).slice(1)) {
          const rest = text.slice(offsetAt(text, spec.locate(pointerTo(path))));
          const inArray = Array.isArray(valueAt(value as Json, path.slice(0, -1)));
          const [word] = /^["']?([^"':\n]*)/.exec(rest)?.slice(1) as [string];
          expect(word).toBe(inArray ? valueAt(value as Json, path) : path.at(-1));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('texts', () => {
  it('give the same value as JSON and as YAML', () => {
    fc.assert(
      fc.property(json, (value) => {
        // Once through JSON, which has no negative zero.
        const written = JSON.stringify(value);
        const fromYaml = specOf({ 'a.yaml': dump(JSON.parse(written)) }, 'data').document;
        expect(fromYaml).toEqual(specOf({ 'a.json': written }, 'data').document);
      }),
      { numRuns: 60 },
    );
  });
});

/** Schemas of several files that refer to each other at random. */
const FILE_NAMES = ['a.json', 'b.json', 'sub/c.json'];
const DEFINITIONS = ['Pet', 'Owner', 'id'];
const relative = (from: string, to: string): string => (from === to ? '' : from.startsWith('sub/') ? `../${to}` : to);
const schemaIn = (file: string): fc.Arbitrary<Json> => {
  const reference = fc.record({ to: fc.constantFrom(...FILE_NAMES), name: fc.constantFrom(...DEFINITIONS) }).map(({ to, name }) => ({ $ref: `${relative(file, to)}#/definitions/${name}` }));
  const leaf = fc.constantFrom<Json>({ type: 'string' }, { type: 'integer', title: 'n' }, true);
  const inner = fc.oneof(leaf, reference);
  return fc.oneof(
    fc.record({ type: fc.constant('object'), properties: fc.dictionary(fc.constantFrom('x', 'y', '$ref'), fc.oneof(leaf, fc.record({ items: inner }))) }) as fc.Arbitrary<Json>,
    fc.record({ allOf: fc.array(inner, { maxLength: 3 }) }) as fc.Arbitrary<Json>,
    leaf,
  );
};
const filesOf = fc.record(Object.fromEntries(FILE_NAMES.map((file) => [file, fc.record(Object.fromEntries(DEFINITIONS.map((name) => [name, schemaIn(file)])))]))) as fc.Arbitrary<Record<string, Record<string, Json>>>;

/** The value with references written out to a depth, read by a resolver as plain as can be. */
function expand(value: Json, resolve: (reference: string) => { value: Json; resolve: (reference: string) => never }, depth: number): Json {
  if (typeof value !== 'object' || value === null) return value;
  const reference = (value as { readonly $ref?: Json }).$ref;
  if (typeof reference === 'string') {
    if (depth === 0) return '…';
    const target = resolve(reference);
    return expand(target.value, target.resolve, depth - 1);
  }
  if (Array.isArray(value)) return (value as readonly Json[]).map((child) => expand(child, resolve, depth));
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, expand(child as Json, resolve, depth)])) as Json;
}

type Resolve = (reference: string) => { value: Json; resolve: never };

function inFile(files: Record<string, Json>, file: string): Resolve {
  return (reference) => {
    const [part, pointer] = reference.split('#') as [string, string];
    const to = part === '' ? file : part.replace('../', '');
    return { value: valueAt(files[to] as Json, pointerSegments(`#${pointer}`)) as Json, resolve: inFile(files, to) as never };
  };
}

describe('bundling', () => {
  const entry = (definitions: Record<string, Json>): Json => ({ definitions, anyOf: FILE_NAMES.map((file) => ({ $ref: `${relative('a.json', file)}#/definitions/Pet` })) });

  it('leaves a document whose references resolve to the values they resolved to before', () => {
    fc.assert(
      fc.property(filesOf, (definitions) => {
        const values: Record<string, Json> = Object.fromEntries(FILE_NAMES.map((file) => [file, file === 'a.json' ? entry(definitions[file] as Record<string, Json>) : { definitions: definitions[file] as Record<string, Json> }]));
        const texts: Files = Object.fromEntries(FILE_NAMES.map((file) => [file, JSON.stringify(values[file])]));
        const spec = specOf(texts, 'json-schema');
        const bundled = (spec.document as { readonly anyOf: Json }).anyOf;
        expect(JSON.stringify(spec.document)).not.toContain('.json');
        expect(expand(bundled, inFile({ 'a.json': spec.document }, 'a.json') as never, 4)).toEqual(expand((values['a.json'] as { anyOf: Json }).anyOf, inFile(values, 'a.json') as never, 4));
        const read = spec.files.map(({ path }) => path).sort();
        const found = spec.files.flatMap(({ path }) => externalFileRefs(texts[path.replace(/^.*?specs[\\/]/, '').replaceAll('\\', '/')] as string, path));
        expect(read.filter((path) => !path.endsWith('a.json') && !found.includes(path))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('knows where every value came from', () => {
    fc.assert(
      fc.property(filesOf, (definitions) => {
        const values: Record<string, Json> = Object.fromEntries(FILE_NAMES.map((file) => [file, file === 'a.json' ? entry(definitions[file] as Record<string, Json>) : { definitions: definitions[file] as Record<string, Json> }]));
        const texts: Record<string, string> = Object.fromEntries(FILE_NAMES.map((file) => [file, JSON.stringify(values[file], null, 1)]));
        const spec = specOf(texts, 'json-schema');
        const defs = (spec.document as { readonly $defs?: Json }).$defs ?? {};
        for (const path of pathsOf(defs)) {
          const full = ['$defs', ...path];
          const value = valueAt(spec.document, full) as Json;
          const place = spec.locate(pointerTo(full));
          if (path.length < 2 || typeof value === 'object') continue;
          const text = texts[place.file] as string;
          const rest = text.slice(offsetAt(text, place));
          const isText = path.at(-1) !== '$ref';
          if (isText && !Array.isArray(valueAt(spec.document, full.slice(0, -1)))) expect(rest.startsWith(`${JSON.stringify(path.at(-1))}: ${JSON.stringify(value)}`)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
