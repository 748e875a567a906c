import { compileReadsOf, projectAt, readsOf } from '@nx-conductor/run';
import { createMemoryDisk, createMemoryMachine } from '@nx-conductor/testkit';
import { guardCommand } from '../src/nx/inputs';
import { inferTargets, type PluginOptions } from '../src/nx/targets';

type Files = Readonly<Record<string, string | object>>;

const HOME = '/ws/node_modules/@nx-conductor/plugin';
const CONFIG = { specs: [{ adapter: 'openapi', path: 'api.json' }], patterns: [{ use: 'plain' }] };

async function targetsOf(files: Files, options: PluginOptions = {}, root = '/ws/libs/api') {
  const all = { '/ws/nx.json': '{}', ...files };
  const disk = createMemoryDisk(Object.fromEntries(Object.entries(all).map(([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)])));
  const project = projectAt(disk, root);
  const machine = createMemoryMachine(disk);
  const reads = await readsOf(machine, project, HOME);
  return inferTargets(disk, project, reads, compileReadsOf(machine, project, reads), { home: HOME, guard: `${HOME}/dist/guard.js` }, options);
}

const inputsOf = async (files: Files) => (await targetsOf(files))['generate']?.inputs ?? [];
const packagesOf = async (files: Files) => (await inputsOf(files)).flatMap((input) => (typeof input === 'object' && 'externalDependencies' in input ? input.externalDependencies : []));

describe('inputs of generate', () => {
  it('names specs outside of the project by their place in the workspace, and none outside of the workspace', async () => {
    const config = { ...CONFIG, specs: [{ adapter: 'openapi', path: '../../specs/api.json' }, { adapter: 'openapi', path: '../../../elsewhere.json' }] };
    const inputs = await inputsOf({ '/ws/libs/api/conductor.json': config, '/ws/specs/api.json': '{"a":{"$ref":"common/types.json#/A"}}', '/elsewhere.json': '{}' });
    expect(inputs).toContain('{workspaceRoot}/specs/api.json');
    expect(inputs).toContain('{workspaceRoot}/specs/common/types.json');
    expect(JSON.stringify(inputs)).not.toContain('elsewhere');
  });

  it('names only the patterns in use, in the workspace even before they are there', async () => {
    expect((await inputsOf({ '/ws/libs/api/conductor.json': CONFIG })).filter((input) => String(input).includes('patterns'))).toEqual(['{workspaceRoot}/.conductor/patterns/plain/**/*']);
  });

  it('names the formatter configuration of every folder up to the workspace', async () => {
    const inputs = await inputsOf({ '/ws/libs/api/conductor.json': { ...CONFIG, format: 'oxfmt' }, '/ws/.oxfmtrc.json': '{}', '/ws/libs/api/.oxfmtrc.json': '{}' });
    expect(inputs).toEqual(expect.arrayContaining(['{workspaceRoot}/.oxfmtrc.json', '{projectRoot}/.oxfmtrc.json']));
  });

  it('names what commands read, and modules with what they import', async () => {
    const outputs = [{ run: ['./tools/make.sh', '{out}'], inputs: ['proto/**/*.proto', '../shared/*.txt'] }, { module: 'make.ts' }];
    const inputs = await inputsOf({
      '/ws/libs/api/conductor.json': CONFIG,
      '/ws/.conductor/patterns/plain/pattern.json': { id: 'plain', outputs },
      '/ws/.conductor/patterns/plain/make.ts': "import { mark } from '../../../shared/mark';",
      '/ws/shared/mark.ts': '',
    });
    expect(inputs).toEqual(expect.arrayContaining(['{projectRoot}/proto/**/*.proto', '{workspaceRoot}/libs/shared/*.txt', '{projectRoot}/tools/make.sh', '{workspaceRoot}/shared/mark.ts']));
  });

  it('is the same whatever order the file system has', async () => {
    const files = { '/ws/libs/api/conductor.json': CONFIG, '/ws/libs/api/api.json': '{"a":{"$ref":"b.json"},"c":{"$ref":"a.json"}}' };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(await inputsOf(files)).toEqual(await inputsOf(reversed));
  });
});

