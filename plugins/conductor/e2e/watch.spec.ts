import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';
import { startStaying, type Staying } from './staying';

describe('conductor generate --watch', () => {
  let workspace: NxWorkspace;
  let running: Staying;
  beforeAll(async () => {
    workspace = await createNxWorkspace(SAMPLE);
    running = startStaying(workspace, ['generate', 'api', '--watch', '--json']);
  });
  afterAll(() => {
    running.child.kill('SIGKILL');
    workspace.dispose();
  });

  it('runs at once and prints one document on one line', async () => {
    expect(await running.next()).toMatchObject({ schema: 1, command: 'generate', ok: true, jobs: { ran: 2 } });
  });

  it('writes what an edit of a spec changes', async () => {
    workspace.write({ 'libs/api/spec/model.json': { $defs: { User: {}, Pet: { $ref: 'pet.json' }, Bird: {} } } });
    expect(await running.next()).toMatchObject({ ok: true, artifacts: { created: 1 } });
    expect(workspace.read('libs/api/generated/bird.txt')).toBe('A line of Bird BIRD\n');
  });

  it('tells a broken template and goes on', async () => {
    workspace.write({ '.conductor/patterns/plain/item.txt.ejs': '<% if ( %>\n' });
    expect(await running.next()).toMatchObject({ ok: false, error: { code: 'template-syntax' } });
    expect(workspace.exists('libs/api/generated/bird.txt')).toBe(true);
  });

  it('takes the mended template, saved as editors do, with a partial that is new', async () => {
    workspace.write({ '.conductor/patterns/plain/partials/end.ejs': '!', '.conductor/patterns/plain/next~': "<%= item.key %><%- include('partials/end') %>\n" });
    renameSync(join(workspace.root, '.conductor/patterns/plain/next~'), join(workspace.root, '.conductor/patterns/plain/item.txt.ejs'));
    let told = await running.next();
    // A burst may be met half-way.
    while (!told.ok) told = await running.next();
    expect(workspace.read('libs/api/generated/bird.txt')).toBe('Bird!\n');
    workspace.write({ '.conductor/patterns/plain/partials/end.ejs': '?' });
    expect(await running.next()).toMatchObject({ ok: true, artifacts: { updated: 3 } });
    expect(workspace.read('libs/api/generated/bird.txt')).toBe('Bird?\n');
  });

  it('sees a changed helper, though it was loaded before', async () => {
    workspace.write({ '.conductor/patterns/plain/helpers.js': 'module.exports = () => ({ shout: (text) => `${text}!!` });\n', '.conductor/patterns/plain/item.txt.ejs': '<%= shout(item.key) %>\n' });
    await running.next();
    workspace.write({ '.conductor/patterns/plain/helpers.js': 'module.exports = () => ({ shout: (text) => `${text}??` });\n' });
    await running.next();
    expect(workspace.read('libs/api/generated/bird.txt')).toBe('Bird??\n');
    // Node.js itself would keep an ES module until the process ends.
    workspace.write({ '.conductor/patterns/plain/helpers.js': "import { mark } from './mark.mjs';\nexport const shout = (text) => `${text}${mark}`;\n", '.conductor/patterns/plain/mark.mjs': "export const mark = '+';\n" });
    while (workspace.read('libs/api/generated/bird.txt') !== 'Bird+\n') await running.next();
    workspace.write({ '.conductor/patterns/plain/mark.mjs': "export const mark = '-';\n" });
    await running.next();
    expect(workspace.read('libs/api/generated/bird.txt')).toBe('Bird-\n');
  });

  it('ends promptly on Ctrl-C, with 130, everything told', async () => {
    running.child.kill('SIGINT');
    expect(await once(running.child, 'exit')).toEqual([130, null]);
    expect(running.more()).toBe(0);
    expect(await workspace.conductor('generate', 'api', '--check')).toMatchObject({ code: 0 });
  });
});

describe('conductor compile --watch', () => {
  let workspace: NxWorkspace;
  let running: Staying;
  beforeAll(async () => {
    workspace = await createNxWorkspace({
      'libs/ui/project.json': { name: 'ui' },
      'libs/ui/tsconfig.json': { compilerOptions: { target: 'es2022', module: 'esnext', outDir: 'dist', rootDir: 'src' }, include: ['src'] },
      'libs/ui/src/a.ts': 'export const a = 1;\n',
    });
    running = startStaying(workspace, ['compile', 'ui', '--watch', '--json']);
  });
  afterAll(() => {
    running.child.kill('SIGKILL');
    workspace.dispose();
  });

  it('compiles at once, then what is edited, what comes in a new folder, and what a tsconfig changes', async () => {
    expect(await running.next()).toMatchObject({ command: 'compile', ok: true, sources: { compiled: 1 } });
    workspace.write({ 'libs/ui/src/a.ts': 'export const a = 2;\n' });
    expect(await running.next()).toMatchObject({ ok: true, sources: { compiled: 1, kept: 0 } });
    workspace.write({ 'libs/ui/src/deep/b.ts': 'export const b = 1;\n' });
    expect(await running.next()).toMatchObject({ ok: true, sources: { total: 2, compiled: 1, kept: 1 } });
    workspace.write({ 'libs/ui/src/deep/b.ts': 'export const b = ;\n' });
    expect(await running.next()).toMatchObject({ ok: false, error: { code: 'compile-failed', file: 'libs/ui/src/deep/b.ts' } });
    workspace.remove('libs/ui/src/deep');
    expect(await running.next()).toMatchObject({ ok: true, sources: { total: 1 } });
    workspace.write({ 'libs/ui/tsconfig.json': { compilerOptions: { target: 'es2022', module: 'esnext', outDir: 'dist', rootDir: 'src', sourceMap: true }, include: ['src'] } });
    expect(await running.next()).toMatchObject({ ok: true, sources: { compiled: 1 }, outputs: { total: 2 } });
    expect(running.more()).toBe(0);
  });
});

