import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

Object.assign(globalThis, { __CONDUCTOR_VERSION__: '9.9.9', __CONDUCTOR_BUILD__: 'test' });

let folder: string;

/** The parts of the process that a test stands in for. */
async function run(...argv: readonly string[]) {
  const { runCli } = await import('../src/run-cli');
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await runCli(argv, { cwd: folder, env: {}, isTTY: false, stdout: { write: (text) => void stdout.push(text) }, stderr: { write: (text) => void stderr.push(text) } });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

function write(files: Readonly<Record<string, string | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const list = (path: string) => (readdirSync(join(folder, path), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(folder, path).length + 1)).sort();

const TSCONFIG = { compilerOptions: { target: 'es2022', module: 'esnext', outDir: 'dist', rootDir: 'src', declaration: true }, include: ['src'] };
const LIBRARY = { 'tsconfig.json': TSCONFIG, 'src/a.ts': 'export const a: number = 1;\n', 'src/b.ts': "import { a } from './a.js';\nexport const b: string = `${a}`;\n" };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conductor compile é '));
  write({ 'nx.json': '{}', ...LIBRARY });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('conductor compile', () => {
  it('emits what a tsconfig means, then only what changed, and says why', async () => {
    expect(await run('compile')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('2 compiled, 0 kept of 2 sources; 4 of 4 outputs written, 0 removed') as unknown });
    expect(list('dist')).toEqual(['.conductor-compile', 'a.d.ts', 'a.js', 'b.d.ts', 'b.js']);
    expect(read('dist/a.d.ts')).toBe('export declare const a: number;\n');
    expect((await run('compile')).stdout).toContain('2 kept of 2 sources; 0 of 4 outputs written');

    write({ 'src/a.ts': 'export const a: number = 2;\n' });
    const changed = await run('compile', '--explain');
    expect(changed.stdout).toContain('1 compiled, 1 kept of 2 sources; 1 of 4 outputs written');
    expect(changed.stdout).toMatch(/^src\/a\.ts {2}\S/m);
    rmSync(join(folder, 'src/b.ts'));
    expect((await run('compile')).stdout).toContain('1 removed, 1 kept of 1 sources; 0 of 2 outputs written, 2 removed');
    expect(list('dist')).toEqual(['.conductor-compile', 'a.d.ts', 'a.js']);
  });

  it('--json is one document of the promised shape', async () => {
    const { code, stdout } = await run('compile', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      command: 'compile',
      project: expect.any(String),
      ok: true,
      durationMs: expect.any(Number),
      phases: { read: expect.any(Number), emit: expect.any(Number), write: expect.any(Number) },
      sources: { total: 2, compiled: 2, kept: 0, removed: 0, failed: 0 },
      outputs: { total: 4, written: 4, kept: 0, removed: 0, bytes: expect.any(Number) },
      findings: [],
      why: [{ source: 'src/a.ts', reason: expect.any(String) }, { source: 'src/b.ts', reason: expect.any(String) }],
    });
  });

  it('--check and --dry-run write nothing; --check fails while anything would change, an edited output too', async () => {
    const plan = await run('compile', '--dry-run', '--json');
    expect(JSON.parse(plan.stdout)).toMatchObject({ ok: true, plan: [{ action: 'create', path: 'dist/a.d.ts' }, { action: 'create', path: 'dist/a.js' }, { action: 'create', path: 'dist/b.d.ts' }, { action: 'create', path: 'dist/b.js' }] });
    const stale = await run('compile', '--check');
    expect(stale).toMatchObject({ code: 1, stderr: expect.stringContaining('compiled code is stale: 4 outputs would change') as unknown });
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    await run('compile');
    expect(await run('compile', '--check')).toMatchObject({ code: 0, stderr: '' });
    write({ 'dist/a.js': '// mine\n' });
    expect(await run('compile', '--check')).toMatchObject({ code: 1, stdout: expect.stringContaining('~ dist/a.js') as unknown });
    expect(read('dist/a.js')).toBe('// mine\n');
  });

  it('an error is told with file, line, column, source line, caret and code, is exit code 1, and the other outputs are right', async () => {
    write({ 'src/b.ts': 'export const fine: string = `é`;\n\texport const c = Math.random() + f();\ndeclare function f(): number;\n' });
    const { code, stderr } = await run('compile');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error\[TS9010\] src\/b\.ts:2:15: .+$/m);
    expect(stderr).toContain('\n  2 | \texport const c = Math.random() + f();\n    | \t             ^');
    expect(stderr).toContain('error[compile-failed] src/b.ts:2:15: 1 error in 1 file');
    expect(stderr.match(/\^+$/gm)).toHaveLength(1);
    expect(list('dist')).toEqual(['.conductor-compile', 'a.d.ts', 'a.js']);
    const again = await run('compile', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: false, sources: { failed: 1 }, findings: [{ file: 'src/b.ts', line: 2, column: 15, code: 'TS9010', severity: 'error' }], error: { code: 'compile-failed', file: 'src/b.ts', line: 2 } });
  });

  it('an option that cannot be honoured is told where it stands, and nothing is emitted', async () => {
    write({ 'base/tsconfig.json': '{\n  // one bundle\n  "compilerOptions": {\n    "outFile": "all.js",\n  },\n}\n', 'tsconfig.json': { ...TSCONFIG, extends: './base/tsconfig.json' } });
    const { code, stderr } = await run('compile');
    expect(code).toBe(2);
    expect(stderr).toContain('error[unsupported-option] base/tsconfig.json:4:5: "outFile": "');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('an option that something else decides is a warning, and so is one that nobody knows', async () => {
    write({ 'tsconfig.json': { ...TSCONFIG, compilerOptions: { ...TSCONFIG.compilerOptions, noEmit: true, declaratoin: true } } });
    const { code, stderr } = await run('compile');
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning\[unsupported-option\] tsconfig\.json:8:5: "noEmit": true is not honoured/);
    expect(stderr).toContain('did you mean "declaration"?');
  });

  it.each([
    ['a source outside of rootDir', { 'tsconfig.json': { ...TSCONFIG, include: ['src', 'other'] }, 'other/c.ts': 'export {};\n' }, 'TS6059'],
    ['no source', { 'tsconfig.json': { ...TSCONFIG, include: ['nothing'] } }, 'a source ("files" and "include" mean none'],
    ['JSX without "jsx"', { 'src/c.tsx': 'export const c: null = null;\n' }, 'TS17004'],
    ['a value of another type', { 'tsconfig.json': { ...TSCONFIG, compilerOptions: { sourceMap: 'yes' } } }, 'expected true or false'],
    ['a tsconfig that is not JSON', { 'tsconfig.json': '{ "include": [\n' }, 'not valid JSON'],
    ['a base that is not there', { 'tsconfig.json': { extends: './nope.json' } }, './nope.json'],
    ['a circle of bases', { 'tsconfig.json': { extends: './tsconfig.json' } }, 'does not extend this one'],
  ])('%s is exit code 2', async (_, files, message) => {
    write(files);
    const { code, stderr } = await run('compile');
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('puts assets and a package.json beside the outputs, as the options say', async () => {
    write({ 'package.json': { name: '@acme/lib', version: '1.2.3', dependencies: { x: '^1' } }, 'README.md': '# Lib\n', 'notes/a.txt': 'a', 'notes/b.txt': 'b', 'src/deep/index.ts': 'export const d: 1 = 1;\n' });
    const options = ['--main', 'src/a.ts', '--additional-entry-points', 'src/b.ts', '--additional-entry-points', 'src/deep/index.ts', '--generate-exports-field', '--assets', '*.md', '--assets', '{"glob":"*.txt","input":"notes","output":"./docs","ignore":["b.txt"]}', '--output-path', 'out/lib'];
    expect(await run('compile', ...options)).toMatchObject({ code: 0 });
    expect(list('out/lib')).toEqual(['.conductor-compile', 'README.md', 'a.d.ts', 'a.js', 'b.d.ts', 'b.js', 'deep/index.d.ts', 'deep/index.js', 'docs/a.txt', 'package.json']);
    expect(JSON.parse(read('out/lib/package.json'))).toEqual({
      name: '@acme/lib',
      version: '1.2.3',
      dependencies: { x: '^1' },
      type: 'module',
      main: './a.js',
      module: './a.js',
      types: './a.d.ts',
      exports: {
        './package.json': './package.json',
        '.': { types: './a.d.ts', default: './a.js' },
        './b': { types: './b.d.ts', default: './b.js' },
        './deep': { types: './deep/index.d.ts', default: './deep/index.js' },
      },
    });
    expect((await run('compile', ...options, '--json')).stdout).toContain('"written":0');
    for (const wrong of ['--main=src/nowhere.ts', '--additional-entry-points=src/nowhere.ts']) expect(await run('compile', ...options, wrong)).toMatchObject({ code: 2, stderr: expect.stringContaining('src/nowhere.ts: an entry point of the package not found') as unknown });
    expect((await run('compile', ...options, '--additional-entry-points', 'src/deep/*.ts')).code).toBe(0);
    expect(JSON.parse(read('out/lib/package.json'))).toMatchObject({ exports: { './deep/*': { types: './deep/*.d.ts', default: './deep/*.js' } } });
    expect((await run('compile', ...options)).code).toBe(0);
    write({ 'README.md': '# Library\n' });
    expect(JSON.parse((await run('compile', ...options, '--json')).stdout)).toMatchObject({ outputs: { written: 1 }, why: [{ source: 'README.md' }] });
  });

  it('takes the artifacts of a codegen project from the manifest, and leaves foreign files among them alone', async () => {
    write({
      'tsconfig.json': { compilerOptions: { outDir: 'out', rootDir: 'generated', declaration: true } },
      'conductor.json': { specs: [{ adapter: 'json-schema', path: 'm.json' }], patterns: [{ use: 'plain' }], compile: { output: 'built' } },
      'm.json': { $defs: { User: {}, Pet: {} } },
      '.conductor/patterns/plain/pattern.json': { id: 'plain', accepts: 'json-schema', outputs: [{ template: 't.ejs', forEach: 'definitions', to: '<%= item.key.toLowerCase() %>.ts' }] },
      '.conductor/patterns/plain/t.ejs': 'export type <%= item.key %> = string;\n',
    });
    rmSync(join(folder, 'src'), { recursive: true });
    expect((await run('compile')).stderr).toContain('nothing was generated yet');
    expect(await run('generate')).toMatchObject({ code: 0, stderr: '' });
    write({ 'generated/foreign.ts': 'export type X = 1;\n' });
    expect(await run('compile')).toMatchObject({ code: 0 });
    expect(list('built')).toEqual(['.conductor-compile', 'pet.d.ts', 'pet.js', 'user.d.ts', 'user.js']);
    write({ 'm.json': { $defs: { User: {} } } });
    await run('generate');
    expect((await run('compile')).stdout).toContain('1 removed, 1 kept of 1 sources');
    expect(list('built')).toEqual(['.conductor-compile', 'user.d.ts', 'user.js']);
    // A spec that has become empty is no mistake, and leaves nothing behind.
    write({ 'm.json': { $defs: {} } });
    rmSync(join(folder, 'generated', 'foreign.ts'));
    const { code, stdout } = await run('pipeline', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, generate: { artifacts: { removed: 1 } }, compile: { sources: { total: 0, removed: 1 }, outputs: { removed: 2 } } });
    expect(list('built')).toEqual(['.conductor-compile']);
    expect((await run('compile', '--check')).code).toBe(0);
  });

  it('finds a project by its name', async () => {
    write({ 'libs/ui/package.json': { name: '@acme/ui' }, 'libs/ui/tsconfig.json': { files: [] }, 'libs/ui/tsconfig.lib.json': TSCONFIG, 'libs/ui/src/a.ts': 'export const a: 1 = 1;\n' });
    expect(await run('compile', '@acme/ui')).toMatchObject({ code: 0 });
    expect(list('libs/ui/dist')).toEqual(['.conductor-compile', 'a.d.ts', 'a.js']);
    expect(await run('compile', '@acme/iu')).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean') as unknown });
  });
});

