import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { compile, type CompileResult } from '@nx-conductor/compile';
import { realClock, realDisk, realProcesses } from '@nx-conductor/host';
import { OPTIONS, type Changes, type Texts } from './bench';
import { compiler } from './typecheck/rig';

const { executable } = compiler();

let root: string;
let started: string[][];

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-whole-')));
  started = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const COMPILER_OPTIONS = { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', rootDir: 'src', outDir: 'dist', declaration: true, isolatedDeclarations: true, strict: true, types: [] };

function write(files: Texts): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const all = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort() : []);

const outputs = () => Object.fromEntries(all(join(root, 'dist')).filter((path) => path !== '.conductor-compile').map((path) => [path, readFileSync(join(root, 'dist', path), 'utf8')]));

async function run({ options, ...changes }: Changes = {}): Promise<CompileResult> {
  // A later tick of the file system.
  await new Promise((resolve) => setTimeout(resolve, 25));
  const outcome = await compile(
    {
      root, tsConfig: join(root, 'tsconfig.json'), sources: all(join(root, 'src')).map((path) => `src/${path}`), copies: [], texts: [],
      options: { ...OPTIONS, rootDir: join(root, 'src'), outDir: join(root, 'dist'), declarationDir: join(root, 'dist'), isolatedModules: false, ...options },
      fallback: { compiler: { executable, version: '7' }, configs: [join(root, 'tsconfig.json')], declarations: [] },
      manifest: join(root, 'dist', '.conductor-compile'), mode: 'write', force: false, build: 'test', parallel: 1, ...changes,
    },
    { disk: realDisk, clock: realClock, processes: { ...realProcesses, run: (command) => (started.push([...command.args]), realProcesses.run(command)) } },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** What TypeScript itself makes of the project. */
function expected(): Record<string, string> {
  write({ 'tsconfig.all.json': JSON.stringify({ extends: './tsconfig.json', compilerOptions: { outDir: 'all', isolatedDeclarations: false } }) });
  execFileSync(executable, ['-p', join(root, 'tsconfig.all.json')]);
  const made = Object.fromEntries(all(join(root, 'all')).map((path) => [path, readFileSync(join(root, 'all', path), 'utf8')]));
  rmSync(join(root, 'all'), { recursive: true });
  rmSync(join(root, 'tsconfig.all.json'));
  return made;
}

const FILES = {
  'tsconfig.json': JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['src'] }),
  'src/alone.ts': 'export const alone: number = 1;\n',
  'src/base.ts': "export enum Base { One = 'one' }\nexport const enum Inlined { Two = 2 }\nexport interface Shape { readonly s: string }\n",
  'src/deep/inferred.ts': "import { Inlined } from '../base';\nexport function two() {\n  return { two: Inlined.Two };\n}\n",
  'src/derived.ts': "import { Base } from './base';\nexport enum Derived { Uno = Base.One }\nexport namespace Counter {\n  export let count = 0;\n}\n",
  'src/index.ts': "export { Base, Shape } from './base';\n",
};

it('what one file does not tell comes from TypeScript, byte for byte; the rest does not', async () => {
  write({ ...FILES, 'tsconfig.json': JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, sourceMap: true, declarationMap: true }, include: ['src'] }) });
  const result = await run({ options: { sourceMap: true, declarationMap: true } });
  expect(result.findings).toEqual([]);
  expect(result.sources).toMatchObject({ compiled: 5, failed: 0 });
  const whole = expected();
  const made = outputs();
  expect(Object.keys(made)).toEqual(Object.keys(whole));
  for (const path of Object.keys(whole).filter((each) => /inferred|derived|index/.test(each))) expect([path, made[path]]).toEqual([path, whole[path]]);
  expect(started).toHaveLength(1);
  expect(all(root).filter((path) => path.includes('.conductor'))).toEqual(['dist/.conductor-compile']);
});

it('nothing changed: TypeScript is not started; anything changed: all that it emitted is emitted again', async () => {
  write(FILES);
  await run();
  expect((await run()).sources).toMatchObject({ compiled: 0, kept: 5 });
  expect(started).toHaveLength(1);
  write({ 'src/base.ts': FILES['src/base.ts'].replace("'one'", "'uno'").replace('Two = 2', 'Two = 22') });
  const result = await run();
  expect(result.why.map(({ source, reason }) => [source, reason.split(':')[0]])).toEqual([
    ['src/base.ts', 'source changed'],
    ...['src/deep/inferred.ts', 'src/derived.ts', 'src/index.ts'].map((source) => [source, 'something has changed in the program that TypeScript emits it from']),
  ]);
  expect(outputs()['deep/inferred.js']).toContain('22');
  expect(outputs()['derived.js']).toBe(expected()['derived.js']);
  expect(started).toHaveLength(2);
});