describe('conductor pipeline --watch', () => {
  let workspace: NxWorkspace;
  let running: Staying;
  beforeAll(async () => {
    workspace = await createNxWorkspace({
      'libs/api/project.json': { name: 'api' },
      'libs/api/conductor.json': { specs: [{ adapter: 'json-schema', path: 'model.json' }], patterns: [{ use: 'plain' }] },
      'libs/api/model.json': { $defs: { User: {}, Pet: {} } },
      'libs/api/tsconfig.json': { compilerOptions: { target: 'es2022', module: 'esnext', outDir: 'dist', rootDir: '.', strict: true, types: [] }, include: ['src', 'generated'] },
      'libs/api/src/use.ts': "import { User } from '../generated/user';\nexport const user: string = User;\n",
      '.conductor/patterns/plain/pattern.json': { id: 'plain', outputs: [{ template: 'item.ts.ejs', forEach: 'definitions', to: '<%= item.key.toLowerCase() %>.ts' }] },
      '.conductor/patterns/plain/item.ts.ejs': 'export const <%= item.key %> = "<%= item.key %>";\n',
    });
    running = startStaying(workspace, ['pipeline', 'api', '--watch', '--json']);
  });
  afterAll(() => {
    running.child.kill('SIGKILL');
    workspace.dispose();
  });

  /** Every run leaves a record, also one of which nothing is told. */
  const runs = () => workspace.list('.conductor/runs').filter((path) => path.endsWith('.jsonl') && workspace.read(`.conductor/runs/${path}`).includes('"command":"pipeline"')).length;
  /** Until a while has passed without another run. */
  const settled = async (): Promise<number> => {
    for (let [before, quiet] = [runs(), 0]; ; ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = runs();
      quiet = now === before ? quiet + 1 : 0;
      if (quiet === 10) return now;
      before = now;
    }
  };

  it('runs every phase at once, and never hears what they write', async () => {
    expect(await running.next()).toMatchObject({ command: 'pipeline', ok: true, generate: { artifacts: { created: 2 } }, compile: { sources: { compiled: 3 } }, typecheck: { files: { checked: 3 } } });
    // One more for the places that the first found, of which there is nothing to tell.
    expect([await settled(), running.more()]).toEqual([2, 0]);
  });

  it('takes a change of an input through all phases, in one run', async () => {
    workspace.write({ 'libs/api/model.json': { $defs: { User: {}, Pet: {}, Bird: {} } } });
    expect(await running.next()).toMatchObject({ ok: true, generate: { artifacts: { created: 1 } }, compile: { sources: { compiled: 1 } }, typecheck: { mode: 'affected' } });
    expect(workspace.read('libs/api/dist/generated/bird.js')).toContain('Bird');
    expect([await settled(), running.more()]).toEqual([3, 0]);
  });

  it('hears of sources that people write, tells what is wrong in them and that it was mended', async () => {
    workspace.write({ 'libs/api/src/use.ts': "import { User } from '../generated/user';\nexport const user: number = User;\n" });
    expect(await running.next()).toMatchObject({ ok: false, error: { code: 'typecheck-failed', file: 'libs/api/src/use.ts' }, generate: { jobs: { ran: 0 } }, compile: { sources: { compiled: 1 } } });
    workspace.write({ 'libs/api/src/use.ts': "import { Bird } from '../generated/bird';\nexport const bird: string = Bird;\n" });
    expect(await running.next()).toMatchObject({ ok: true, compile: { sources: { compiled: 1 } } });
    workspace.write({ '.conductor/patterns/plain/item.ts.ejs': '<% if ( %>\n' });
    expect(await running.next()).toMatchObject({ ok: false, error: { code: 'template-syntax' }, skipped: expect.arrayContaining([{ phase: 'compile', reason: 'generate failed' }]) as unknown });
    workspace.write({ '.conductor/patterns/plain/item.ts.ejs': 'export const <%= item.key %> = "a <%= item.key %>";\n' });
    let told = await running.next();
    // A burst may be met half-way.
    while (!told.ok) told = await running.next();
    expect(told).toMatchObject({ generate: { artifacts: { updated: 3 } }, compile: { sources: { compiled: 3 } } });
    const before = await settled();
    workspace.write({ 'libs/api/README.md': 'nothing\n', 'notes.txt': 'of the workspace\n' });
    expect([(await settled()) - before, running.more()]).toEqual([0, 0]);
  });

  it('ends on Ctrl-C with 130', async () => {
    running.child.kill('SIGINT');
    expect(await once(running.child, 'exit')).toEqual([130, null]);
  });
});