describe('npm packages among the inputs', () => {
  const files: Files = {
    '/ws/libs/api/conductor.json': { ...CONFIG, specs: [{ adapter: 'openapi', path: '../../node_modules/@acme/specs/api.json' }] },
    '/ws/node_modules/@acme/specs/package.json': '{}',
    '/ws/node_modules/@acme/specs/api.json': '{}',
    [`${HOME}/package.json`]: '{}',
  };

  it.each([
    ['package-lock.json', '{"packages":{"node_modules/@acme/specs":{},"node_modules/@nx-conductor/plugin":{}}}'],
    ['pnpm-lock.yaml', "packages:\n  '@acme/specs@1.0.0':\n  '@nx-conductor/plugin@0.1.0':\n"],
    ['yarn.lock', '"@acme/specs@npm:^1.0.0":\n"@nx-conductor/plugin@npm:0.1.0":\n'],
    ['bun.lock', '{"packages":{"@acme/specs":["@acme/specs@1.0.0"],"@nx-conductor/plugin":["@nx-conductor/plugin@0.1.0"]}}'],
  ])('are named when %s has them', async (lockfile, text) => {
    expect(await packagesOf({ ...files, [`/ws/${lockfile}`]: text })).toEqual(['@acme/specs', '@nx-conductor/plugin']);
  });

  it('are left to the guard otherwise: Nx would fail the run', async () => {
    expect(await packagesOf(files)).toEqual([]);
    expect(await packagesOf({ ...files, '/ws/package-lock.json': '{"packages":{"node_modules/not-@acme/specs":{},"node_modules/@acme/specs-more":{}}}' })).toEqual([]);
    expect(await packagesOf({ ...files, '/ws/yarn.lock': '"other-@acme/specs@npm:^1.0.0":\n' })).toEqual([]);
  });
});

describe('targets', () => {
  it('take other names when asked to', async () => {
    const targets = await targetsOf({ '/ws/libs/api/conductor.json': CONFIG }, { generateTargetName: 'codegen', checkTargetName: 'codegen-check' });
    expect(Object.keys(targets)).toEqual(['codegen', 'validate', 'codegen-check', 'pipeline', 'cache-status', 'cache-clean', 'manifest-status', 'manifest-clean', 'metrics', 'report']);
  });

  it.each(['', 'null', '[]', '{', '{"specs":{}}', '{"specs":[1],"patterns":2}'])('are there, uncached, for a conductor.json of %j', async (text) => {
    expect((await targetsOf({ '/ws/libs/api/conductor.json': text }))['generate']).toMatchObject({ cache: false, executor: '@nx-conductor/plugin:generate' });
  });

  it('have their outputs where an output folder outside of the project lies', async () => {
    const targets = await targetsOf({ '/ws/libs/api/conductor.json': { ...CONFIG, output: '../../gen/api' } });
    expect(targets['generate']?.outputs).toEqual(['{workspaceRoot}/gen/api', '{workspaceRoot}/.conductor/manifests/api.json']);
  });

  it('work for a project that is the whole workspace', async () => {
    const targets = await targetsOf({ '/ws/conductor.json': CONFIG, '/ws/package.json': '{"name":"alone"}' }, {}, '/ws');
    expect(targets['generate']).toMatchObject({ outputs: ['{projectRoot}/generated', '{projectRoot}/.conductor/manifests/alone.json'], inputs: expect.arrayContaining(['{projectRoot}/conductor.json']) as unknown });
  });
});

