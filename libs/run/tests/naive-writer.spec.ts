import { dirname, join } from 'node:path';
import type { Content, Disk } from '@nx-conductor/core';
import type { applyPlan, Ground, Plan } from '@nx-conductor/outputs';
import { stopEverywhere } from './crash';
import { SCENARIOS } from './crash-scenarios';

/** How files get to disk, when one does not think of a process that is stopped. */
let write: (disk: Disk, ground: Ground, plan: Plan, contentOf: (path: string) => Content, manifest: Content) => void;

jest.mock('@nx-conductor/outputs', () => ({
  ...jest.requireActual<object>('@nx-conductor/outputs'),
  applyPlan: ((disk, _clock, ground, plan, contentOf, manifest) => {
    write(disk, ground, plan, contentOf, manifest);
    return { bytes: 0 };
  }) satisfies typeof applyPlan,
}));

const putManifest = (disk: Disk, ground: Ground, manifest: Content): void => {
  disk.makeDirectory(dirname(ground.manifest));
  disk.write(ground.manifest, manifest);
};
const inPlace = (disk: Disk, path: string, content: Content): void => void disk.write(path, content);
const byRename = (disk: Disk, path: string, content: Content): void => {
  disk.write(`${path}.new`, content);
  disk.rename(`${path}.new`, path);
};
const putFiles = (put: typeof inPlace, disk: Disk, ground: Ground, plan: Plan, contentOf: (path: string) => Content): void => {
  for (const { action, path } of plan.steps) {
    const absolute = join(ground.root, path);
    if (action === 'remove') disk.remove(absolute);
    if (action !== 'create' && action !== 'update') continue;
    disk.makeDirectory(dirname(absolute));
    put(disk, absolute, contentOf(path));
  }
};

const NAIVE: readonly (readonly [name: string, write: typeof write])[] = [
  ['in place, the manifest last', (disk, ground, plan, contentOf, manifest) => {
    putFiles(inPlace, disk, ground, plan, contentOf);
    putManifest(disk, ground, manifest);
  }],
  ['in place, the manifest first', (disk, ground, plan, contentOf, manifest) => {
    putManifest(disk, ground, manifest);
    putFiles(inPlace, disk, ground, plan, contentOf);
  }],
  ['whole files by rename, but no intent', (disk, ground, plan, contentOf, manifest) => {
    putFiles(byRename, disk, ground, plan, contentOf);
    putManifest(disk, ground, manifest);
  }],
];

/** One stop is enough to find them out. */
const FIRST_STOPS = { first: 1, again: Infinity };

describe('the test of stopped processes finds out a writer', () => {
  it.each(NAIVE)('%s', async (_name, naive) => {
    write = naive;
    const found = new Map<string, readonly string[]>();
    for (const name of ['update', 'mixed', 'inputs changed again']) {
      const scenario = SCENARIOS.find((each) => each.name === name);
      if (scenario) found.set(name, (await stopEverywhere(scenario, FIRST_STOPS)).broken);
    }
    const all = [...found.values()].flat().join('\n');
    expect(all).toMatch(/torn|the recovery fails: conflict/);
    // Same inputs after the stop: every file is as before or as it will be. Only other inputs show what is missing then.
    expect(found.get('inputs changed again')?.join('\n')).toContain('the recovery fails: conflict');
  });

  it('that writes in place, by its torn files', async () => {
    write = (NAIVE[0] as (typeof NAIVE)[number])[1];
    const [update] = SCENARIOS.filter((each) => each.name === 'update');
    expect(update && (await stopEverywhere(update, FIRST_STOPS)).broken.join('\n')).toContain('torn: /ws/app/out/letters/alpha.txt');
  });
});
