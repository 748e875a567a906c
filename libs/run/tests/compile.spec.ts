import { DiskError } from '@nx-conductor/core';
import { createMemoryDisk, createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { compileProject, projectAt, type CompileOptions, type Machine } from '../src';

const EDITION = { version: '1.0.0', build: 'test', home: '/conductor' };
const OPTIONS: CompileOptions = { from: '/ws', check: false, dryRun: false, force: false, parallel: 1 };
const LIBRARY = {
  '/ws/nx.json': '{}',
  '/ws/tsconfig.base.json': '{"compilerOptions":{"target":"es2022","module":"esnext"}}',
  '/ws/ui/package.json': '{"name":"ui","type":"module"}',
  '/ws/ui/tsconfig.json': '{"extends":"../tsconfig.base.json","compilerOptions":{"outDir":"dist","rootDir":"src","declaration":true},"include":["src"]}',
  '/ws/ui/src/a.ts': 'export const a: number = 1;\n',
  '/ws/ui/src/deep/b.ts': 'export const b: number = 2;\n',
};

function start(files: Readonly<Record<string, string>> = LIBRARY, root = '/ws/ui') {
  const disk = createMemoryDisk(files);
  const taken: string[] = [];
  const memory = createMemoryMachine(disk);
  const machine: Machine = { ...memory, locks: { take: (folder, card) => (taken.push(folder), memory.locks.take(folder, card)) } };
  return { disk, taken, run: (options: Partial<CompileOptions> = {}) => compileProject(machine, EDITION, projectAt(disk, root), { ...OPTIONS, ...options }) };
}

const read = (disk: MemoryDisk) => disk.calls.filter(({ method }) => method === 'read').map(({ path }) => path);

describe('compileProject', () => {
  it('takes no lock, writes nothing and reads no source when nothing has changed', async () => {
    const { disk, taken, run } = start();
    expect(await run()).toMatchObject({ failures: [], warnings: [], sources: { total: 2, compiled: 2 } });
    expect(taken).toEqual(['/ws/ui']);
    // The manifest is older than what it tells of, from here on.
    disk.tick(5000);
    await run();
    taken.length = 0;
    disk.forget();
    expect(await run()).toMatchObject({ failures: [], sources: { compiled: 0, kept: 2 }, outputs: { written: 0 } });
    expect(taken).toEqual([]);
    // But for the record of the run.
    expect(disk.calls.filter(({ mutates, path }) => mutates && !path.startsWith('/ws/.conductor/runs'))).toEqual([]);
    const configuration = read(disk).filter((path) => path.endsWith('.json') && !path.includes('conductor.json') && !path.includes('project.json'));
    expect([...new Set(configuration)].sort()).toEqual(['/ws/tsconfig.base.json', '/ws/ui/package.json', '/ws/ui/tsconfig.json']);
    expect(read(disk).filter((path) => /\.(ts|js)$/.test(path))).toEqual([]);
  });

  it('closes the thread that got ready for very many sources, also when there is nothing to compile', async () => {
    const disk = createMemoryDisk({ ...LIBRARY, '/ws/ui/dist/.conductor-compile': 'x'.repeat(1_000_000) });
    const seen: string[] = [];
    const machine: Machine = { ...createMemoryMachine(disk), startThread: () => (seen.push('started'), { ask: () => Promise.reject(new Error('nothing to ask')), close: () => Promise.resolve(void seen.push('closed')) }) };
    const run = () => compileProject(machine, EDITION, projectAt(disk, '/ws/ui'), { ...OPTIONS, parallel: 2 });
    expect(await run()).toMatchObject({ failures: [], sources: { compiled: 2 } });
    expect(seen).toEqual(['started', 'closed']);
    disk.write('/ws/ui/dist/.conductor-compile', 'x'.repeat(1_000_000));
    disk.write('/ws/ui/tsconfig.json', '{"compilerOptions":{"outDir":"dist"},"include":["nowhere"]}');
    expect(await run()).toMatchObject({ failures: [{ code: 'missing-file' }] });
    expect(seen).toEqual(['started', 'closed', 'started', 'closed']);
  });

  it('--check and --dry-run look under the lock, and write nothing', async () => {
    const { disk, taken, run } = start();
    expect(await run({ dryRun: true })).toMatchObject({ failures: [], changes: [{ action: 'create', path: 'ui/dist/a.d.ts' }, { action: 'create', path: 'ui/dist/a.js' }, { action: 'create', path: 'ui/dist/deep/b.d.ts' }, { action: 'create', path: 'ui/dist/deep/b.js' }] });
    expect(await run({ check: true })).toMatchObject({ failures: [{ code: 'stale', changes: 4, repair: 'conductor compile ui' }] });
    expect(taken).toEqual(['/ws/ui', '/ws/ui']);
    expect(disk.calls.filter(({ mutates }) => mutates)).toEqual([]);
  });

  it('waits for a run that holds the project, and then looks again', async () => {
    const { disk, run } = start();
    disk.locked.add('/ws/ui');
    const holders: string[] = [];
    const running = run({
      onWait: (holder) => {
        holders.push(holder);
        disk.write('/ws/ui/src/a.ts', 'export const later: number = 1;\n');
        disk.locked.delete('/ws/ui');
      },
    });
    expect(await running).toMatchObject({ failures: [], sources: { compiled: 2 } });
    expect(disk.files()['/ws/ui/dist/a.js']).toContain('later');
    expect(holders).toHaveLength(1);
    expect(disk.locked.size).toBe(0);
  });

  it('tells a disk that refuses as a failure, and the next run completes what this one began', async () => {
    const { disk, run } = start();
    disk.before(({ method, path }) => {
      if (method === 'write' && path.endsWith('b.js')) throw new DiskError('write', path, 'ENOSPC');
    });
    expect(await run()).toMatchObject({ failures: [{ code: 'disk', errno: 'ENOSPC' }] });
    disk.before(undefined);
    expect(await run()).toMatchObject({ failures: [] });
    const clean = start();
    await clean.run();
    const outputs = (files: Record<string, string>) => Object.entries(files).filter(([path]) => /dist\/.*[sj]s$/.test(path));
    expect(outputs(disk.files())).toEqual(outputs(clean.disk.files()));
  });

  it('lets nothing that lies in the output folder be a source', async () => {
    const { run } = start({ ...LIBRARY, '/ws/ui/tsconfig.json': '{"extends":"../tsconfig.base.json","compilerOptions":{"outDir":"dist","rootDir":"."},"exclude":[]}', '/ws/ui/dist/old.ts': 'export {};\n' });
    expect(await run()).toMatchObject({ failures: [], sources: { total: 2 } });
    expect(await run()).toMatchObject({ failures: [], sources: { total: 2, kept: 2 } });
  });
});
