import { answerThread, compile, lookAhead, type Ahead, type CompileMachine, type CompileResult } from '@nx-conductor/compile';
import { DiskError } from '@nx-conductor/core';
import type { MemoryDisk } from '@nx-conductor/testkit';
import { edit, outputs, project, requestFor, type Changes } from './bench';

const MANIFEST = '/p/dist/.conductor-compile';

/** Enough for a thread to look ahead. */
const MANY = 2600;

const texts = Object.fromEntries(Array.from({ length: MANY }, (_, n) => [`m${n % 26}/f${n}.ts`, `export const v${n}: number = ${n};\n`]));

/** A machine whose threads answer at once, and a count of what they are asked. */
function withThreads(disk: MemoryDisk) {
  const asked: string[] = [];
  const seen = { asked, closed: 0 };
  const machine: CompileMachine = {
    disk,
    clock: { now: () => disk.now(), elapsed: () => disk.now() },
    startThread: () => ({
      ask: async (question) => {
        asked.push((question as { kind: string }).kind);
        return structuredClone(answerThread(disk, structuredClone(question)));
      },
      close: () => Promise.resolve(void (seen.closed += 1)),
    }),
  };
  return { machine, seen };
}

/** A compile some time after what happened before, with a look ahead or without; what happens between the look and the compile is `between`. */
async function runOn(disk: MemoryDisk, changes: Changes | undefined, looksAhead: boolean, between: (disk: MemoryDisk) => void = () => undefined): Promise<{ readonly result: CompileResult; readonly asked: readonly string[]; readonly ahead: Ahead | undefined }> {
  disk.tick(60_000);
  const { machine, seen } = withThreads(disk);
  const ahead = looksAhead ? lookAhead(machine, '/p', MANIFEST, () => 2) : undefined;
  between(disk);
  const outcome = await compile(requestFor(disk, { parallel: 2, ...changes }), machine, ahead);
  await ahead?.close();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return { result: outcome.value, asked: seen.asked, ahead };
}

