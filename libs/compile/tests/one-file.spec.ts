import { transformSync } from 'esbuild';
import ts from 'typescript';
import { OPTIONS, outputs, project, run, type Changes } from './bench';

/** What becomes of one file: its outputs, or what is said of it. */
async function made(name: string, text: string, changes?: Changes) {
  const disk = project({ [name]: text });
  const { findings } = await run(disk, changes);
  return { files: outputs(disk), findings };
}

const said = async (text: string, changes?: Changes, name = 'a.ts') => (await made(name, text, changes)).findings.map(({ code, line, column, hint }) => ({ code, at: `${line}:${column}`, hint: hint !== undefined }));

describe('what cannot be emitted from one file alone is refused, with place and hint', () => {
  it.each([
    ['an enum that depends on another file', "import { A } from './b';\n\nexport enum B { X = 1, Y = A.X }\n", 'TS9020', '3:24'],
    ['an enum that depends on a constant', "const n = 5;\nexport enum B { X = 'x'.length, Y = n | 1 }\n", 'TS9020', '2:33'],
    ['an enum whose member depends on such a member', 'const n = 5;\nexport enum B { Y = n, Z = Y + 1 }\n', 'TS9020', '2:17'],
    ['a namespace that exports a variable', 'export namespace N {\n  export let x: number = 1;\n}\n', 'namespace', '2:14'],
    ['a block of a namespace that names what another exports', 'export namespace N {\n  export const a: number = 1;\n}\nexport namespace N {\n  export const b: number[] = [...[a]];\n}\n', 'namespace', '1:8'],
    ['such a block further in', 'export namespace A.B.C {\n  export const x: number = 1;\n}\nexport namespace A.B {\n  export const y: number = C.x;\n}\n', 'namespace', '1:8'],
    ['a block beside one that is only declared', 'export declare namespace N {\n  const a: number;\n}\nexport namespace N {\n  export const b: () => number = () => a;\n}\n', 'namespace', '1:16'],
    ['a missing return type', 'export function f() {\n  return Math.random();\n}\n', 'TS9007', '1:17'],
    ['a type from an expression', 'export const x = f();\ndeclare function f(): number;\n', 'TS9010', '1:14'],
    ['properties of a function', 'export function f(): void {}\nf.x = 1;\n', 'TS9023', '2:1'],
    ['export = in an ES module', 'const a = 1;\nexport = a;\n', 'TS1203', '2:1'],
    ['import = require in an ES module', "\nimport fs = require('fs');\nexport const x: string = fs.x;\n", 'TS1202', '2:1'],
  ])('%s', async (_what, text, code, at) => {
    const [first] = await said(text);
    expect(first).toEqual({ code, at, hint: true });
    expect((await made('a.ts', text)).files).toEqual({});
  });

  it('but no block of a namespace that says which it means', async () => {
    const text = '/** With a. */\nexport namespace N {\n  export const a: number = 1;\n}\nexport namespace N {\n  // a\n  export const b: { a: number } = { a: N.a };\n  export namespace M {}\n}\n';
    expect(await said(text)).toEqual([]);
  });

  it('a re-export, unless types are marked', async () => {
    const text = "export { A } from './b';\n";
    expect(await said(text, { options: { isolatedModules: false } })).toEqual([{ code: 'TS1205', at: '1:1', hint: true }]);
    expect(await said(text)).toEqual([]);
    expect(await said(text, { options: { isolatedModules: false, verbatimModuleSyntax: true } })).toEqual([]);
  });

  it('the declaration of a JavaScript file', async () => {
    expect(await said('export const a = 1;\n', {}, 'a.js')).toEqual([{ code: 'javascript', at: '1:1', hint: true }]);
    expect((await made('a.js', 'export const a = 1;\n', { options: { declaration: false } })).files).toEqual({ 'a.js': 'export const a = 1;\n' });
  });

  it('two sources with one output, and a source outside of rootDir', async () => {
    const disk = project({ 'a.ts': 'export {};\n', 'a.tsx': 'export {};\n', 'b.ts': 'export {};\n' });
    const result = await run(disk, { sources: ['other/c.ts', 'src/a.ts', 'src/a.tsx', 'src/b.ts'] });
    expect(result.findings.map(({ code, file }) => [code, file])).toEqual([['TS6059', 'other/c.ts'], ['TS5056', 'src/a.tsx']]);
    expect(Object.keys(outputs(disk))).toEqual(['a.d.ts', 'a.js', 'b.d.ts', 'b.js']);
  });

  it('what would take the place of the manifest, or of another that differs in case only', async () => {
    const disk = project({ 'a.ts': 'export {};\n', 'A.ts': 'export {};\n', '/p/asset': 'x' });
    const result = await run(disk, { copies: [{ from: '/p/asset', to: '.conductor-compile' }] });
    expect(result.findings.map(({ code, file }) => [code, file])).toEqual([['TS5056', '.conductor-compile'], ['TS5056', 'src/a.ts']]);
    expect((await run(disk)).findings.map(({ code, file }) => [code, file])).toEqual([['TS5056', 'src/a.ts']]);
  });

  it('an enum of which every value is known is no reason to refuse', async () => {
    const { findings, files } = await made('a.ts', "export enum B { A = 1, 'b-c' = A << 2, D = 'x'.length, E = `t`, F = -1, G }\n");
    expect(findings).toEqual([]);
    expect(files['a.d.ts']).toBe('export declare enum B {\n\tA = 1,\n\t"b-c" = 4,\n\tD,\n\tE = "t",\n\tF = -1,\n\tG = 0\n}\n');
  });
});

