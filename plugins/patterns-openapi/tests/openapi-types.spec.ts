import { join } from 'node:path';
import { expectGolden } from './golden';
import { generate, specOf, specOfFile } from './rig';
import { typeErrors } from './type-check';

const TRICKY = join(__dirname, 'fixtures', 'tricky.json');

/** A document with just these schemas. */
const document = (schemas: object, version = '3.0.3') => specOf({ openapi: version, info: { title: 'T', version: '1' }, paths: {}, components: { schemas } });

/** The code of a generated module, without its header. */
const codeOf = (files: ReadonlyMap<string, string>, path: string) => (files.get(path) as string).split('\n').slice(1).join('\n').trim();

describe('openapi-types', () => {
  const files = generate(specOfFile(TRICKY), 'openapi-types');

  it('makes what the golden files show', () => {
    expectGolden(files, join(__dirname, 'golden', 'openapi-types'));
  });

  it('makes the same every time', () => {
    expect([...generate(specOfFile(TRICKY), 'openapi-types')]).toEqual([...files]);
  });

  it('compiles under the strictest settings', () => {
    expect(typeErrors(files)).toEqual([]);
  });

  it.each([
    { enums: 'enum', dates: 'Date', readonly: true, importExtension: '' },
    { enums: 'const', unknownType: 'any', comments: false, binary: 'Uint8Array', importExtension: '' },
  ])('compiles with %j', (options) => {
    expect(typeErrors(generate(specOfFile(TRICKY), 'openapi-types', options))).toEqual([]);
  });

  it('compiles with the extension .ts, where that is allowed', () => {
    const lib = { lib: ['es2022', 'dom'], types: [], allowImportingTsExtensions: true };
    expect(typeErrors(generate(specOfFile(TRICKY), 'openapi-types', { importExtension: '.ts' }), lib)).toEqual([]);
  });

  it('says what it means: values that fit compile, values that do not fail', () => {
    const use = (code: string) => new Map([...files, ['use.ts', `import type * as api from './index.js';\n${code}\nexport {};\n`]]);
    expect(
      typeErrors(
        use(`
        const cat: api.Pet = { kind: 'cat', name: 'Tom', lives: 7, born: null };
        const dog: api.Pet = { kind: 'dog', name: 'Rex', breed: 'Terrier', tricks: [] };
        const tree: api.Tree = ['a', { b: ['c', []] }];
        const even: api.Even = 3;
        const circle: api.Shape = { area: 1, radius: 2 };
        const filter: api.Filter = { age: { min: 1 } };
        const strict: api.Strict = { kind: 'x', name: 'y', born: '2020-01-01' };
        export const all = [cat, dog, tree, even, circle, filter, strict] as unknown;
        `),
      ),
    ).toEqual([]);
    const wrong = [
      `const a: api.Pet = { kind: 'fish', name: 'Wanda' };`,
      `const a: api.Dog = { kind: 'dog', name: 'Rex' };`,
      `const a: api.Filter = {};`,
      `const a: api.Strict = { kind: 'x', name: 'y' };`,
      `const a: api.Tree = [1];`,
      `const a: api.Nothing = { a: 1 };`,
      `const a: api.Breed = 'c';`,
    ];
    const modules = wrong.map((code, index): [string, string] => [`wrong-${index}.ts`, `import type * as api from './index.js';\n${code}\nexport const b: unknown = a;\n`]);
    const errors = typeErrors(new Map([...files, ...modules]));
    expect(errors.map((error) => /^wrong-(\d)\.ts\(2,/.exec(error)?.[1])).toEqual(wrong.map((_, index) => String(index)));
  });

  it('gives every schema a file and a name of its own, on any disk', () => {
    const hostile = document(JSON.parse('{"foo":{},"Foo":{},"FOO":{},"con":{},"index":{},"../../x":{},"":{},"***":{},"a/b":{},"a.b":{},"__proto__":{},"class":{},"Array":{},"' + 'x'.repeat(300) + '":{}}'));
    const made = generate(hostile, 'openapi-types');
    const paths = [...made.keys()];
    expect(paths).toHaveLength(15);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(15);
    expect(paths.every((path) => /^(?:models\/)?[a-z0-9-]{1,60}\.ts$/.test(path))).toBe(true);
    expect(paths).not.toContain('models/con.ts');
    expect(paths).not.toContain('models/index.ts');
    const names = [...made.values()].flatMap((text) => [...text.matchAll(/^export type (\w+) =/gm)].map((match) => (match[1] as string).toLowerCase()));
    expect(new Set(names).size).toBe(14);
    expect(codeOf(made, 'models/foo.ts')).toBe('export type Foo = unknown;');
    expect(typeErrors(made)).toEqual([]);
  });

  it('imports exactly what a module refers to', () => {
    const made = generate(document({ A: { type: 'object', properties: { b: { $ref: '#/components/schemas/B' }, a: { $ref: '#/components/schemas/A' } } }, B: { type: 'string' }, C: {} }), 'openapi-types');
    expect(codeOf(made, 'models/a.ts')).toBe("import type { B } from './b.js';\n\nexport interface A {\n  b?: B;\n  a?: A;\n}");
    expect(codeOf(made, 'models/c.ts')).toBe('export type C = unknown;');
  });

  it('lets keywords beside a reference count in OpenAPI 3.1, not in 3.0', () => {
    const schemas = { A: { $ref: '#/components/schemas/B', properties: { a: { type: 'string' } }, description: 'Both.' }, B: { type: 'object', properties: { b: { type: 'string' } } } };
    expect(codeOf(generate(document(schemas, '3.0.3'), 'openapi-types'), 'models/a.ts')).toContain('export type A = B;');
    expect(codeOf(generate(document(schemas, '3.1.0'), 'openapi-types'), 'models/a.ts')).toContain('/** Both. */\nexport type A = B & { a?: string };');
  });

  it('knows the types of OpenAPI 3.1', () => {
    const schemas = {
      Maybe: { type: ['string', 'null'], examples: ['x'] },
      Pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false },
      Constant: { const: 'on' },
      Deep: { $defs: { Inner: { type: 'object', properties: { deep: { $ref: '#/components/schemas/Deep' } } } }, type: 'object', properties: { inner: { $ref: '#/components/schemas/Deep/$defs/Inner' } } },
    };
    const made = generate(document(schemas, '3.1.0'), 'openapi-types');
    expect(codeOf(made, 'models/maybe.ts')).toBe('/** @example "x" */\nexport type Maybe = string | null;');
    expect(codeOf(made, 'models/pair.ts')).toBe('export type Pair = [string, number];');
    expect(codeOf(made, 'models/constant.ts')).toBe("export type Constant = 'on';");
    expect(codeOf(made, 'models/deep.ts')).toBe('export interface Deep {\n  inner?: Inner;\n}\n\nexport interface Inner {\n  deep?: Deep;\n}');
    expect(typeErrors(made)).toEqual([]);
  });

  it('makes an index that is a module even without schemas', () => {
    const made = generate(document({}), 'openapi-types');
    expect([...made.keys()]).toEqual(['index.ts']);
    expect(codeOf(made, 'index.ts')).toBe('export {};');
  });
});
