import { createMemoryDisk, createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { projectAt, runPipeline, type Machine, type PipelineOptions, type PipelineResult } from '../src';
import { lookOnce } from '../src/pipeline/looked-once';

const EDITION = { version: '1.0.0', build: 'test', home: '/conductor' };
const OPTIONS: PipelineOptions = { from: '/ws', check: false, dryRun: false, explain: false, force: false, keepGoing: false, skip: ['typecheck'], parallel: 1 };

function start() {
  const disk = createMemoryDisk({
    '/ws/nx.json': '{}',
    '/ws/.conductor/patterns/p/pattern.json': '{"id":"p","accepts":"data","outputs":[{"template":"t.ejs","forEach":"/names","to":"<%= item.value %>.ts"}]}',
    '/ws/.conductor/patterns/p/t.ejs': 'export const name: string = "<%= item.value %>";\n',
    '/ws/app/conductor.json': '{"specs":[{"adapter":"data","path":"names.json"}],"patterns":[{"use":"p"}]}',
    '/ws/app/names.json': '{"names":["anna","bert"]}',
    '/ws/app/tsconfig.json': '{"compilerOptions":{"target":"es2022","module":"esnext","outDir":"dist","rootDir":"generated"},"include":["generated"]}',
  });
  const memory = createMemoryMachine(disk);
  const taken: string[] = [];
  const machine: Machine = { ...memory, locks: { take: (folder, card) => (taken.push(folder), memory.locks.take(folder, card)) } };
  const run = (ended: () => void = () => undefined): Promise<PipelineResult> => runPipeline(machine, EDITION, projectAt(disk, '/ws/app'), OPTIONS, ended);
  return { disk, taken, run };
}

const asked = (disk: MemoryDisk, path: string) => disk.calls.filter((call) => call.method === 'stat' && call.path === path).length;
const counts = ({ phases }: PipelineResult) => phases.map((end) => ('skipped' in end ? end.skipped : end.phase === 'compile' ? end.result.sources.compiled : end.phase === 'generate' ? end.result.jobs.ran : end.phase));

describe('runPipeline', () => {
  it('with nothing changed: asks once of each artifact, reads none, looks once for patterns, takes no lock', async () => {
    const { disk, taken, run } = start();
    expect(await run()).toMatchObject({ failures: [] });
    for (const _ of ['second', 'third']) {
      disk.tick(5000);
      await run();
    }
    taken.length = 0;
    disk.tick(5000);
    disk.forget();
    expect(counts(await run())).toEqual([0, expect.stringContaining('no rules'), 0, 'as asked']);
    expect([asked(disk, '/ws/app/generated/anna.ts'), asked(disk, '/ws/app/generated/bert.ts'), asked(disk, '/ws/app/dist/anna.js')]).toEqual([1, 1, 1]);
    expect(disk.calls.filter(({ method, path }) => method === 'list' && path === '/ws/.conductor/patterns')).toHaveLength(1);
    expect(disk.calls.filter(({ method, path }) => method === 'read' && /\.(ts|js|ejs)$/.test(path))).toEqual([]);
    expect(taken).toEqual([]);
  });

  it('what is edited between two of its phases is seen by the next run', async () => {
    const { disk, run } = start();
    for (const _ of ['first', 'second']) {
      await run();
      disk.tick(5000);
    }
    const edited = await run(() => void (disk.files()['/ws/app/generated/anna.ts']?.includes('mine') || disk.write('/ws/app/generated/anna.ts', 'export const mine = 1;\n')));
    expect(edited).toMatchObject({ failures: [] });
    expect(await run()).toMatchObject({ failures: [{ code: 'conflict' }] });
  });
});

describe('lookOnce', () => {
  it('believes what it was told to, but not of a file that was written since, nor when it has forgotten', () => {
    const disk = createMemoryDisk({ '/a': '1', '/b': '2', '/c': '3' });
    const looked = lookOnce(disk);
    const sizes = () => ['/a', '/b', '/c', '/d'].map((path) => looked.disk.stat(path)?.size);
    expect(sizes()).toEqual([1, 1, 1, undefined]);
    disk.write('/a', '1111');
    expect(sizes()).toEqual([4, 1, 1, undefined]);
    looked.believe();
    disk.write('/a', '1');
    disk.write('/d', '4');
    looked.disk.write('/b', '22');
    looked.disk.rename('/b', '/c');
    expect(sizes()).toEqual([4, undefined, 2, 1]);
    looked.forget();
    expect(sizes()).toEqual([1, undefined, 2, 1]);
  });
});