it('another package or the configuration changed', async () => {
  write({ ...FILES, 'node_modules/pkg/package.json': '{ "name": "pkg", "types": "index.d.ts" }', 'node_modules/pkg/index.d.ts': 'export declare function f(): number;\n', 'src/uses.ts': "import { f } from 'pkg';\nexport function uses() {\n  return f();\n}\n" });
  await run();
  expect(outputs()['uses.d.ts']).toBe('export declare function uses(): number;\n');
  write({ 'node_modules/pkg/index.d.ts': 'export declare function f(): string;\n' });
  expect((await run()).sources.compiled).toBe(4);
  expect(outputs()['uses.d.ts']).toBe('export declare function uses(): string;\n');
  expect((await run()).sources.compiled).toBe(0);
  write({ 'tsconfig.json': JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, strict: false }, include: ['src'] }) });
  expect((await run()).sources.compiled).toBe(4);
});

it('a source that needs TypeScript no more is emitted without it', async () => {
  write({ 'tsconfig.json': FILES['tsconfig.json'], 'src/a.ts': 'export function f() {\n  return Math.random();\n}\n' });
  await run();
  write({ 'src/a.ts': 'export function f(): number {\n  return 1;\n}\n' });
  await run();
  expect(started).toHaveLength(1);
  write({ 'tsconfig.json': `${FILES['tsconfig.json']}\n` });
  expect((await run()).sources.compiled).toBe(0);
});

it('what TypeScript cannot emit either is told; the others are right', async () => {
  write({ ...FILES, 'src/bad.ts': 'export const bad = class {\n  private p = 1;\n};\n', 'src/worse.ts': 'export const worse = ;\n' });
  for (const round of [1, 2]) {
    const result = await run();
    expect([round, result.findings.map(({ code, file, line }) => [code, file, line])]).toEqual([round, [['TS4094', 'src/bad.ts', 1], ['syntax', 'src/worse.ts', 1]]]);
    expect(result.sources).toMatchObject({ failed: 2 });
    expect(Object.keys(outputs()).filter((path) => /bad|worse/.test(path))).toEqual([]);
    expect(outputs()['deep/inferred.d.ts']).toContain('two: Inlined');
  }
});

it('what a run left that was killed while TypeScript worked is cleared', async () => {
  write({ ...FILES, '.conductor-compile.tsconfig.json': '{', 'dist/.conductor-compile-tsc/code/old.js': '' });
  await run();
  expect(all(root).filter((path) => path.includes('.conductor'))).toEqual(['dist/.conductor-compile']);
});

it('a plan starts nothing and writes nothing', async () => {
  write(FILES);
  const planned = await run({ mode: 'plan' });
  expect(planned.changes).toHaveLength(10);
  expect(started).toEqual([]);
  expect(existsSync(join(root, 'dist'))).toBe(false);
  await run();
  expect((await run({ mode: 'plan' })).changes).toEqual([]);
});

it('a TypeScript that cannot be started is told, and what needs it has no outputs', async () => {
  write(FILES);
  const result = await run({ fallback: { compiler: { executable: join(root, 'absent'), version: '7' }, configs: [], declarations: [] } });
  expect(result.findings).toMatchObject([{ code: 'tsc', message: expect.stringContaining('TypeScript could not be run') as string }]);
  expect(result.sources).toMatchObject({ compiled: 2, failed: 3 });
});

it('what a declaration file declares for all is part of the program; another one makes everything anew', async () => {
  const ambient = join(root, 'src/globals.d.ts');
  const fallback = { compiler: { executable, version: '7' }, configs: [join(root, 'tsconfig.json')], declarations: [ambient] };
  write({ ...FILES, 'src/globals.d.ts': 'declare const EDITION: { readonly year: number };\n', 'src/edition.ts': 'export function edition() {\n  return EDITION.year;\n}\n' });
  const sources = all(join(root, 'src')).filter((path) => !path.endsWith('.d.ts')).map((path) => `src/${path}`);
  expect((await run({ sources, fallback })).findings).toEqual([]);
  expect(outputs()['edition.d.ts']).toBe('export declare function edition(): number;\n');
  expect((await run({ sources, fallback })).sources).toMatchObject({ compiled: 0, kept: sources.length });

  write({ 'src/globals.d.ts': 'declare const EDITION: { readonly year: string };\n' });
  await run({ sources, fallback });
  expect(outputs()['edition.d.ts']).toBe('export declare function edition(): string;\n');

  write({ 'src/more.d.ts': 'declare const MORE: 1;\n' });
  const { sources: work, why } = await run({ sources, fallback: { ...fallback, declarations: [ambient, join(root, 'src/more.d.ts')] } });
  expect(work.compiled).toBe(sources.length);
  expect(why[0]?.reason).toMatch(/^declarations "\w{16}" → "\w{16}"$/);
});
