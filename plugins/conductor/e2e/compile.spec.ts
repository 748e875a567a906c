import { createNxWorkspace, type Files, type NxWorkspace } from '@nx-conductor/testkit/nx';

const TSCONFIG = { compilerOptions: { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', rootDir: 'generated', declaration: true, sourceMap: true, types: [], lib: ['es2022'] }, include: ['generated'] };

/** A codegen project whose pattern makes TypeScript, and two hand-written libraries that use the executor. */
const WORKSPACE: Files = {
  'libs/api/project.json': { name: 'api' },
  'libs/api/conductor.json': { specs: [{ adapter: 'json-schema', path: 'model.json' }], patterns: [{ use: 'types' }] },
  'libs/api/model.json': { $defs: { User: {}, Pet: {} } },
  'libs/api/tsconfig.json': TSCONFIG,
  '.conductor/patterns/types/pattern.json': { id: 'types', outputs: [{ template: 't.ejs', forEach: 'definitions', to: '<%= item.key.toLowerCase() %>.ts' }] },
  '.conductor/patterns/types/t.ejs': 'export interface <%= item.key %> { readonly id: string }\nexport const name: string = "<%= item.key %>";\n',
  '.gitignore': 'node_modules\n.nx\n.home\ngenerated\ndist\n.conductor/cache\n.conductor/runs\n.conductor/manifests\n',
  ...library('ui', {}),
  ...library('app', { dependsOn: ['ui:build'] }),
};

function library(name: string, target: object): Files {
  const options = { main: `libs/${name}/src/index.ts`, outputPath: `dist/libs/${name}`, tsConfig: `libs/${name}/tsconfig.lib.json`, generateExportsField: true, assets: [`libs/${name}/*.md`, { glob: '*.css', input: `libs/${name}/styles`, output: './css' }] };
  return {
    [`libs/${name}/project.json`]: { name, targets: { build: { executor: '@nx-conductor/plugin:compile', cache: true, outputs: ['{options.outputPath}'], options, ...target } } },
    [`libs/${name}/package.json`]: { name: `@acme/${name}`, version: '1.0.0' },
    [`libs/${name}/tsconfig.json`]: { files: [], references: [{ path: './tsconfig.lib.json' }] },
    [`libs/${name}/tsconfig.lib.json`]: { compilerOptions: { target: 'es2022', module: 'commonjs', rootDir: 'src', declaration: true }, include: ['src'] },
    [`libs/${name}/src/index.ts`]: `export const ${name}: string = '${name}';\n`,
    [`libs/${name}/README.md`]: `# ${name}\n`,
    [`libs/${name}/styles/a.css`]: 'a {}\n',
  };
}

/** How Nx says that a task was answered from its cache. */
const hitOf = (task: string) => new RegExp(`nx run ${task}[^[\\n]*\\[(local cache|existing outputs match the cache, left as is)\\]`);

describe('compile through Nx', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace(WORKSPACE);
  });
  afterAll(() => workspace.dispose());

  it('runs generate first, then emits its artifacts', async () => {
    const ran = await workspace.nx('run', 'api:compile');
    expect(ran.text).toContain('2 compiled, 0 kept of 2 sources');
    expect(ran.code).toBe(0);
    expect(workspace.list('libs/api/dist')).toEqual(['.conductor-compile', 'pet.d.ts', 'pet.js', 'pet.js.map', 'user.d.ts', 'user.js', 'user.js.map']);
  });

  it('is a hit when nothing changed, also for generated code that git ignores; what Nx restores verifies', async () => {
    workspace.remove('libs/api/dist');
    expect((await workspace.nx('run', 'api:compile')).stdout).toMatch(hitOf('api:compile'));
    expect(workspace.read('libs/api/dist/user.js')).toContain('export const name = "User"');
    const check = await workspace.conductor('compile', 'api', '--check', '--json');
    expect(JSON.parse(check.stdout)).toMatchObject({ ok: true, sources: { total: 2, kept: 2 } });
  });

  it('compiles what a changed spec reaches, and removes what it does not make any more', async () => {
    workspace.write({ 'libs/api/model.json': { $defs: { User: {}, Bird: {} } } });
    const ran = await workspace.nx('run', 'api:compile');
    expect(ran.text).toContain('1 compiled, 1 removed, 1 kept of 2 sources; 3 of 6 outputs written, 3 removed');
    expect(workspace.list('libs/api/dist').filter((path) => path.endsWith('.js'))).toEqual(['bird.js', 'user.js']);
  });

  it('an error fails the task with its place, and the other outputs are right', async () => {
    workspace.write({ '.conductor/patterns/types/t.ejs': 'export const name<%- item.key === "Bird" ? "" : ": string" %> = String("<%= item.key %>");\n' });
    const ran = await workspace.nx('run', 'api:compile');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('error[TS9010] libs/api/generated/bird.ts:1:14');
    expect(ran.text).toContain('  1 | export const name = String("Bird");');
    expect(workspace.read('libs/api/dist/user.js')).toContain('String("User")');
    expect(workspace.exists('libs/api/dist/bird.js')).toBe(false);
  });

  it('builds a hand-written library as @nx/js:tsc does: outputs, assets, package.json', async () => {
    const ran = await workspace.nx('run', 'ui:build');
    expect(ran).toMatchObject({ code: 0 });
    expect(workspace.list('dist/libs/ui')).toEqual(['.conductor-compile', 'README.md', 'css/a.css', 'index.d.ts', 'index.js', 'package.json']);
    expect(JSON.parse(workspace.read('dist/libs/ui/package.json'))).toEqual({ name: '@acme/ui', version: '1.0.0', type: 'commonjs', main: './index.js', types: './index.d.ts', exports: { './package.json': './package.json', '.': { types: './index.d.ts', default: './index.js' } } });
    expect((await workspace.nx('run', 'ui:build')).stdout).toMatch(hitOf('ui:build'));
  });

  it('--batch compiles many projects in one process, those that others depend on first', async () => {
    workspace.write({ 'libs/ui/src/index.ts': "export const ui: string = 'new';\n" });
    const ran = await workspace.nx('run-many', '-t', 'build', '--batch', '--output-style=stream');
    expect(ran.text).toContain('Successfully ran target build for 2 projects');
    expect(ran.code).toBe(0);
    expect(workspace.read('dist/libs/ui/index.js')).toContain('new');
    expect(workspace.list('dist/libs/app')).toEqual(['.conductor-compile', 'README.md', 'css/a.css', 'index.d.ts', 'index.js', 'package.json']);
  });

  it('refuses --check of a cached target, and names what does it', async () => {
    const ran = await workspace.nx('run', 'api:compile', '--check');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('conductor compile api --check');
  });

  it('checks types after generate, is a hit when nothing changed, and fails with the place of an error', async () => {
    workspace.write({ '.conductor/patterns/types/t.ejs': 'export const name: string = "<%= item.key %>";\n' });
    const ran = await workspace.nx('run', 'api:typecheck');
    expect(ran.text).toContain('no type errors; 2 of 2 files checked (all)');
    expect(ran.code).toBe(0);
    expect((await workspace.nx('run', 'api:typecheck')).stdout).toMatch(hitOf('api:typecheck'));
    workspace.write({ '.conductor/patterns/types/t.ejs': 'export const name: string = <%- item.key === "Bird" ? 1 : "\'\'" %>;\n' });
    const failed = await workspace.nx('run', 'api:typecheck');
    expect(failed.code).toBe(1);
    expect(failed.text).toContain("error[TS2322] libs/api/generated/bird.ts:1:14: Type 'number' is not assignable to type 'string'.");
  });
});
