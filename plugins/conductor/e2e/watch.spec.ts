import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

interface Told {
  readonly ok: boolean;
  readonly jobs: { readonly ran: number };
  readonly error?: { readonly code: string };
}

/** A command that stays, and the documents that it prints. */
function start(workspace: NxWorkspace, script: string, args: readonly string[], env: Record<string, string> = {}): { child: ChildProcess; next(): Promise<Told>; more(): number } {
  const child = spawn(process.execPath, [join(workspace.root, script), ...args], { cwd: workspace.root, env: { PATH: process.env['PATH'] ?? '', HOME: join(workspace.root, '.home'), ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Told[] = [];
  const waiting: ((told: Told) => void)[] = [];
  createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) => {
    const told = JSON.parse(line) as Told;
    const wake = waiting.shift();
    if (wake) wake(told);
    else lines.push(told);
  });
  return { child, more: () => lines.length, next: () => (lines.length > 0 ? Promise.resolve(lines.shift() as Told) : new Promise((resolve) => waiting.push(resolve))) };
}

const CONDUCTOR = 'node_modules/@nx-conductor/plugin/bin/conductor.js';

describe('conductor generate --watch', () => {
  let workspace: NxWorkspace;
  let running: ReturnType<typeof start>;
  beforeAll(async () => {
    workspace = await createNxWorkspace(SAMPLE);
    running = start(workspace, CONDUCTOR, ['generate', 'api', '--watch', '--json']);
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
  let running: ReturnType<typeof start>;
  beforeAll(async () => {
    workspace = await createNxWorkspace({
      'libs/ui/project.json': { name: 'ui' },
      'libs/ui/tsconfig.json': { compilerOptions: { target: 'es2022', module: 'esnext', outDir: 'dist', rootDir: 'src' }, include: ['src'] },
      'libs/ui/src/a.ts': 'export const a = 1;\n',
    });
    running = start(workspace, CONDUCTOR, ['compile', 'ui', '--watch', '--json']);
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