describe('compile and typecheck', () => {
  const pattern = (to: string) => ({ '/ws/.conductor/patterns/plain/pattern.json': { id: 'plain', outputs: [{ template: 't.ejs', to }] } });
  const base = { '/ws/libs/api/conductor.json': CONFIG, ...pattern('<%= x %>.ts') };
  const tsconfig = { '/ws/libs/api/tsconfig.json': { extends: '../../tsconfig.base.json', compilerOptions: { outDir: '../../dist/api' }, include: ['generated', 'src/*.ts'], exclude: ['**/*.spec.ts'] }, '/ws/tsconfig.base.json': {} };

  it('are inferred where patterns make TypeScript and a tsconfig is there, and only then', async () => {
    const names = async (files: Files) => Object.keys(await targetsOf(files)).filter((each) => ['compile', 'typecheck'].includes(each));
    expect(await names({ ...base, ...tsconfig })).toEqual(['compile', 'typecheck']);
    expect(await names(base)).toEqual([]);
    expect(await names({ ...base, ...tsconfig, ...pattern('<%= x %>.py') })).toEqual([]);
    expect(await names({ ...base, ...tsconfig, '/ws/libs/api/tsconfig.json': { compilerOptions: { noEmit: true } } })).toEqual(['typecheck']);
  });

  it('hash what the tsconfigs say, what they include, and what generate made', async () => {
    const { compile, typecheck } = await targetsOf({ ...base, ...tsconfig }, { generateTargetName: 'codegen' });
    expect(compile).toMatchObject({ cache: true, dependsOn: ['codegen'], outputs: ['{workspaceRoot}/dist/api'] });
    const filesets = ['{projectRoot}/conductor.json', '{projectRoot}/generated/**/*', '{projectRoot}/package.json', '{projectRoot}/src/*.ts', '{projectRoot}/tsconfig.json', '{workspaceRoot}/package.json', '{workspaceRoot}/tsconfig.base.json', '!{projectRoot}/**/*.spec.ts', '!{projectRoot}/**/*.spec.ts/**/*', '!{workspaceRoot}/dist/api/**/*'];
    expect(compile?.inputs).toEqual([...filesets, { dependentTasksOutputFiles: '**/*' }, { externalDependencies: [] }]);
    expect(typecheck).toMatchObject({ cache: true, dependsOn: ['codegen', '^compile'], outputs: [], inputs: [...filesets, '^default', { dependentTasksOutputFiles: '**/*', transitive: true }] });
  });

  it('leave to the executor what it tells better: a tsconfig that cannot be read', async () => {
    const targets = await targetsOf({ ...base, '/ws/libs/api/tsconfig.json': '{' });
    expect(targets).toMatchObject({ compile: { cache: false, executor: '@nx-conductor/plugin:compile' }, typecheck: { cache: false } });
  });

  it('do not let Nx cache outputs that lie among the sources', async () => {
    expect((await targetsOf({ ...base, '/ws/libs/api/tsconfig.json': { compilerOptions: { outDir: '.' } } }))['compile']).toMatchObject({ cache: false });
  });

  it('go by conductor.json: its tsconfig, its output folder', async () => {
    const config = { ...CONFIG, compile: { tsConfig: 'tsconfig.build.json', output: 'built' } };
    const { compile } = await targetsOf({ ...base, '/ws/libs/api/conductor.json': config, '/ws/libs/api/tsconfig.build.json': { compilerOptions: { noEmit: true } } });
    expect(compile).toMatchObject({ cache: true, outputs: ['{projectRoot}/built'] });
  });
});

describe('the guard as a command', () => {
  it('is relative and needs no quotes, but for names that a shell would read', () => {
    const at = (root: string) => guardCommand({ workspace: '/ws', root } as ReturnType<typeof projectAt>, '/ws/node_modules/@nx-conductor/plugin/dist/guard.js');
    expect(at('/ws/libs/api')).toBe('node node_modules/@nx-conductor/plugin/dist/guard.js libs/api');
    expect(at('/ws')).toBe('node node_modules/@nx-conductor/plugin/dist/guard.js .');
    expect(at('/ws/my libs/$(api)')).toBe('node node_modules/@nx-conductor/plugin/dist/guard.js "my libs/\\$(api)"');
  });
});
