import type { FileStat } from '@nx-conductor/core';
import { compile } from '@nx-conductor/compile';
import { edit, outputs, project, requestFor, run, type Changes } from './bench';

const FILES = {
  'a.ts': 'export interface A { readonly n: number }\nexport const a: A = { n: 1 };\n',
  'b.ts': "import { a, type A } from './a.js';\nexport function b(): A {\n  return a;\n}\n",
  'deep/c.ts': 'export const c = 3;\n',
};

describe('compile', () => {
  it('emits JavaScript and declarations', async () => {
    const disk = project(FILES);
    const result = await run(disk);
    expect(result.findings).toEqual([]);
    expect(result.sources).toEqual({ total: 3, compiled: 3, kept: 0, removed: 0, failed: 0 });
    expect(outputs(disk)).toEqual({
      'a.d.ts': 'export interface A {\n\treadonly n: number;\n}\nexport declare const a: A;\n',
      'a.js': 'export const a = { n: 1 };\n',
      'b.d.ts': 'import { type A } from "./a.js";\nexport declare function b(): A;\n',
      'b.js': 'import { a } from "./a.js";\nexport function b() {\n\treturn a;\n}\n',
      'deep/c.d.ts': 'export declare const c = 3;\n',
      'deep/c.js': 'export const c = 3;\n',
    });
    expect(result.outputs).toMatchObject({ total: 6, written: 6, kept: 0, removed: 0 });
  });

  it('does nothing when nothing has changed: no source read, nothing written', async () => {
    const disk = project(FILES);
    await run(disk);
    await run(disk);
    disk.forget();
    const result = await run(disk);
    expect(result.sources).toEqual({ total: 3, compiled: 0, kept: 3, removed: 0, failed: 0 });
    expect(disk.calls.filter(({ mutates }) => mutates)).toEqual([]);
    expect(disk.calls.filter(({ method }) => method === 'read').map(({ path }) => path)).toEqual(['/p/dist/.conductor-compile']);
    expect(result).toMatchObject({ why: [], changes: [] });
  });

  it('compiles exactly what has changed, and leaves outputs alone that come out the same', async () => {
    const disk = project(FILES);
    await run(disk);
    await run(disk);
    const before = disk.stat('/p/dist/a.d.ts');
    edit(disk, 'a.ts', FILES['a.ts'].replace('n: 1', 'n: 2'));
    disk.forget();
    const result = await run(disk);
    expect(result.sources).toMatchObject({ compiled: 1, kept: 2 });
    expect(result.changes).toEqual([{ action: 'update', path: '/p/dist/a.js' }]);
    expect(result.why).toEqual([{ source: 'src/a.ts', reason: expect.stringMatching(/^source changed: [0-9a-f]{8} → [0-9a-f]{8}$/) as string }]);
    expect(disk.calls.filter(({ method }) => ['write', 'rename', 'remove'].includes(method)).map(({ path }) => path)).toEqual(['/p/dist/a.js', '/p/dist/.conductor-compile.tmp', '/p/dist/.conductor-compile']);
    expect(disk.stat('/p/dist/a.d.ts')).toEqual(before);
  });

  it('a source that was touched and not changed is not compiled', async () => {
    const disk = project(FILES);
    await run(disk);
    edit(disk, 'a.ts', FILES['a.ts']);
    const result = await run(disk);
    expect(result.sources.compiled).toBe(0);
    expect(result.changes).toEqual([]);
  });

  it('makes again what was deleted or edited, and says so', async () => {
    const disk = project(FILES);
    await run(disk);
    const good = outputs(disk);
    edit(disk, '/p/dist/a.js', undefined);
    edit(disk, '/p/dist/deep/c.d.ts', 'mine');
    const result = await run(disk);
    expect(outputs(disk)).toEqual(good);
    expect(result.why).toEqual([
      { source: 'src/a.ts', reason: 'its output dist/a.js is missing' },
      { source: 'src/deep/c.ts', reason: 'its output dist/deep/c.d.ts was edited' },
    ]);
    expect(result.outputs.written).toBe(2);
  });

  it('removes outputs of removed sources, and folders that are empty then; what it never made stays', async () => {
    const disk = project(FILES);
    await run(disk);
    edit(disk, '/p/dist/mine.js', 'mine');
    edit(disk, 'deep/c.ts', undefined);
    edit(disk, 'a.ts', undefined);
    const result = await run(disk);
    expect(Object.keys(outputs(disk))).toEqual(['b.d.ts', 'b.js', 'mine.js']);
    expect(disk.stat('/p/dist/deep')).toBeUndefined();
    expect(result.sources).toMatchObject({ removed: 2, kept: 1, compiled: 0 });
    expect(result.outputs.removed).toBe(4);
    expect(result.why).toEqual([{ source: 'src/a.ts', reason: 'removed' }, { source: 'src/deep/c.ts', reason: 'removed' }]);
  });

  it('an option that changes compiles everything, and outputs of the old layout go', async () => {
    const disk = project(FILES);
    await run(disk);
    const result = await run(disk, { options: { target: 'es2020' } });
    expect(result.why[0]).toEqual({ source: 'src/a.ts', reason: 'target "es2022" → "es2020"' });
    expect(result.sources.compiled).toBe(3);
    expect(result.outputs.written).toBe(0);
    await run(disk, { options: { target: 'es2020', declaration: false } });
    expect(Object.keys(outputs(disk))).toEqual(['a.js', 'b.js', 'deep/c.js']);
  });

  it('an error: its place is told, its file has no outputs, the others are right', async () => {
    const disk = project(FILES);
    await run(disk);
    edit(disk, 'a.ts', "const é = 'é'; export const x = ;\n");
    edit(disk, 'b.ts', 'export function b() {\n  return Math.random();\n}\n');
    edit(disk, 'deep/c.ts', 'export const c = 4;\n');
    for (const round of ['first', 'again']) {
      const result = await run(disk);
      expect([round, result.findings]).toEqual([
        round,
        [
          { severity: 'error', code: 'syntax', message: 'Unexpected token', file: 'src/a.ts', line: 1, column: 33, length: 1, sourceLine: "const é = 'é'; export const x = ;" },
          {
            severity: 'error', code: 'TS9007', message: 'Function must have an explicit return type annotation with --isolatedDeclarations.', file: 'src/b.ts', line: 1, column: 17, length: 1,
            sourceLine: 'export function b() {', hint: expect.stringContaining('"fallback": "tsc"') as string,
          },
        ],
      ]);
      expect(result.sources.failed).toBe(2);
      expect(Object.keys(outputs(disk))).toEqual(['deep/c.d.ts', 'deep/c.js']);
      expect(outputs(disk)['deep/c.js']).toBe('export const c = 4;\n');
    }
    edit(disk, 'a.ts', FILES['a.ts']);
    edit(disk, 'b.ts', FILES['b.ts']);
    edit(disk, 'deep/c.ts', FILES['deep/c.ts']);
    await run(disk);
    const clean = project(FILES);
    await run(clean);
    expect(outputs(disk)).toEqual(outputs(clean));
  });

  it('a plan tells what would be written and removed, and writes nothing', async () => {
    const disk = project(FILES);
    await run(disk);
    edit(disk, 'a.ts', 'export const a = 2;\n');
    edit(disk, 'd.ts', 'export const d = 4;\n');
    edit(disk, 'deep/c.ts', undefined);
    disk.forget();
    const planned = await run(disk, { mode: 'plan' });
    expect(disk.calls.filter(({ mutates }) => mutates)).toEqual([]);
    const done = await run(disk);
    expect(planned).toEqual({ ...done, phases: planned.phases });
    expect(planned.changes).toEqual([
      { action: 'update', path: '/p/dist/a.d.ts' }, { action: 'update', path: '/p/dist/a.js' }, { action: 'create', path: '/p/dist/d.d.ts' }, { action: 'create', path: '/p/dist/d.js' },
      { action: 'remove', path: '/p/dist/deep/c.d.ts' }, { action: 'remove', path: '/p/dist/deep/c.js' },
    ]);
  });

  it('copies and made texts: brought when they change, and looked at like sources', async () => {
    const changes = (text: string): Changes => ({ copies: [{ from: '/p/LICENSE', to: 'LICENSE' }], texts: [{ to: 'package.json', text }] });
    const disk = project({ ...FILES, '/p/LICENSE': 'MIT' });
    await run(disk, changes('{}'));
    await run(disk, changes('{}'));
    disk.forget();
    expect((await run(disk, changes('{}'))).sources).toMatchObject({ total: 5, compiled: 0, kept: 5 });
    expect(disk.calls.filter(({ method, mutates }) => mutates || method === 'read').map(({ path }) => path)).toEqual(['/p/dist/.conductor-compile']);
    edit(disk, '/p/LICENSE', 'Apache-2.0');
    expect((await run(disk, changes('{ "name": "p" }'))).changes).toEqual([{ action: 'update', path: '/p/dist/LICENSE' }, { action: 'update', path: '/p/dist/package.json' }]);
    edit(disk, '/p/dist/LICENSE', 'mine');
    expect((await run(disk, changes('{ "name": "p" }'))).why).toEqual([{ source: 'LICENSE', reason: 'its output dist/LICENSE was edited' }]);
    expect((await run(disk)).outputs.removed).toBe(2);
    expect(outputs(disk)).not.toHaveProperty('LICENSE');
  });

  it('data that is selected no more: who imports it is told, though it has not changed', async () => {
    const disk = project({ 'a.ts': "import d from './d.json' with { type: 'json' };\nexport const a: unknown = d;\n", 'd.json': '{}' });
    expect((await run(disk)).findings).toEqual([]);
    const result = await run(disk, { sources: ['src/a.ts'] });
    expect(result.findings.map(({ code, file, line }) => [code, file, line])).toEqual([['not-selected', 'src/a.ts', 1]]);
    expect(result.why).toContainEqual({ source: 'src/a.ts', reason: 'src/d.json is selected no more' });
    expect(outputs(disk)).toEqual({});
  });

  it('sees edits that no stat shows: same size, same tick of the file system', async () => {
    const disk = project({ 'a.ts': 'export const a = 1;\n' });
    const inSeconds = (stat: FileStat) => ({ ...stat, mtimeMs: Math.floor(stat.mtimeMs / 1000) * 1000, ctimeMs: Math.floor(stat.ctimeMs / 1000) * 1000 });
    const coarse = { ...disk, write: (path: string, content: Uint8Array | string) => inSeconds(disk.write(path, content)), stat: (path: string) => {
      const stat = disk.stat(path);
      return stat && inSeconds(stat);
    } };
    const compiled = async () => {
      const outcome = await compile(requestFor(disk), { disk: coarse, clock: { now: () => disk.now(), elapsed: () => disk.now() } });
      return outcome.ok ? outcome.value.sources.compiled : outcome.failures;
    };
    disk.write('/p/src/a.ts', 'export const a = 1;\n');
    expect(disk.now() % 1000).toBeLessThan(900);
    expect(await compiled()).toBe(1);
    const seen = coarse.stat('/p/src/a.ts');
    disk.write('/p/src/a.ts', 'export const a = 2;\n');
    disk.write('/p/dist/a.d.ts', 'export declare const a = 3;\n');
    expect(coarse.stat('/p/src/a.ts')).toEqual(seen);
    expect(await compiled()).toBe(1);
    expect(outputs(disk)).toEqual({ 'a.js': 'export const a = 2;\n', 'a.d.ts': 'export declare const a = 2;\n' });
    disk.write('/p/dist/a.js', 'export const a = 9;\n');
    expect(await compiled()).toBe(1);
    expect(outputs(disk)['a.js']).toBe('export const a = 2;\n');
    disk.tick(60_000);
    await compiled();
    disk.tick(60_000);
    disk.forget();
    expect(await compiled()).toBe(0);
    expect(disk.calls.filter(({ method }) => method === 'read').map(({ path }) => path)).toEqual(['/p/dist/.conductor-compile']);
  });
});
