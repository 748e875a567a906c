import { outputs, project, run, type Changes } from './bench';

/** The outputs of one source, `a.ts`. */
async function emitted(text: string, changes?: Changes): Promise<Record<string, string>> {
  const disk = project({ 'a.ts': text });
  const result = await run(disk, changes);
  expect(result.findings).toEqual([]);
  return outputs(disk);
}

async function refused(text: string, changes?: Changes): Promise<string[]> {
  const disk = project({ 'a.ts': text });
  const { findings } = await run(disk, changes);
  expect(outputs(disk)).toEqual({});
  return findings.map(({ code, line, column, message }) => `${code} ${line}:${column} ${message}`);
}

const declared = async (text: string): Promise<string | undefined> => (await emitted(text))['a.d.ts'];

describe('declarations say what TypeScript says', () => {
  test.each([
    ['export const a = true;', 'export declare const a = true;\n'],
    ['export const a = false, b = 1, c = true;', 'export declare const a = false, b = 1, c = true;\n'],
    ['const a = true // yes\nexport { a };', 'declare const a = true;\nexport { a };\n'],
    ['export const a: boolean = true;', 'export declare const a: boolean;\n'],
    ['export const a = true as boolean;', 'export declare const a: boolean;\n'],
    ['export const a: boolean = true;\nexport function f(): boolean {\n  const a = false;\n  return a;\n}', 'export declare const a: boolean;\nexport declare function f(): boolean;\n'],
    ['export const a = +1, b = -1;', 'export declare const a = 1, b = -1;\n'],
    ['export default true;', 'declare const _default: true;\nexport default _default;\n'],
    ["export default 'it\\'s';", 'declare const _default: "it\\\'s";\nexport default _default;\n'],
    ['export default 0x10', 'declare const _default: 16;\nexport default _default;\n'],
    ['export default 1 as number;', 'declare const _default: number;\nexport default _default;\n'],
    ['export const a: { b: number } = { get b(): number { return 1; } };', 'export declare const a: {\n\tb: number;\n};\n'],
    ['export const a = { get b(): number { return 1; }, set b(value: number) {} };', 'export declare const a: {\n\tb: number;\n};\n'],
  ])('%s', async (text, expected) => {
    expect(await declared(text)).toBe(expected);
  });

  test.each([
    ['export class A {\n  accessor b = 2;\n}', 'TS9012 2:3 Property must have an explicit type annotation with --isolatedDeclarations.'],
    ['export const a = { get b(): number { return 1; } };', 'TS9009 1:20 the declaration does not show that b can only be read'],
    ['export namespace N {\n  export const a: boolean = true;\n}\nfunction f(): void {\n  const a = true\n}', 'TS9010 5:9 whether a is true, false or any boolean is not clear from this file alone'],
  ])('refused: %s', async (text, expected) => {
    expect(await refused(text)).toEqual([expected]);
  });
});

describe('code does what TypeScript makes it do', () => {
  test('a script is strict, and its map knows of the line more', async () => {
    const made = await emitted('var a: number = 1;\n', { options: { sourceMap: true } });
    expect(made['a.js']).toBe('"use strict";\nvar a = 1;\n//# sourceMappingURL=a.js.map');
    expect(JSON.parse(made['a.js.map'] as string)).toMatchObject({ mappings: expect.stringMatching(/^;[^;]/) as string });
  });

  test('what a comment says makes no module', async () => {
    expect((await emitted('/*\nimport { a } from "b";\n*/\nvar a: number = 1;\n'))['a.js']).toMatch(/^"use strict";\n/);
    expect((await emitted('/** a */ export const a: number = 1;\n'))['a.js']).toBe('/** a */ export const a = 1;\n');
    expect((await emitted('/* a */\nexport const a: number = 1;\n'))['a.js']).not.toMatch(/use strict/);
  });

  test('a module is left alone', async () => {
    expect((await emitted('export const a: number = 1;\n'))['a.js']).toBe('export const a = 1;\n');
    expect((await emitted('export type A = 1;\n'))['a.js']).toBe('export {};\n');
  });

  test('accessor is lowered for targets that do not know it, and stays for esnext', async () => {
    const text = 'export class A {\n  accessor b: number = 2;\n}\n';
    expect((await emitted(text))['a.js']).toMatch(/get b\(\)/);
    expect((await emitted(text, { options: { target: 'esnext' } }))['a.js']).toMatch(/accessor b = 2/);
  });

  test('CommonJS names its exports as Node looks for them', async () => {
    const made = await emitted('export const a: number = 1, b: number = 2;\n', { options: { module: 'commonjs' } });
    expect(made['a.js']).toMatch(/0 && \(module\.exports = \{\s+a: null/);
  });

  test('a name that is imported and exported again may be a type', async () => {
    const options = { isolatedModules: false };
    const expected = (place: string) => [`TS1205 ${place} a re-export does not tell whether it is of a type`];
    expect(await refused('import { A } from "./b";\nexport { A };\n', { options })).toEqual(expected('2:1'));
    expect(await refused('import A from "./b";\nexport default A;\n', { options })).toEqual(expected('2:1'));
    expect(await refused('export { A as B } from "./b";\n', { options })).toEqual(expected('1:1'));
    await emitted('import { A } from "./b";\nconst b: number = A();\nexport { b };\nexport type { A } from "./b";\nexport * from "./c";\n', { options });
  });

  test('decorated static members come last', async () => {
    const decorate = 'declare const d: any;\n';
    const options = { experimentalDecorators: true };
    expect(await refused(`${decorate}export class A {\n  @d static a: number = 1;\n  @d b: number = 2;\n}\n`, { options })).toEqual([
      'decorators 2:8 TypeScript applies the decorators of static members of A after those of the others, whatever their order',
    ]);
    await emitted(`${decorate}export class A {\n  @d b: number = 2;\n  @d static a: number = 1;\n}\n`, { options });
  });
});