describe('helpers stand in the file: no import that nobody wrote', () => {
  const imports = (text = '') => [...text.matchAll(/\bfrom\s*['"]([^'"]+)|\brequire\(['"]([^'"]+)/g)].map(([, a, b]) => a ?? b);
  it.each([
    ['using', 'export function f(): void {\n  using x = g();\n  void x;\n}\ndeclare function g(): Disposable;\n', {}],
    ['decorators', 'function d(x: unknown, c: unknown): void {}\nexport class A {\n  @d m(): void {}\n}\n', {}],
    ['experimental decorators', 'function d(x: unknown, c: unknown): void {}\nexport class A {\n  @d m(): void {}\n}\n', { experimentalDecorators: true, emitDecoratorMetadata: true }],
    ['accessors', 'export class A {\n  accessor n: number = 1;\n}\n', {}],
    ['an older target', 'export async function* f({ a, ...r }: { a: number }): AsyncGenerator<object> {\n  yield { ...r, a };\n}\n', { target: 'es2017' }],
    ['private fields of an older target', 'export class A {\n  #p = 1;\n  p(): number {\n    return this.#p;\n  }\n}\n', { target: 'es2021' }],
  ] as const)('%s', async (_what, text, options) => {
    const { files, findings } = await made('a.ts', text, { options });
    expect(findings).toEqual([]);
    expect(imports(files['a.js'])).toEqual([]);
    expect(files['a.js']).not.toMatch(/^\s*(@|using |accessor )/m);
    expect(() => transformSync(files['a.js'] ?? '', { target: options && 'target' in options ? options.target : 'es2022' })).not.toThrow();
  });
});

describe('what is emitted is what TypeScript emits', () => {
  const compilerOptions = ts.convertCompilerOptionsFromJson({ target: 'es2022', module: 'esnext', isolatedModules: true, isolatedDeclarations: true, declaration: true, jsx: 'react-jsx' }, '/').options;
  /** A declaration file without what is written otherwise and means the same: layout, comments, quotes. */
  const tree = (text: string) => {
    const file = ts.createSourceFile('a.d.ts', text, ts.ScriptTarget.Latest, true);
    return ts.createPrinter({ removeComments: true }).printFile(file).replaceAll("'", '"');
  };
  const small = (text: string) => transformSync(text, { minifySyntax: true, minifyWhitespace: true }).code;

  it.each([
    ['override', 'export class A {\n  m(): void {}\n}\nexport class B extends A {\n  override m(): void {}\n  protected override readonly x: string = "override y";\n  overridden: number = 1;\n  override: number = 2;\n}\n'],
    ['a default class beside what is not exported', 'interface A { a: 1 }\nexport default class X { a?: A }\n'],
    ['a default function beside what is not exported', 'type A = 1;\nexport default function f(a: A): void {}\n'],
    ['a default value beside what is not exported', 'interface A { a: 1 }\nconst x: A = { a: 1 };\nexport default x;\n'],
    ['only types', "import type { T } from './t';\nexport namespace N { export type U = T; }\n"],
    ['imports that are not used', "import { T } from './t';\nimport './side';\nexport const a: T = 1 as never;\n"],
    ['import attributes', "import data from './a.json' with { type: 'json' };\nexport const a: number = data.a;\n"],
    ['a type import in a value import', "import { type T, v } from './t';\nexport const a: T = v;\nexport type { T };\nexport * from './u';\nexport * as n from './u';\n"],
    ['classes', "export abstract class A<T = unknown> {\n  static readonly s = 'x';\n  #p = 1;\n  declare readonly d: 1;\n  [k: string]: unknown;\n  protected constructor(readonly a?: string, private b = 1) { void this.#p; void this.b; }\n  abstract m(): T;\n  get g(): number { return 1; }\n  set g(v) {}\n  private h(x: string): void {}\n}\n"],
    ['functions', "export function o(a: string): string;\nexport function o(a: number): number;\nexport function o(a: never): never { return a; }\nexport function p(a = 1, b: string = 'x', { c }: { c: number } = { c: 1 }, ...r: string[]): asserts b is 'y' {}\nexport async function* g(): AsyncGenerator<number> {}\n"],
    ['constants', "export const a = 1, b = -1n, c = 'x', d = [1, 'y'] as const, e = { f: true } as const, g = <number>JSON.parse('1');\nexport let h = 'x';\nexport const s: unique symbol = Symbol();\n"],
    ['declarations', "declare global { interface Window { x: 1 } }\ndeclare const x: number;\nexport const y: typeof x = 1;\nexport declare function f(): void;\n"],
    ['types', "export type M<T> = { -readonly [K in keyof T as `get${string & K}`]+?: T[K] };\nexport type C<T> = T extends (infer U extends string)[] ? U : never;\nexport type F = abstract new (...a: never[]) => import('./x').Y;\n"],
  ])('%s', async (_what, text) => {
    const { files, findings } = await made('a.ts', text);
    expect(findings).toEqual([]);
    expect(tree(files['a.d.ts'] ?? '')).toBe(tree(ts.transpileDeclaration(text, { fileName: 'a.ts', compilerOptions }).outputText));
    expect(small(files['a.js'] ?? '')).toBe(small(ts.transpileModule(text, { fileName: 'a.ts', compilerOptions }).outputText));
  });

  it('JSX', async () => {
    const text = "import { x } from './x';\nexport const a: unknown = <><div {...x} a=\"1\">{x} y</div></>;\n";
    const { files } = await made('a.tsx', text);
    expect(small(files['a.js'] ?? '').replaceAll('/* @__PURE__ */', '').split(';').sort()).toEqual(small(ts.transpileModule(text, { fileName: 'a.tsx', compilerOptions }).outputText).split(';').sort());
    expect((await made('a.tsx', text, { options: { jsx: 'preserve' } })).files['a.jsx']).toContain('<div {...x} a="1">{x} y</div>');
  });

  it('fields that are assigned, not defined', async () => {
    const text = 'export class A {\n  x = 1;\n  y?: string;\n  constructor(readonly q: number) {}\n}\n';
    const { files } = await made('a.ts', text, { options: { useDefineForClassFields: false } });
    const expected = ts.transpileModule(text, { fileName: 'a.ts', compilerOptions: { ...compilerOptions, useDefineForClassFields: false } }).outputText;
    expect(small(files['a.js'] ?? '')).toBe(small(expected));
  });

  it('extensions of relative imports, when they are to be rewritten', async () => {
    const options = { rewriteRelativeImportExtensions: true };
    const { files } = await made('a.ts', "export { a } from './a.ts';\nexport { b } from './b.mts';\nexport { c } from './c.tsx';\n", { options });
    expect(files['a.js']).toBe('export { a } from "./a.js";\nexport { b } from "./b.mjs";\nexport { c } from "./c.js";\n');
    for (const text of ["export { b } from 'pkg/b.ts';\n", "export { b } from './b.d.ts';\n", "const z: string = './z.ts';\nexport const q: Promise<unknown> = import(z);\n"]) {
      expect([text, await said(text, { options })]).toMatchObject([text, [{ code: 'rewrite' }]]);
    }
    expect(await said("export { c } from './c.tsx';\n", { options: { ...options, jsx: 'preserve' } })).toMatchObject([{ code: 'rewrite' }]);
  });
});

describe('maps', () => {
  it('lead from both outputs to the source, with the path that TypeScript gives', async () => {
    const { files } = await made('x/a.ts', 'export const a: number = 1;\n', { options: { sourceMap: true, declarationMap: true, inlineSources: true } });
    expect(files['x/a.js']).toBe('export const a = 1;\n//# sourceMappingURL=a.js.map');
    expect(files['x/a.d.ts']).toBe('export declare const a: number;\n//# sourceMappingURL=a.d.ts.map');
    expect(JSON.parse(files['x/a.js.map'] ?? '')).toEqual({ version: 3, file: 'a.js', sourceRoot: '', sources: ['../../src/x/a.ts'], names: [], mappings: expect.stringMatching(/^AAAA/) as string, sourcesContent: ['export const a: number = 1;\n'] });
    expect(JSON.parse(files['x/a.d.ts.map'] ?? '')).toMatchObject({ file: 'a.d.ts', sources: ['../../src/x/a.ts'] });
  });

  it('inline, and with a root', async () => {
    const { files } = await made('x/a.ts', 'export const a: number = 1;\n', { options: { inlineSourceMap: true, sourceRoot: 'https://example.com/src' } });
    const map = /base64,(.*)$/.exec(files['x/a.js'] ?? '')?.[1] ?? '';
    expect(JSON.parse(Buffer.from(map, 'base64').toString('utf8'))).toMatchObject({ sourceRoot: 'https://example.com/src/', sources: ['x/a.ts'] });
  });
});

it('line ends, byte order marks and JSON', async () => {
  expect((await made('a.ts', '\ufeffexport const a: string = `x\ny`;\n', { options: { newLine: 'crlf' } })).files['a.js']).toBe('export const a = `x\r\ny`;\r\n');
  expect((await made('d.json', '{ "a": 1 }\n')).files).toEqual({ 'd.json': '{ "a": 1 }\n' });
  expect((await made('d.json', '{ "a": 1')).findings).toMatchObject([{ code: 'syntax', file: 'src/d.json' }]);
  expect(OPTIONS.newLine).toBe('lf');
});
