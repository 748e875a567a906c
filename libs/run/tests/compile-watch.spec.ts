import { createMemoryDisk, createMemoryMachine } from '@nx-conductor/testkit';
import { projectAt, watchRuns, type Watchable } from '../src';

interface Run extends Watchable {
  readonly did: boolean;
}

/** A watch over runs that are given one by one; a change is told by `hear`. */
function start(runs: Run[]) {
  const disk = createMemoryDisk({ '/ws/nx.json': '{}', '/ws/p/tsconfig.json': '{}', '/ws/p/src/a.ts': '', '/ws/p/dist/a.js': '', '/ws/.conductor/manifests/p.json': '' });
  const heard = new Map<string, (path: string) => void>();
  const told: Run[] = [];
  let ran = 0;
  let stop: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (stop = resolve));
  const over = watchRuns<Run>(createMemoryMachine(disk), projectAt(disk, '/ws/p'), {
    until,
    watchFolder: (folder, hear) => (heard.set(folder, hear), { close: () => void heard.delete(folder) }),
    run: () => Promise.resolve(runs[Math.min(ran++, runs.length - 1)] as Run),
    didSomething: ({ did }) => did,
    ran: (run) => void told.push(run),
    deaf: () => undefined,
  });
  const settle = async () => {
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  return { told, heard, settle, ran: () => ran, end: () => (stop(), over), hear: (path: string) => [...heard].find(([folder]) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))?.[1](path) };
}

const PLACES = { files: ['/ws/p/tsconfig.json', '/ws/.conductor/manifests/p.json'], folders: ['/ws/p/src', '/ws/p'], outputs: ['/ws/p/dist'] };
const FAILURE = { code: 'locked', place: { file: 'p' }, holder: 'x' } as const;
const quiet: Run = { did: false, failures: [], places: PLACES };
const busy: Run = { ...quiet, did: true };
const broken: Run = { did: false, failures: [FAILURE] };

describe('watchRuns', () => {
  it('runs once more when it listens in new places, tells the first run, and hears sources and configuration', async () => {
    const watch = start([quiet]);
    await watch.settle();
    expect([watch.ran(), watch.told.length, [...watch.heard.keys()].sort()]).toEqual([2, 1, ['/ws/.conductor/manifests', '/ws/p', '/ws/p/src']]);
    for (const path of ['/ws/p/src/a.ts', '/ws/p/tsconfig.json', '/ws/.conductor/manifests/p.json']) {
      const before = watch.ran();
      watch.hear(path);
      await watch.settle();
      expect([path, watch.ran() - before, watch.told.length]).toEqual([path, 1, 1]);
    }
    await watch.end();
    expect(watch.heard.size).toBe(0);
  });

  it('does not hear its own outputs', async () => {
    const watch = start([quiet]);
    await watch.settle();
    const before = watch.ran();
    watch.hear('/ws/p/dist');
    watch.hear('/ws/.conductor/manifests/other.json');
    watch.hear('/ws/p/dist/a.js');
    await watch.settle();
    expect(watch.ran()).toBe(before);
    await watch.end();
  });

  it('tells what did something, failed or was mended, and keeps its places while something is broken', async () => {
    const watch = start([busy, quiet, broken, broken, quiet, quiet]);
    await watch.settle();
    for (let change = 0; change < 4; change++) {
      watch.hear('/ws/p/src/a.ts');
      await watch.settle();
    }
    expect(watch.told).toEqual([busy, broken, broken, quiet]);
    await watch.end();
  });
});
