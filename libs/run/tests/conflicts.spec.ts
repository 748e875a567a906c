import { describe as sentences } from '@nx-conductor/core';
import { createMemoryMachine } from '@nx-conductor/testkit';
import { guardLine, manifestStatus, projectAt } from '@nx-conductor/run';
import { below, codes, edit, EDITION, MADE, run, workspace } from './bench';

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

  it('stays with keep', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, ALPHA, 'mine\n');
    changeSpec(disk);
    expect(await run(disk, { onConflict: 'keep' })).toMatchObject({ failures: [], artifacts: { updated: 1, conflicts: 0 } });
    expect(disk.files()[ALPHA]).toBe('mine\n');
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

describe('a hand edit that was kept', () => {
  /** A workspace in which `alpha.txt` was edited, and the edit kept when the spec had changed. */
  async function keptEdit(changes: Parameters<typeof workspace>[0] = {}): Promise<ReturnType<typeof workspace>> {
    const disk = workspace(changes);
    await run(disk);
    edit(disk, ALPHA, 'mine\n');
    changeSpec(disk);
    await run(disk, { onConflict: 'keep' });
    return disk;
  }
  const status = (disk: ReturnType<typeof workspace>) => manifestStatus(createMemoryMachine(disk), projectAt(disk, '/ws/app'));

  it('is not asked again, and a run in which nothing changed does nothing', async () => {
    const disk = await keptEdit();
    for (const options of [{}, { check: true }, { dryRun: true }]) {
      expect(await run(disk, options)).toMatchObject({ failures: [], unchanged: true, jobs: { ran: 0, kept: 3 }, artifacts: { kept: 3 } });
    }
    expect(disk.files()[ALPHA]).toBe('mine\n');
  });

  it.each([['without', {}], ['with', { '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'out', format: 'oxfmt' }) }]])('%s a formatter: costs no job when other things change, and none with --force is asked', async (_, changes) => {
    const disk = await keptEdit(changes);
    edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{"n":9},"Beta":{"n":5}}}');
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { ran: 1 }, artifacts: { updated: 1 } });
    expect(await run(disk, { force: true })).toMatchObject({ failures: [], jobs: { ran: 3 }, artifacts: { kept: 3 } });
    expect(disk.files()[ALPHA]).toBe('mine\n');
  });

  it('is asked again when the generated text changes', async () => {
    const disk = await keptEdit();
    edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{"n":10},"Beta":{"n":8}}}');
    expect(await run(disk)).toMatchObject({ failures: [{ code: 'conflict', kind: 'edited' }], artifacts: { conflicts: 1 } });
    expect((await run(disk, { onConflict: 'keep' })).failures).toEqual([]);
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { ran: 0 } });
  });

  it('is asked again when it is edited further', async () => {
    const disk = await keptEdit();
    edit(disk, ALPHA, 'mine too\n');
    expect(codes(await run(disk))).toEqual(['conflict']);
    edit(disk, ALPHA, 'mine\n');
    expect(codes(await run(disk))).toEqual([]);
  });

  it('is asked again when no pattern makes it any more', async () => {
    const disk = await keptEdit();
    edit(disk, '/ws/app/spec.json', '{"letters":{"Beta":{"n":8}}}');
    expect(codes(await run(disk))).toEqual(['conflict']);
  });

  it('is over when the generated text is put there, or the file is removed', async () => {
    const disk = await keptEdit();
    const generated = '# Alpha\nAlpha = 9! & <x>\n';
    disk.remove(ALPHA);
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { created: 1 } });
    expect(disk.files()[ALPHA]).toBe(generated);
    const other = await keptEdit();
    edit(other, ALPHA, generated);
    expect(await run(other)).toMatchObject({ failures: [], artifacts: { kept: 3 } });
    expect(status(other)).toMatchObject({ kept: [], unchanged: 3 });
    expect(other.files()['/ws/.conductor/manifests/app.json']).toBe(disk.files()['/ws/.conductor/manifests/app.json']);
  });

  it('is replaced by a run that is asked to overwrite, and stays where conductor.json alone says so', async () => {
    const disk = await keptEdit();
    edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"output"', '"onConflict":"overwrite","output"'));
    expect(await run(disk, { force: true })).toMatchObject({ failures: [], artifacts: { updated: 0 } });
    expect(disk.files()[ALPHA]).toBe('mine\n');
    expect(await run(disk, { onConflict: 'overwrite' })).toMatchObject({ failures: [], artifacts: { updated: 1 } });
    expect(disk.files()[ALPHA]).toBe('# Alpha\nAlpha = 9! & <x>\n');
    expect(status(disk)).toMatchObject({ kept: [], unchanged: 3 });
  });

  it('is listed as kept, and is no fault', async () => {
    const disk = await keptEdit();
    expect(status(disk)).toMatchObject({ kept: ['out/letters/alpha.txt'], edited: [], unchanged: 2 });
    edit(disk, ALPHA, 'mine too\n');
    expect(status(disk)).toMatchObject({ kept: [], edited: ['out/letters/alpha.txt'] });
  });

  it('still keeps a task runner from putting back what it cached before the edit', async () => {
    const disk = await keptEdit();
    const guard = () => guardLine(createMemoryMachine(disk), EDITION, projectAt(disk, '/ws/app'));
    const line = await guard();
    expect(line).not.toMatch(/^clean/);
    await run(disk);
    expect(await guard()).toBe(line);
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
    const { failures } = await run(disk, { onConflict: 'overwrite' });
    expect(failures).toMatchObject([{ code: 'conflict', folder: true }]);
    expect(failures.map(sentences)).toMatchObject([{ message: 'a folder stands where an artifact belongs', hint: expect.not.stringContaining('overwrite') as unknown }]);
    expect(disk.files()[`${ALPHA}/inside.txt`]).toBe('x');
  });
});
