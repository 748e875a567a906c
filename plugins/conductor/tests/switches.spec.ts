import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledProject, run } from './command';

let folder: string;

beforeEach(() => {
  folder = compiledProject();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that a pipeline leaves for people, by path. `.conductor-compile` has stats of files in it. */
function left(): Record<string, string> {
  const files = ['generated', 'dist', '.conductor/manifests'].flatMap((path) => readdirSync(join(folder, path)).map((name) => join(path, name)));
  return Object.fromEntries(files.filter((path) => !path.endsWith('.conductor-compile')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

interface Document {
  readonly generate: { readonly jobs: object; readonly templates: object };
  readonly compile: { readonly sources: object };
  readonly typecheck: { readonly files: object };
}

async function pipeline(options: readonly string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await run(['pipeline', '--json', ...options], folder, env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('[PERF] total') as string });
  const { generate, compile, typecheck } = JSON.parse(stdout) as Document;
  return { jobs: generate.jobs, templates: generate.templates, sources: compile.sources, files: typecheck.files };
}

const KEPT = { jobs: { ran: 0 }, templates: { misses: 0 }, sources: { compiled: 0 }, files: { checked: 0 } };
const ALL = { jobs: { ran: 2 }, sources: { compiled: 2 }, files: { checked: 2 } };

const EFFECTS: readonly (readonly [name: string, off: readonly string[], variable: string, configured: string, effect: object])[] = [
  ['cache', ['--no-cache'], 'CONDUCTOR_CACHE', 'cache', { ...ALL, templates: { hits: 0, misses: 3 } }],
  ['incremental', ['--no-incremental'], 'CONDUCTOR_INCREMENTAL', 'incremental', { ...ALL, templates: { hits: 3, misses: 0 } }],
  ['template cache', ['--no-template-cache'], 'CONDUCTOR_TEMPLATE_CACHE', 'templateCache', { ...KEPT, templates: { hits: 0, misses: 3 } }],
  ['parallel', ['--no-parallel'], 'CONDUCTOR_PARALLEL', 'parallel', KEPT],
];

describe('switches of the whole pipeline', () => {
  it.each(EFFECTS)('%s: by option, by environment, in conductor.json; the same bytes every time', async (_name, off, variable, configured, effect) => {
    await pipeline([]);
    const bytes = left();
    expect(await pipeline([])).toMatchObject(KEPT);
    for (const [options, env] of [[off, {}], [[], { [variable]: '0' }], [[], { [variable]: 'off' }]] as const) {
      expect(await pipeline(options, env)).toMatchObject(effect);
      expect(left()).toEqual(bytes);
    }
    // The option wins over the environment, and that over the file.
    const on = off.map((option) => (option === '--no-parallel' ? '--parallel=2' : option.replace('no-', '')));
    expect(await pipeline(on, { [variable]: '0' })).toMatchObject(KEPT);
    const config = JSON.parse(readFileSync(join(folder, 'conductor.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'conductor.json'), JSON.stringify({ ...config, optimizations: { [configured]: false } }));
    await pipeline([]);
    expect(await pipeline([])).toMatchObject(effect);
    expect(await pipeline([], { [variable]: '1' })).toMatchObject(KEPT);
    const [manifest = ''] = Object.keys(bytes).filter((path) => path.startsWith('.conductor'));
    expect({ ...left(), [manifest]: '' }).toEqual({ ...bytes, [manifest]: '' });
  });

  it('tells of a variable that says nothing clear, and does nothing', async () => {
    expect(await run(['generate'], folder, { CONDUCTOR_CACHE: 'never' })).toMatchObject({ code: 2, stderr: expect.stringContaining('CONDUCTOR_CACHE with 0 or 1') as string });
    expect(await run(['generate', '--no-cache'], folder, { CONDUCTOR_CACHE: 'never' })).toMatchObject({ code: 0 });
    expect(await run(['generate'], folder, { CONDUCTOR_PARALLEL: '1.5', CONDUCTOR_CACHE: '' })).toMatchObject({ code: 2, stderr: expect.stringContaining('CONDUCTOR_PARALLEL') as string });
    mkdirSync(join(folder, 'empty'));
    expect((await run(['cache-status'], folder, { CONDUCTOR_PARALLEL: '3' })).code).toBe(0);
  });
});
