import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { manifestStatus, projectAt } from '@nx-conductor/run';
import { codes, edit, run, workspace } from './bench';

const ALPHA = '/ws/app/out/letters/alpha.txt';
const BASES = '/ws/.conductor/cache/bases/app';
const generated = (n: number) => `Alpha\n\none\n\n\nn = ${n}\n\n\nend\n`;
const spec = (n: number) => JSON.stringify({ letters: { Alpha: { n }, Beta: { n: 2 } } });

/** A workspace whose `alpha.txt` has room for changes at its beginning and elsewhere, generated once. */
async function bench(): Promise<MemoryDisk> {
  const disk = workspace({ '/ws/.conductor/patterns/letters/letter.ejs': '<%= item.name %>\n\none\n\n\nn = <%= item.n %>\n\n\nend\n' });
  await run(disk);
  expect(disk.files()[ALPHA]).toBe(generated(1));
  return disk;
}

const MERGE = { onConflict: 'merge' } as const;
const status = (disk: MemoryDisk) => manifestStatus(createMemoryMachine(disk), projectAt(disk, '/ws/app'));
const mine = (text: string) => text.replace('one', 'mine');

describe('--on-conflict merge', () => {
  it('puts what the generator changed into the edited text, which is a kept edit from then on', async () => {
    const disk = await bench();
    edit(disk, ALPHA, mine(generated(1)));
    edit(disk, '/ws/app/spec.json', spec(5));
    const result = await run(disk, MERGE);
    expect(result).toMatchObject({ failures: [], steps: [{ action: 'update', conflict: 'edited', merged: true }] });
    expect(disk.files()[ALPHA]).toBe(mine(generated(5)));
    expect(status(disk)).toMatchObject({ kept: ['out/letters/alpha.txt'], edited: [], missing: [] });
    expect(await run(disk)).toMatchObject({ failures: [], unchanged: true });
  });

  it('goes on from there, change by change', async () => {
    const disk = await bench();
    edit(disk, ALPHA, mine(generated(1)));
    for (const n of [5, 6, 7]) {
      edit(disk, '/ws/app/spec.json', spec(n));
      expect(codes(await run(disk))).toEqual(['conflict']);
      expect(codes(await run(disk, MERGE))).toEqual([]);
      expect(disk.files()[ALPHA]).toBe(mine(generated(n)));
    }
  });

  it('has what was generated last as its base also after an edit that was kept as it was', async () => {
    const disk = await bench();
    edit(disk, ALPHA, mine(generated(1)));
    edit(disk, '/ws/app/spec.json', spec(5));
    await run(disk, { onConflict: 'keep' });
    expect(disk.files()[ALPHA]).toBe(mine(generated(1)));
    edit(disk, '/ws/app/spec.json', spec(6));
    // The generator went from 5 to 6 where the edit has 1: both differ from the base.
    expect((await run(disk, MERGE)).failures).toMatchObject([{ merge: 'overlaps' }]);
  });

  it('keeps an edit of a text that did not change', async () => {
    const disk = await bench();
    disk.remove(BASES);
    edit(disk, ALPHA, mine(generated(1)));
    expect(await run(disk, MERGE)).toMatchObject({ failures: [], steps: [] });
    expect(disk.files()[ALPHA]).toBe(mine(generated(1)));
    expect(codes(await run(disk))).toEqual([]);
  });

  it('makes an edit that is what is generated now an artifact like any other', async () => {
    const disk = await bench();
    edit(disk, ALPHA, generated(5));
    edit(disk, '/ws/app/spec.json', spec(5));
    expect(codes(await run(disk, MERGE))).toEqual([]);
    expect(status(disk)).toMatchObject({ kept: [], edited: [], unchanged: 3 });
  });

  it('leaves overlaps as a conflict with markers in its diff, and writes nothing, also not what would merge', async () => {
    const disk = await bench();
    const beta = '/ws/app/out/letters/beta.txt';
    edit(disk, ALPHA, generated(3));
    edit(disk, beta, mine(disk.files()[beta] as string));
    edit(disk, '/ws/app/spec.json', JSON.stringify({ letters: { Alpha: { n: 5 }, Beta: { n: 6 } } }));
    const before = disk.files();
    const result = await run(disk, MERGE);
    expect(result.failures).toEqual([{ code: 'conflict', place: { file: 'app/out/letters/alpha.txt' }, kind: 'edited', merge: 'overlaps', diff: expect.stringContaining('+>>>>>>> generated') }]);
    expect(disk.files()[ALPHA]).toBe(before[ALPHA]);
    expect(disk.files()[beta]).toBe(before[beta]);
    expect(disk.files()['/ws/.conductor/manifests/app.json']).toBe(before['/ws/.conductor/manifests/app.json']);
  });

  it('says that the base is gone, and that a file is no text', async () => {
    const disk = await bench();
    edit(disk, ALPHA, mine(generated(1)));
    edit(disk, '/ws/app/spec.json', spec(5));
    edit(disk, BASES, (disk.files()[BASES] as string).replaceAll('Alpha', 'alpha'));
    expect((await run(disk, MERGE)).failures).toMatchObject([{ code: 'conflict', merge: 'base-missing' }]);
    disk.remove(BASES);
    expect((await run(disk, MERGE)).failures).toMatchObject([{ code: 'conflict', merge: 'base-missing' }]);
    disk.write(ALPHA, Buffer.from([0xff, 0xfe, 0x0a]));
    expect((await run(disk, MERGE)).failures).toMatchObject([{ code: 'conflict', merge: 'not-text' }]);
  });

  it('shows with --check what it would write, and never touches a file that is not ours', async () => {
    const disk = await bench();
    edit(disk, ALPHA, mine(generated(1)));
    edit(disk, '/ws/app/spec.json', spec(5));
    const checked = await run(disk, { ...MERGE, check: true });
    expect(codes(checked)).toEqual(['stale']);
    expect(checked.diffs.join()).toContain('-n = 1\n+n = 5');
    expect(checked.diffs.join()).not.toContain('+one');
    const foreign = workspace({ [ALPHA]: 'theirs\n' });
    expect((await run(foreign, MERGE)).failures).toMatchObject([{ code: 'conflict', kind: 'foreign' }]);
  });
});

describe('the generated texts that are remembered for merges', () => {
  it('are few: what is out of date goes when it is more than what is current', async () => {
    const disk = await bench();
    const long = (n: number) => JSON.stringify({ letters: { Alpha: { n }, Beta: { n: 'x'.repeat(400_000) + n } } });
    for (let n = 10; n < 16; n++) {
      edit(disk, '/ws/app/spec.json', long(n));
      await run(disk);
    }
    expect((disk.files()[BASES] as string).length).toBeLessThan(2_200_000);
    edit(disk, ALPHA, mine(generated(15)));
    edit(disk, '/ws/app/spec.json', long(16));
    expect(codes(await run(disk, MERGE))).toEqual([]);
    expect(disk.files()[ALPHA]).toBe(mine(generated(16)));
  });

  it('are not remembered by a run without cache', async () => {
    const disk = workspace();
    await run(disk, { cache: false });
    expect(disk.files()[BASES]).toBeUndefined();
  });
});
