import { createMemoryMachine, createStoppingDisk, Stopped, type MemoryDisk } from '@nx-conductor/testkit';
import { DEFAULT_OPTIONS, generate, manifestStatus, projectAt } from '@nx-conductor/run';
import { codes, edit, EDITION, run, workspace } from './bench';
import { tree } from './crash';

const TORTURE = process.env['CONDUCTOR_TORTURE'] !== undefined;
const MANIFEST = '/ws/.conductor/manifests/app.json';
const INTENT = '/ws/.conductor/manifests/app.intent';
const CHANGED = '{"letters":{"Alpha":{"n":9},"Gamma":{"n":3}}}';

/** Numbers from 0 up to a bound that are the same for the same seed (a linear congruence, Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const bytesOf = (disk: MemoryDisk, path: string): Buffer => Buffer.from(disk.read(path) ?? []);

/** Bytes as an editor or a broken disk leaves them. */
function put(disk: MemoryDisk, path: string, bytes: Uint8Array): void {
  disk.tick(1000);
  disk.write(path, bytes);
}

/** A workspace after a run and an edit of its spec, and what a run makes of it. */
async function ready(): Promise<{ start: MemoryDisk; clean: Record<string, string> }> {
  const start = workspace();
  await run(start);
  edit(start, '/ws/app/spec.json', CHANGED);
  const done = start.copy();
  expect(codes(await run(done))).toEqual([]);
  return { start, clean: tree(done) };
}

/** A run of a damaged disk: it ends in the clean result, or in a conflict that wrote nothing and can be overwritten. */
async function endsRight(disk: MemoryDisk, clean: Record<string, string>, at: string, mayConflict: boolean): Promise<void> {
  const before = tree(disk);
  expect(() => manifestStatus(createMemoryMachine(disk), projectAt(disk, '/ws/app'))).not.toThrow();
  const found = codes(await run(disk));
  if (found.length > 0) {
    expect({ at, mayConflict, codes: [...new Set(found)] }).toEqual({ at, mayConflict: true, codes: ['conflict'] });
    expect({ at, out: artifactsOf(tree(disk)) }).toEqual({ at, out: artifactsOf(before) });
    expect({ at, codes: codes(await run(disk, { onConflict: 'overwrite' })) }).toEqual({ at, codes: [] });
    // Without the manifest nobody knows that a stale artifact was ours: it stays, and is nobody's.
    for (const [path, text] of Object.entries(artifactsOf(clean))) expect({ at, path, text: tree(disk)[path] }).toEqual({ at, path, text });
  } else expect({ at, tree: tree(disk) }).toEqual({ at, tree: clean });
}

const artifactsOf = (all: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith('/ws/app/out/') && !path.endsWith('/') && !path.includes('.conductor-staging')));

it('a manifest cut at every byte', async () => {
  const start = workspace();
  await run(start);
  const clean = tree(start);
  const whole = bytesOf(start, MANIFEST);
  const { start: edited, clean: after } = await ready();
  for (let length = 0; length < whole.length; length += TORTURE ? 1 : 23) {
    const same = start.copy();
    put(same, MANIFEST, whole.subarray(0, length));
    await endsRight(same, clean, `cut at ${length}`, false);
    const other = edited.copy();
    put(other, MANIFEST, whole.subarray(0, length));
    await endsRight(other, { ...after, ...stale(other) }, `cut at ${length}, inputs changed`, true);
  }
}, 600_000);

/** What nobody owns once the manifest is lost. */
function stale(disk: MemoryDisk): Record<string, string> {
  const path = '/ws/app/out/letters/beta.txt';
  return { [path]: disk.files()[path] as string };
}

it('flipped bits in store, traces, index and manifest', async () => {
  const seed = 20_240_607;
  const random = numbers(seed);
  const { start, clean } = await ready();
  const files = Object.keys(start.files()).filter((path) => path === MANIFEST || path.startsWith('/ws/.conductor/cache/'));
  expect(files.map((path) => path.split('/')[4])).toEqual(expect.arrayContaining(['template', 'traces', 'index', 'app.json']));
  for (let flip = 0; flip < (TORTURE ? 2_000 : 120); flip++) {
    const disk = start.copy();
    const path = files[flip % files.length] as string;
    const bytes = bytesOf(disk, path);
    const bit = random(bytes.length * 8);
    bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
    put(disk, path, bytes);
    await endsRight(disk, path === MANIFEST ? { ...clean, ...stale(disk) } : clean, `bit ${bit} of ${path}, seed ${seed}`, path === MANIFEST);
  }
}, 600_000);

it('a damaged intent is none', async () => {
  const { start, clean } = await ready();
  const random = numbers(7);
  const stopped = start.copy();
  stopped.tick(60_000);
  // In the middle of the renames.
  const machine = { ...createMemoryMachine(stopped), disk: createStoppingDisk(stopped, { at: 9, torn: false }).disk };
  await expect(generate(machine, EDITION, projectAt(stopped, '/ws/app'), DEFAULT_OPTIONS)).rejects.toThrow(Stopped);
  const whole = bytesOf(stopped, INTENT);
  expect(whole.length).toBeGreaterThan(100);
  for (let round = 0; round < (TORTURE ? 500 : 40); round++) {
    const disk = stopped.copy();
    const bytes = Buffer.from(whole);
    const at = random(bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 << random(8));
    put(disk, INTENT, round % 2 === 0 ? bytes : whole.subarray(0, at));
    // The staging folder is not known any more: it goes when it is old.
    disk.tick(60 * 60_000);
    await endsRight(disk, clean, `round ${round}`, true);
    expect(disk.files()[INTENT]).toBeUndefined();
  }
}, 600_000);
