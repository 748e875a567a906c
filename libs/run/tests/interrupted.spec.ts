import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { guardLine, manifestStatus, projectAt } from '@nx-conductor/run';
import { codes, edit, EDITION, run, workspace } from './bench';
import { runIn, tree } from './crash';

const INTENT = '/ws/.conductor/manifests/app.intent';
const CHANGED = '{"letters":{"Alpha":{"n":9},"Gamma":{"n":3}}}';

/** A workspace whose run was killed when it had put some files in their place. */
async function killed(): Promise<MemoryDisk> {
  const start = workspace();
  await run(start);
  edit(start, '/ws/app/spec.json', CHANGED);
  const before = start.files()['/ws/app/out/index.txt'];
  for (let at = 0; ; at++) {
    const disk = start.copy();
    expect((await runIn(disk, 'generate', {}, { at, torn: false })).stopped).toBe(true);
    if (disk.files()['/ws/app/out/index.txt'] !== before) return disk;
  }
}

const look = (disk: MemoryDisk) => ({ project: projectAt(disk, '/ws/app'), machine: createMemoryMachine(disk) });

describe('after a run that was killed', () => {
  it('manifest-status says so, and takes none of its files for a hand edit', async () => {
    const disk = await killed();
    const { machine, project } = look(disk);
    expect(manifestStatus(machine, project)).toMatchObject({ interrupted: true, edited: [] });
    await run(disk);
    expect(manifestStatus(machine, project)).toMatchObject({ interrupted: false, edited: [], missing: [] });
  });

  it('the guard keeps a task runner from answering out of its cache until a run has cleared up', async () => {
    const disk = await killed();
    const { machine, project } = look(disk);
    expect(await guardLine(machine, EDITION, project)).not.toMatch(/^clean /);
    expect(disk.files()[INTENT]).toBeDefined();
    await run(disk);
    expect(await guardLine(machine, EDITION, project)).toMatch(/^clean /);
  });

  it.each(['check', 'dryRun'] as const)('--%s tells the truth and writes nothing', async (option) => {
    const disk = await killed();
    const before = tree(disk);
    const result = await run(disk, { [option]: true });
    expect(codes(result)).toEqual(option === 'check' ? ['stale'] : []);
    expect(result.artifacts).toMatchObject({ conflicts: 0 });
    expect(tree(disk)).toEqual(before);
  });

  it('what it left is known also to a run that fails for another reason, and to the one after that', async () => {
    const disk = await killed();
    edit(disk, '/ws/app/spec.json', '{');
    expect(codes(await run(disk))).toEqual(['syntax']);
    edit(disk, '/ws/app/spec.json', '{"letters":{"Beta":{"n":5}}}');
    expect(await run(disk)).toMatchObject({ failures: [] });
    expect(Object.keys(tree(disk)).filter((path) => path.startsWith('/ws/app/out/') || path.includes('manifests/'))).toEqual([
      '/ws/.conductor/manifests/',
      '/ws/.conductor/manifests/app.json',
      '/ws/app/out/',
      '/ws/app/out/index.txt',
      '/ws/app/out/letters/',
      '/ws/app/out/letters/beta.txt',
    ]);
  });

  it('nothing of it is left when the next run is done: that one finds nothing changed', async () => {
    const disk = await killed();
    expect(await run(disk)).toMatchObject({ failures: [] });
    expect(await run(disk)).toMatchObject({ failures: [], unchanged: true });
    expect(disk.files()[INTENT]).toBeUndefined();
  });
});

it('a run that has nothing to write leaves no intent, and writes none', async () => {
  const disk = workspace();
  await run(disk);
  disk.forget();
  await run(disk, { force: true });
  expect(disk.calls.filter((call) => call.mutates && call.path.includes('/manifests/'))).toEqual([]);
});
