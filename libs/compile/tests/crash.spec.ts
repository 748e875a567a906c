import { compile } from '@nx-conductor/compile';
import { createStoppingDisk, Stopped, type MemoryDisk, type StopPoint } from '@nx-conductor/testkit';
import { edit, outputs, project, requestFor, run, tree, type Changes, type Texts } from './bench';

/** Every call with `CONDUCTOR_TORTURE`, and every call of every recovery; else a part of them. */
const TORTURE = process.env['CONDUCTOR_TORTURE'] !== undefined;

interface Scenario {
  readonly name: string;
  readonly before?: (disk: MemoryDisk) => Promise<void>;
  readonly changes?: Changes;
  /** Between the stop and the recovery. */
  readonly meanwhile?: (disk: MemoryDisk) => void;
  /** Of the recovery, when it is not that of the run which was stopped. */
  readonly then?: Changes;
}

const FILES: Texts = {
  'a.ts': 'export const a: number = 1;\n',
  'b.ts': "export { a } from './a.js';\n",
  'deep/c.ts': 'export interface C { readonly c: string }\n',
  'data.json': '{ "n": 1 }\n',
};

const set = (path: string, text: string | undefined) => (disk: MemoryDisk) => edit(disk, path, text);
const mapped: Changes = { options: { sourceMap: true, declarationMap: true } };
const asset: Changes = { copies: [{ from: '/p/src/data.json', to: 'assets/data.json' }], texts: [{ to: 'package.json', text: '{}\n' }] };
const changed = async (disk: MemoryDisk): Promise<void> => {
  await run(disk);
  edit(disk, 'a.ts', 'export const a: string = "longer than before";\n');
  edit(disk, 'deep/c.ts', undefined);
  edit(disk, 'deep/er/d.ts', 'export const d = 4;\n');
};

const mended = async (disk: MemoryDisk): Promise<void> => {
  edit(disk, 'a.ts', 'export const a = ;\n');
  await run(disk);
  edit(disk, 'a.ts', 'export const a = 1;\n');
};

const SCENARIOS: readonly Scenario[] = [
  { name: 'from nothing' },
  { name: 'from nothing, with maps, copies and texts', changes: { ...mapped, ...asset } },
  { name: 'from nothing, then a source goes', meanwhile: set('b.ts', undefined) },
  { name: 'from nothing, then every source changes', meanwhile: (disk) => ['a.ts', 'b.ts', 'deep/c.ts'].forEach((path) => edit(disk, path, 'export {};\n')) },
  { name: 'changed, new and gone', before: changed },
  { name: 'changed, then back as it was', before: changed, meanwhile: (disk) => [set('a.ts', FILES['a.ts']), set('deep/c.ts', FILES['deep/c.ts']), set('deep/er/d.ts', undefined)].forEach((step) => step(disk)) },
  { name: 'changed, then the new one goes', before: changed, meanwhile: set('deep/er/d.ts', undefined) },
  { name: 'changed, then broken', before: changed, meanwhile: set('a.ts', 'export const a = ;\n') },
  { name: 'broken', before: async (disk) => (await run(disk), edit(disk, 'a.ts', 'export const a = ;\n')) },
  { name: 'mended', before: mended },
  { name: 'mended, then without declarations', before: mended, then: { options: { declaration: false } } },
  { name: 'mended, then the source goes', before: mended, meanwhile: set('a.ts', undefined) },
  { name: 'another layout', before: async (disk) => void (await run(disk)), changes: { options: { declarationDir: '/p/dist/types', sourceMap: true } } },
  { name: 'another layout, and back', before: async (disk) => void (await run(disk)), changes: { options: { declarationDir: '/p/dist/types', sourceMap: true } }, then: {} },
  { name: 'options', before: async (disk) => void (await run(disk)), changes: { options: { newLine: 'crlf' } } },
  { name: 'manifest lost', before: async (disk) => (await run(disk), edit(disk, '/p/dist/.conductor-compile', undefined), edit(disk, 'a.ts', 'export const a = 2;\n')) },
];

