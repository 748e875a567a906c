import { createWarm } from '@nx-conductor/run';
import type { MemoryDisk } from '@nx-conductor/testkit';
import { below, edit, EDITION, run, workspace } from './bench';

const SPEC = '/ws/app/spec.json';
const PATTERN = '/ws/.conductor/patterns/letters';
const RECALLED = '/ws/.conductor/cache/recalled/app';

/** So large that its text is kept, and so divided that letters and notes are entries of their own. */
const text = (letters: object, note = 'n') => JSON.stringify({ letters, padding: 'q'.repeat(200_000), notes: { one: note.repeat(40_000) } });

/** Helpers with a table whose computing is counted. `source` is where the table takes the document from. */
const helpers = (source: string) => `module.exports = (conductor) => {
  ${source === 'kept' ? 'const { document: kept } = conductor;' : ''}
  const table = conductor.table('letters', (passed) => {
    globalThis.tablesComputed = (globalThis.tablesComputed ?? 0) + 1;
    return { count: Object.keys(${source}.letters).length, names: Object.values(${source}.letters).map((each) => each.n).join() };
  });
  return { shout: (n) => n + ' of ' + table().count + ' ' + table().names };
};`;

const computed = () => (globalThis as { tablesComputed?: number }).tablesComputed ?? 0;

async function made(source: string, warm?: ReturnType<typeof createWarm>): Promise<MemoryDisk> {
  const disk = workspace({ [SPEC]: text({ Alpha: { n: 1 }, Beta: { n: 2 } }), [`${PATTERN}/helpers.js`]: helpers(source) });
  expect((await run(disk, {}, EDITION, warm)).failures).toEqual([]);
  return disk;
}

/** Runs after an edit of the spec; how many tables were computed, what ran, and whether all is as from nothing. */
async function after(disk: MemoryDisk, spec: string, warm?: ReturnType<typeof createWarm>) {
  edit(disk, SPEC, spec);
  const before = computed();
  const { jobs, failures } = await run(disk, {}, EDITION, warm);
  const tables = computed() - before;
  const clean = workspace(Object.fromEntries(Object.entries(disk.files()).filter(([path]) => !/^\/ws\/(app\/out|\.conductor\/(cache|manifests|runs))\//.test(path))));
  await run(clean);
  expect(below(disk, '/ws/app/out')).toEqual(below(clean, '/ws/app/out'));
  return { failures, tables, ran: jobs.ran };
}

describe.each([
  ['by a later process', () => undefined],
  ['by the process that stays', createWarm],
])('what was worked out from a large document is recalled %s', (_, makeWarm) => {
  it('where what changed was not looked at, and worked out anew where it was', async () => {
    const warm = makeWarm();
    const disk = await made('passed', warm);
    expect(await after(disk, text({ Alpha: { n: 1 }, Beta: { n: 2 } }, 'm'), warm)).toEqual({ failures: [], tables: 0, ran: 0 });
    expect(await after(disk, text({ Alpha: { n: 1 }, Beta: { n: 3 } }, 'm'), warm)).toEqual({ failures: [], tables: 1, ran: 2 });
    expect(await after(disk, text({ Alpha: { n: 1 }, Beta: { n: 3 } }, 'k'), warm)).toEqual({ failures: [], tables: 0, ran: 0 });
    expect(await after(disk, text({ Alpha: { n: 1 }, Beta: { n: 3 }, Gamma: { n: 4 } }, 'k'), warm)).toMatchObject({ failures: [], tables: 1 });
  });

  it('not where a table looked through a view that the helper module had kept', async () => {
    const warm = makeWarm();
    const disk = await made('kept', warm);
    await after(disk, text({ Alpha: { n: 1 }, Beta: { n: 2 } }, 'm'), warm);
    expect(await after(disk, text({ Alpha: { n: 1 }, Beta: { n: 3 } }, 'm'), warm)).toMatchObject({ failures: [], ran: 2 });
  });
});

it('a file of what is recalled that is damaged, old or gone is not believed', async () => {
  const disk = await made('passed');
  const sound = disk.files()[RECALLED] as string;
  for (const [index, bytes] of [sound.replace('"count":2', '"count":3'), sound.slice(0, -1), '', '{}', undefined].entries()) {
    if (bytes === undefined) disk.remove(RECALLED);
    else edit(disk, RECALLED, bytes);
    expect(await after(disk, text({ Alpha: { n: 1 }, Beta: { n: 2 } }, String(index)))).toEqual({ failures: [], tables: 1, ran: 0 });
  }
});
