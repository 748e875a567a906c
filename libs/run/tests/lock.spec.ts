import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { manifestClean, projectAt } from '@nx-conductor/run';
import { below, codes, edit, EDITION, MADE, run, workspace } from './bench';

const PROJECT = '/ws/app';
/** The whole by `npm run test:torture`. */
const ROUNDS = process.env['CONDUCTOR_TORTURE'] ? 200 : 20;
const changeSpec = (disk: MemoryDisk, n: number) => edit(disk, '/ws/app/spec.json', `{"letters":{"Alpha":{"n":${n}},"Beta":{"n":2}}}`);

/** What the output folder and the manifest hold. */
const truth = (disk: MemoryDisk) => ({ ...below(disk, '/ws/app/out'), ...below(disk, '/ws/.conductor/manifests') });

/** Fails when anything of the project is changed by a run that does not hold its lock. */
function guarded(disk: MemoryDisk): MemoryDisk {
  disk.before(({ mutates, path }) => {
    if (mutates && /^\/ws\/(app\/out|\.conductor\/manifests)/.test(path) && !disk.locked.has(PROJECT)) throw new Error(`${path} is changed without the lock`);
  });
  return disk;
}

describe('runs on one project at once', () => {
  it('come one after the other: the second waits, says for whom, and finds the work done', async () => {
    const disk = guarded(workspace());
    const told: string[] = [];
    const onWait = (holder: string) => void told.push(holder);
    const [first, second] = await Promise.all([run(disk, { onWait }), run(disk, { onWait })]);
    expect([first, second].map((result) => [codes(result), result.jobs.ran])).toEqual([[[], 3], [[], 0]]);
    expect(told).toEqual(['process 7 on memory, since 1970-01-01T00:00:00.000Z']);
    expect(below(disk, '/ws/app/out')).toEqual(MADE);
    expect(disk.locked).toEqual(new Set());
  });

  it('never interleave, fail or leave a lock, however many there are and whatever they do', async () => {
    const disk = guarded(workspace());
    for (let round = 0; round < ROUNDS; round++) {
      disk.forget();
      changeSpec(disk, round);
      const results = await Promise.all([run(disk), run(disk, { force: true }), run(disk, { cache: false }), run(disk)]);
      expect(results.flatMap(codes)).toEqual([]);
      const clean = workspace();
      changeSpec(clean, round);
      await run(clean);
      expect(truth(disk)).toEqual(truth(clean));
    }
    expect(disk.locked).toEqual(new Set());
  }, 60_000);

  it('plan on what the other left: --check waits, and sees no half of it', async () => {
    const disk = workspace();
    await run(disk);
    changeSpec(disk, 5);
    const [written, checked] = await Promise.all([run(disk), run(disk, { check: true })]);
    expect([codes(written), codes(checked)]).toEqual([[], []]);
  });

  it('leave other projects alone', async () => {
    const disk = workspace({ '/ws/b/conductor.json': '{"specs":[],"patterns":[]}' });
    disk.locked.add('/ws/b');
    expect(codes(await run(disk))).toEqual([]);
  });
});

describe('a lock that another holds for good', () => {
  it('is the failure "locked" after a minute, and nothing is written', async () => {
    const disk = workspace();
    await run(disk);
    changeSpec(disk, 9);
    disk.locked.add(PROJECT);
    const before = truth(disk);
    const started = disk.now();
    const result = await run(disk);
    expect(result.failures).toEqual([{ code: 'locked', place: { file: 'app' }, holder: 'process 7 on memory, since 1970-01-01T00:00:00.000Z' }]);
    expect(disk.now() - started).toBeLessThan(60_000 + 62_000);
    expect(truth(disk)).toEqual(before);
    expect((await manifestClean(createMemoryMachine(disk), EDITION, projectAt(disk, PROJECT), { dryRun: false }))).toMatchObject({ ok: false, failures: [{ code: 'locked' }] });
    disk.locked.clear();
    expect(codes(await run(disk))).toEqual([]);
  });

  it('does not keep anyone from learning that nothing changed', async () => {
    const disk = workspace();
    await run(disk);
    disk.locked.add(PROJECT);
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { ran: 0 } });
    expect(await run(disk, { check: true })).toMatchObject({ failures: [] });
  });
});

describe('the lock is released', () => {
  it.each([
    ['after bad input', '{', {}],
    ['after a refusal by a template', '{"letters":{"Alpha":null}}', {}],
    ['after --dry-run', '{"letters":{}}', { dryRun: true }],
  ])('%s', async (_, spec, options) => {
    const disk = workspace();
    edit(disk, '/ws/app/spec.json', spec);
    await run(disk, options);
    expect(disk.locked).toEqual(new Set());
  });

  it('after a bug', async () => {
    const disk = workspace();
    disk.before(({ method, path }) => {
      if (method === 'rename' && path.startsWith('/ws/app/out')) throw new Error('bug');
    });
    await expect(run(disk)).rejects.toThrow('bug');
    expect(disk.locked).toEqual(new Set());
  });
});