/** Runs in a process that stops at a point, if one is given. */
async function runStopped(disk: MemoryDisk, changes: Changes | undefined, stop?: StopPoint): Promise<readonly StopPoint[] | 'stopped'> {
  disk.tick(60_000);
  const stopping = createStoppingDisk(disk, stop);
  try {
    const outcome = await compile(requestFor(disk, changes), { disk: stopping.disk, clock: { now: () => disk.now(), elapsed: () => disk.now() } });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
    return stopping.points();
  } catch (error) {
    if (error instanceof Stopped) return 'stopped';
    throw error;
  }
}

async function clean(disk: MemoryDisk, changes: Changes | undefined): Promise<Record<string, string>> {
  const fresh = project(Object.fromEntries(Object.entries(disk.files()).filter(([path]) => path.startsWith('/p/src/'))));
  for (const path of ['/p/src/deep', '/p/src/deep/er']) if (disk.stat(path)) fresh.makeDirectory(path);
  await run(fresh, changes);
  return tree(fresh);
}

describe('a compile that is stopped at any call, and again while it recovers', () => {
  let points = 0;
  it.each(SCENARIOS)('$name: it ends as from nothing', async ({ before, changes, meanwhile, then = changes }) => {
    const start = project(FILES);
    await before?.(start);
    const all = await runStopped(start.copy(), changes);
    if (all === 'stopped') throw new Error('nothing stops it');
    let ways = 0;
    for (const stop of all) {
      const left = start.copy();
      expect(await runStopped(left, changes, stop)).toBe('stopped');
      meanwhile?.(left);
      const expected = await clean(left, then);
      const recovered = left.copy();
      const again = await runStopped(recovered, then);
      points += 1;
      expect([stop, tree(recovered)]).toEqual([stop, expected]);
      const settled = await run(recovered, then);
      expect([stop, settled.changes]).toEqual([stop, []]);
      if (again === 'stopped') throw new Error('nothing stops it');
      for (const second of again) {
        if (!TORTURE && ways++ % 17 !== 0) continue;
        const twice = left.copy();
        expect(await runStopped(twice, then, second)).toBe('stopped');
        await run(twice, then);
        points += 1;
        expect([stop, second, tree(twice)]).toEqual([stop, second, expected]);
      }
    }
  });

  it('tried enough points', () => {
    expect(points).toBeGreaterThan(TORTURE ? 4000 : 400);
  });
});

describe('damage', () => {
  it('one bit of the manifest: everything is compiled again, and nothing is said but why', async () => {
    const disk = project(FILES);
    await run(disk);
    const good = disk.read('/p/dist/.conductor-compile') as Uint8Array;
    const expected = outputs(disk);
    const places = Array.from({ length: TORTURE ? good.length : 60 }, (_, n) => (TORTURE ? n : Math.floor((n * good.length) / 60)));
    for (const at of places) {
      const bad = Uint8Array.from(good);
      bad[at] = (bad[at] as number) ^ (1 << (at % 8));
      disk.tick(60_000);
      disk.write('/p/dist/.conductor-compile', bad);
      edit(disk, '/p/dist/a.js', 'torn');
      const result = await run(disk);
      expect([at, result.why.map(({ reason }) => reason)]).toEqual([at, Array(4).fill('the manifest is damaged')]);
      expect([at, outputs(disk)]).toEqual([at, expected]);
    }
  });

  it('a manifest that is cut off, empty or a folder', async () => {
    for (const harm of [(disk: MemoryDisk) => disk.write('/p/dist/.conductor-compile', ''), (disk: MemoryDisk) => disk.write('/p/dist/.conductor-compile', (disk.read('/p/dist/.conductor-compile') as Uint8Array).subarray(0, 99))]) {
      const disk = project(FILES);
      await run(disk);
      disk.tick(60_000);
      harm(disk);
      expect((await run(disk)).sources).toMatchObject({ compiled: 4 });
      expect((await run(disk)).sources).toMatchObject({ compiled: 0 });
    }
  });
});
