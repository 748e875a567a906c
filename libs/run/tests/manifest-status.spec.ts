import { createMemoryMachine } from '@nx-conductor/testkit';
import { manifestStatus, projectAt } from '@nx-conductor/run';
import { MADE, run, workspace } from './bench';

it('status believes stats where it may, verify reads every artifact; neither writes', async () => {
  const disk = workspace();
  await run(disk);
  disk.tick(60_000);
  // The second run looks at files that are old enough for their stats to be trusted.
  await run(disk, { force: true });
  const artifactsRead = (verify: boolean): string[] => {
    disk.forget();
    expect(manifestStatus(createMemoryMachine(disk), projectAt(disk, '/ws/app'), verify)).toMatchObject({ state: 'sound', total: 3, unchanged: 3 });
    expect(disk.calls.filter((call) => call.mutates)).toEqual([]);
    return disk.calls.filter((call) => call.method === 'read' && call.path.startsWith('/ws/app/out/')).map((call) => call.path);
  };
  expect(artifactsRead(false)).toEqual([]);
  expect(artifactsRead(true).sort()).toEqual(Object.keys(MADE).sort());
});