describe('conductor typecheck', () => {
  /** TypeScript 7 as this repository has it. */
  beforeEach(() => {
    const modules = join(__dirname, '..', '..', '..', 'node_modules');
    mkdirSync(join(folder, 'node_modules'));
    for (const name of ['typescript-7', '@typescript']) symlinkSync(realpathSync(join(modules, name)), join(folder, 'node_modules', name));
    write({ 'tsconfig.json': { compilerOptions: { ...TSCONFIG.compilerOptions, moduleResolution: 'bundler', strict: true, types: [], lib: ['es2022'] }, include: ['src'] } });
  });

  it('checks everything, then nothing, then what a change can have reached, and says why', async () => {
    expect(await run('typecheck')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('no type errors; 2 of 2 files checked (all)') as unknown });
    expect((await run('typecheck')).stdout).toContain('0 of 2 files checked (nothing had changed)');
    write({ 'src/c.ts': 'export const c: number = 1;\n' });
    const { stdout } = await run('typecheck', '--json', '--force');
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      command: 'typecheck',
      project: expect.any(String),
      ok: true,
      durationMs: expect.any(Number),
      phases: { read: expect.any(Number), check: expect.any(Number), write: expect.any(Number) },
      mode: 'full',
      files: { total: 3, checked: 3 },
      findings: [],
      why: [expect.objectContaining({ reason: expect.any(String) })],
    });
  });

  it('tells an error with file, line, column, source line, caret and code, as often as it is asked, and exits with 1', async () => {
    write({ 'src/b.ts': "import { a } from './a.js';\nexport const b: string = a;\n" });
    for (const mode of ['full', 'unchanged']) {
      const { code, stdout, stderr } = await run('typecheck', '--json');
      expect(code).toBe(1);
      expect(stderr).toContain("error[TS2322] src/b.ts:2:14: Type 'number' is not assignable to type 'string'.\n  2 | export const b: string = a;\n    |              ^");
      expect(stderr).toContain('error[typecheck-failed] src/b.ts:2:14: 1 error in 1 file');
      expect(JSON.parse(stdout)).toMatchObject({ ok: false, mode, findings: [{ code: 'TS2322', file: 'src/b.ts', line: 2, column: 14 }], error: { code: 'typecheck-failed', file: 'src/b.ts', line: 2 } });
    }
    write({ 'src/b.ts': "import { a } from './a.js';\nexport const b: number = a;\n" });
    expect(await run('typecheck')).toMatchObject({ code: 0, stderr: '' });
  });

  it('--check leaves nothing behind', async () => {
    expect(await run('typecheck', '--check')).toMatchObject({ code: 0 });
    expect(list('.conductor')).toEqual([]);
  });

  it('says what is missing without TypeScript 7', async () => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(await run('typecheck')).toMatchObject({ code: 2, stderr: expect.stringContaining('npm install --save-dev typescript@7') as unknown });
  });
});
