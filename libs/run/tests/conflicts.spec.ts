import { below, codes, edit, MADE, run, workspace } from './bench';

const ALPHA = '/ws/app/out/letters/alpha.txt';
const changeSpec = (disk: ReturnType<typeof workspace>) => edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{"n":9},"Beta":{"n":8}}}');

describe('an artifact that was edited by hand', () => {
  it('is a conflict with a diff, and nothing else is written', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, ALPHA, 'mine\n');
    changeSpec(disk);
    const before = below(disk, '/ws/app');
    const result = await run(disk);
    expect(result.failures).toEqual([{ code: 'conflict', place: { file: 'app/out/letters/alpha.txt' }, kind: 'edited', diff: expect.stringContaining('-mine\n') }]);
    expect(result.artifacts.conflicts).toBe(1);
    expect(below(disk, '/ws/app')).toEqual(before);
  });

  it('is a conflict also when nothing else changed, and when its size and time are as before', async () => {
    const disk = workspace();
    await run(disk);
    await run(disk);
    edit(disk, ALPHA, (MADE[ALPHA] as string).replace('1', '2'));
    expect(codes(await run(disk))).toEqual(['conflict']);
  });

  it('stays with keep, and goes on to count as edited', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, ALPHA, 'mine\n');
    changeSpec(disk);
    expect(await run(disk, { onConflict: 'keep' })).toMatchObject({ failures: [], artifacts: { updated: 1, conflicts: 0 } });
    expect(disk.files()[ALPHA]).toBe('mine\n');
    expect(codes(await run(disk))).toEqual(['conflict']);
  });

  it('is replaced with overwrite', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, ALPHA, 'mine\n');
    expect(await run(disk, { onConflict: 'overwrite' })).toMatchObject({ failures: [], artifacts: { updated: 1 } });
    expect(below(disk, '/ws/app/out')).toEqual(MADE);
    expect(codes(await run(disk))).toEqual([]);
  });

  it('is not removed when it became stale', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, ALPHA, 'mine\n');
    edit(disk, '/ws/app/spec.json', '{"letters":{"Beta":{"n":2}}}');
    expect(codes(await run(disk))).toEqual(['conflict']);
    expect((await run(disk, { onConflict: 'keep' })).failures).toEqual([]);
    expect(disk.files()[ALPHA]).toBe('mine\n');
    // Its record is dropped: it is theirs now.
    expect(disk.files()['/ws/.conductor/manifests/app.json']).not.toContain('alpha.txt');
  });

  it('is kept when conductor.json says so', async () => {
    const disk = workspace();
    edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"output"', '"onConflict":"keep","output"'));
    await run(disk);
    edit(disk, ALPHA, 'mine\n');
    expect(codes(await run(disk))).toEqual([]);
    expect(disk.files()[ALPHA]).toBe('mine\n');
  });
});

describe('a file that Conductor never made', () => {
  it('is a conflict where an artifact should go', async () => {
    const disk = workspace({ [ALPHA]: 'theirs\n' });
    const result = await run(disk);
    expect(result.failures).toMatchObject([{ code: 'conflict', kind: 'foreign' }]);
    expect(below(disk, '/ws/app/out')).toEqual({ [ALPHA]: 'theirs\n' });
  });

  it('is left alone with keep, and never becomes ours', async () => {
    const disk = workspace({ [ALPHA]: 'theirs\n' });
    expect((await run(disk, { onConflict: 'keep' })).failures).toEqual([]);
    expect(disk.files()[ALPHA]).toBe('theirs\n');
    edit(disk, '/ws/app/spec.json', '{"letters":{}}');
    expect((await run(disk)).failures).toEqual([]);
    expect(disk.files()[ALPHA]).toBe('theirs\n');
  });

  it('is never touched elsewhere in the output folder', async () => {
    const disk = workspace({ '/ws/app/out/letters/notes.md': 'notes' });
    await run(disk);
    edit(disk, '/ws/app/spec.json', '{"letters":{}}');
    await run(disk);
    expect(disk.files()['/ws/app/out/letters/notes.md']).toBe('notes');
  });

  it('is taken over when it holds exactly what would be written: a lost manifest costs nothing', async () => {
    const disk = workspace();
    await run(disk);
    disk.remove('/ws/.conductor/manifests/app.json');
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { kept: 3, created: 0 } });
    expect((await run(disk)).jobs.ran).toBe(0);
  });

  it('is not replaced when it is a folder, whatever is asked', async () => {
    const disk = workspace({ [`${ALPHA}/inside.txt`]: 'x' });
    expect(codes(await run(disk, { onConflict: 'overwrite' }))).toEqual(['conflict']);
    expect(disk.files()[`${ALPHA}/inside.txt`]).toBe('x');
  });
});