describe('a look ahead', () => {
  let compiled: MemoryDisk;
  beforeAll(async () => {
    compiled = project({ ...texts, 'bad.ts': 'export const broken = ;\n' });
    await runOn(compiled, undefined, false);
    // Looks closer at what was written a moment before the manifest.
    await runOn(compiled, undefined, false);
  });

  it('is the look of a run in which nothing changed: nothing is looked at twice, read or written', async () => {
    const again = compiled.copy();
    again.forget();
    const looked = await runOn(again, undefined, true);
    // What was wrong is told again.
    expect(looked.asked).toEqual(['verify', 'emit']);
    expect(looked.result.sources).toEqual({ total: MANY + 1, compiled: 0, kept: MANY, removed: 0, failed: 1 });
    const stats = again.calls.filter(({ method, path }) => method === 'stat' && path.startsWith('/p/src/m'));
    expect([stats.length, new Set(stats.map(({ path }) => path)).size]).toEqual([MANY, MANY]);
    expect(again.calls.filter(({ method, path }) => method === 'read' && path.startsWith('/p/')).map(({ path }) => path)).toEqual([MANIFEST, '/p/src/bad.ts']);
  });

  const nothing = {};
  const cases: readonly (readonly [what: string, change: (disk: MemoryDisk) => void, changes: Changes])[] = [
    ['nothing', () => undefined, nothing],
    ['a source', (disk) => edit(disk, 'm3/f3.ts', 'export const other: number = 1;\n'), nothing],
    ['a source that is mended', (disk) => edit(disk, 'bad.ts', 'export const mended: number = 1;\n'), nothing],
    ['an output that is edited', (disk) => void disk.write('/p/dist/m3/f3.js', 'x'), nothing],
    ['an output that is edited to the same size', (disk) => void disk.write('/p/dist/m3/f3.js', 'export const v3 = 4;\n'), nothing],
    ['an output that is gone', (disk) => disk.remove('/p/dist/m4/f4.d.ts'), nothing],
    ['a touched source', (disk) => disk.touch('/p/src/m5/f5.ts'), nothing],
    ['a source more', (disk) => edit(disk, 'm3/new.ts', 'export const more: number = 1;\n'), nothing],
    ['a source less', (disk) => disk.remove('/p/src/m6/f6.ts'), nothing],
    ['an option', () => undefined, { options: { newLine: 'crlf' } }],
    ['a folder', () => undefined, { options: { outDir: '/p/out', declarationDir: '/p/out' } }],
    ['the build', () => undefined, { build: 'another' }],
    ['everything, by force', () => undefined, { force: true }],
    ['a plan', (disk) => edit(disk, 'm3/f3.ts', 'export const other: number = 1;\n'), { mode: 'plan' }],
    ['the manifest, which is damaged', (disk) => void disk.write(MANIFEST, new Uint8Array(1_000_000)), nothing],
  ];

  it.each(cases)('comes to what a run without it comes to, when what changes is %s', async (_, change, changes) => {
    const [ahead, without] = [compiled.copy(), compiled.copy()];
    for (const disk of [ahead, without]) {
      disk.tick(60_000);
      change(disk);
    }
    const [first, second] = [await runOn(ahead, changes, true), await runOn(without, changes, false)];
    expect(first.ahead).toBeDefined();
    expect({ ...first.result, phases: 0 }).toEqual({ ...second.result, phases: 0 });
    expect(outputs(ahead)).toEqual(outputs(without));
  });

  it('takes what changes after it for the next run, which finds it', async () => {
    const disk = compiled.copy();
    const overtaken = await runOn(disk, undefined, true, () => edit(disk, 'm3/f3.ts', 'export const other: number = 1;\n'));
    expect(overtaken.result.sources.compiled).toBe(0);
    expect((await runOn(disk, undefined, true)).result.sources.compiled).toBe(1);
    expect(outputs(disk)['m3/f3.js']).toContain('other');
  });

  it('that the disk refuses is a failure of the run, and of a run that is about something else none', async () => {
    const disk = compiled.copy();
    disk.before(({ method, path }) => {
      if (method === 'stat' && path === '/p/src/m3/f3.ts') throw new DiskError('read', path, 'EIO');
    });
    const { machine } = withThreads(disk);
    const look = () => lookAhead(machine, '/p', MANIFEST, () => 2);
    expect(await compile(requestFor(disk, { parallel: 2 }), machine, look())).toMatchObject({ ok: false, failures: [{ code: 'disk', place: { file: '/p/src/m3/f3.ts' }, errno: 'EIO' }] });
    const other = look();
    disk.before(undefined);
    expect(await compile(requestFor(disk, { parallel: 2, build: 'another', mode: 'plan' }), machine, other)).toMatchObject({ ok: true, value: { sources: { compiled: MANY } } });
  });

  it('is for very many entries and where there are threads; its thread is the first that the run has', async () => {
    const { machine, seen } = withThreads(compiled);
    expect(lookAhead(machine, '/p', '/p/none', () => 2)).toBeUndefined();
    expect(lookAhead(machine, '/p', MANIFEST, () => 1)).toBeUndefined();
    expect(lookAhead({ disk: compiled }, '/p', MANIFEST, () => 2)).toBeUndefined();
    const small = project({ 'a.ts': 'export const a = 1;\n' });
    await runOn(small, undefined, false);
    expect(lookAhead({ ...machine, disk: small }, '/p', MANIFEST, () => 2)).toBeUndefined();
    expect(seen.asked).toEqual([]);
    const ahead = lookAhead(machine, '/p', MANIFEST, () => 2) as Ahead;
    await ahead.stop();
    const first = ahead.startThread();
    expect([seen.asked, first === ahead.startThread()]).toEqual([['verify'], false]);
    await ahead.close();
    expect(seen.closed).toBe(1);
  });
});
