import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { whyArtifact, type WhyArtifact } from '@nx-conductor/run';
import { edit, EDITION, run, workspace } from './bench';

const ALPHA = '/ws/app/out/letters/alpha.txt';

async function why(disk: MemoryDisk, path: string, cwd = '/ws'): Promise<WhyArtifact> {
  const told = await whyArtifact(createMemoryMachine(disk), EDITION, cwd, path);
  if (!told.ok) throw new Error(JSON.stringify(told.failures));
  return told.value;
}

/** The reads as lines. */
const lines = ({ reads }: WhyArtifact) => reads.map(({ source, pointer, kind, seen }) => `${source}${pointer} ${kind} ${seen}`);

async function made(): Promise<MemoryDisk> {
  const disk = workspace();
  await run(disk);
  disk.tick(60_000);
  return disk;
}

describe('why an artifact is as it is', () => {
  it('tells the job, what it used whole, and every value that it read; and writes nothing', async () => {
    const disk = await made();
    const before = disk.files();
    const told = await why(disk, 'app/out/letters/alpha.txt');
    expect(told).toMatchObject({
      path: 'out/letters/alpha.txt',
      state: 'as written',
      job: 'letters/letter.ejs ← spec#/letters/Alpha',
      reason: 'pattern letters makes it from /letters #/letters/Alpha of app/spec.json',
      known: 'last run',
      changed: undefined,
    });
    expect(Object.keys(told.uses)).toEqual(expect.arrayContaining(['template letter.ejs', 'template head.ejs', 'helpers', 'rule', 'item', 'engine']));
    expect(lines(told)).toContain('spec spec/letters/Alpha/n value 1');
    expect(lines(told).join('\n')).not.toContain('Beta');
    expect(disk.files()).toEqual(before);
  });

  it('tells of a job over the whole document which keys it read, in their order', async () => {
    expect(lines(await why(await made(), 'out/index.txt', '/ws/app'))).toContain('spec spec/letters keys keys Alpha, Beta');
  });

  it('tells what changed since, and only for those whom it concerns', async () => {
    const disk = await made();
    edit(disk, '/ws/app/spec.json', JSON.stringify({ letters: { Alpha: { n: 3 }, Beta: { n: 2 } } }));
    expect(await why(disk, ALPHA)).toMatchObject({ changed: 'spec spec#/letters/Alpha/n: 1 → 3', known: 'last run' });
    expect(await why(disk, 'app/out/letters/beta.txt')).toMatchObject({ changed: undefined });
    await run(disk);
    expect(await why(disk, ALPHA)).toMatchObject({ changed: undefined });
    // The later of two traces.
    expect(lines(await why(disk, ALPHA))).toContain('spec spec/letters/Alpha/n value 3');
  });

  it('takes any path that leads there, also through links', async () => {
    const disk = await made();
    disk.symlink('/ws', '/link');
    for (const [path, cwd] of [['app/out/index.txt', '/link'], ['../index.txt', '/ws/app/out/letters'], ['/link/app/out/index.txt', '/']] as const) {
      expect(await why(disk, path, cwd)).toMatchObject({ path: 'out/index.txt', state: 'as written' });
    }
  });

  it('tells what lies there', async () => {
    const disk = await made();
    edit(disk, ALPHA, 'mine\n');
    expect(await why(disk, ALPHA)).toMatchObject({ state: 'edited', changed: 'its artifact is not as it was written' });
    await run(disk, { onConflict: 'keep' });
    expect(await why(disk, ALPHA)).toMatchObject({ state: 'kept', changed: undefined });
    disk.remove(ALPHA);
    expect(await why(disk, ALPHA)).toMatchObject({ state: 'missing', changed: 'its artifact is missing' });
    // So it is: nothing else makes its job run.
    expect(await run(disk, { explain: true })).toMatchObject({ jobs: { ran: 1 }, why: [{ reason: 'its artifact is missing' }] });
  });

  it('tells that nothing makes it any more', async () => {
    const disk = await made();
    edit(disk, '/ws/app/spec.json', '{"letters":{"Beta":{"n":2}}}');
    expect(await why(disk, ALPHA)).toMatchObject({ changed: 'no pattern makes it any more' });
    disk.remove('/ws/.conductor/cache/traces/app');
    expect(await why(disk, ALPHA)).toMatchObject({ changed: 'no pattern makes it any more', reads: [] });
  });

  it('finds out by running the job when the cache is gone, and writes nothing', async () => {
    const disk = await made();
    const known = await why(disk, ALPHA);
    disk.remove('/ws/.conductor/cache/traces/app');
    const before = disk.files();
    const told = await why(disk, ALPHA);
    expect(told).toMatchObject({ known: 'now', changed: 'nothing is known of an earlier run', state: 'as written' });
    expect(lines(told)).toEqual(lines(known));
    expect(told.uses).toEqual(known.uses);
    expect(disk.files()).toEqual(before);
  });

  it('says what is not an artifact, with the nearest that is, and where there is no project', async () => {
    const disk = await made();
    const machine = createMemoryMachine(disk);
    expect(await whyArtifact(machine, EDITION, '/ws/app', 'out/letters/alpa.txt')).toMatchObject({ ok: false, failures: [{ code: 'unknown-name', what: 'artifact', name: 'out/letters/alpa.txt', known: expect.arrayContaining(['out/letters/alpha.txt']) }] });
    expect(await whyArtifact(machine, EDITION, '/ws', 'nowhere/x.ts')).toMatchObject({ ok: false, failures: [{ code: 'missing-file' }] });
    edit(disk, '/ws/app/spec.json', '{');
    expect(await whyArtifact(machine, EDITION, '/ws', ALPHA)).toMatchObject({ ok: false, failures: [{ code: 'syntax' }] });
  });
});
