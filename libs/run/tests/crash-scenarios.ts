import type { MemoryDisk } from '@nx-conductor/testkit';
import { edit, FILES } from './bench';
import { MINE, runIn, type Scenario } from './crash';

/** A spec of letters. */
const letters = (values: Readonly<Record<string, number>>) => JSON.stringify({ letters: Object.fromEntries(Object.entries(values).map(([name, n]) => [name, { n }])) });

const SPEC = '/ws/app/spec.json';
const CONFIG = '/ws/app/conductor.json';
const ALPHA = '/ws/app/out/letters/alpha.txt';
const spec = (values: Readonly<Record<string, number>>) => (disk: MemoryDisk) => Promise.resolve(edit(disk, SPEC, letters(values)));
const config = (changes: object) => (disk: MemoryDisk) => Promise.resolve(edit(disk, CONFIG, JSON.stringify({ ...(JSON.parse(disk.files()[CONFIG] as string) as object), ...changes })));
const ran = async (disk: MemoryDisk): Promise<void> => void (await runIn(disk, 'generate', {}));
const inTurn = (...steps: readonly ((disk: MemoryDisk) => Promise<void>)[]) => async (disk: MemoryDisk): Promise<void> => {
  for (const step of steps) await step(disk);
};
const write = (path: string, text: string) => (disk: MemoryDisk) => Promise.resolve(edit(disk, path, text));
const dropCache = (disk: MemoryDisk): Promise<void> => {
  for (const path of Object.keys(disk.files())) if (path.startsWith('/ws/.conductor/cache/')) disk.remove(path);
  return Promise.resolve();
};

const PATTERN = '/ws/.conductor/patterns/letters/pattern.json';
/** Where a file was there is a folder, and the other way round. */
const turned = (disk: MemoryDisk): Promise<void> => {
  const [letter, index] = (JSON.parse(disk.files()[PATTERN] as string) as { outputs: object[] }).outputs;
  return write(PATTERN, JSON.stringify({ id: 'letters', helpers: 'helpers.js', outputs: [{ ...letter, to: 'index.txt/of/<%= item.name %>' }, { ...index, to: 'letters' }] }))(disk);
};
const turnedBack = write(PATTERN, FILES[PATTERN] as string);

const ORIGINAL = { Alpha: 1, Beta: 2 };
const MIXED = { Alpha: 9, Gamma: 3 };

/** What can be going on when a process is stopped, and what can happen before the next one starts. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'create' },
  { name: 'update', before: inTurn(ran, spec({ Alpha: 5, Beta: 6 })) },
  { name: 'remove', before: inTurn(ran, spec({})) },
  { name: 'mixed', before: inTurn(ran, spec(MIXED)) },
  { name: 'files become folders, and folders files', before: inTurn(ran, turned) },
  { name: 'files become folders, and are files again', before: inTurn(ran, turned), meanwhile: turnedBack },
  { name: 'output folder moved', before: inTurn(ran, config({ output: 'gen' })) },
  { name: 'output folder moved while nothing runs', before: inTurn(ran, spec(MIXED)), meanwhile: config({ output: 'gen' }) },
  { name: 'created, then moved', meanwhile: config({ output: 'deep/er/gen' }) },
  { name: 'inputs changed again', before: inTurn(ran, spec(MIXED)), meanwhile: spec({ Alpha: 7, Delta: 4 }) },
  { name: 'inputs changed back', before: inTurn(ran, spec(MIXED)), meanwhile: spec(ORIGINAL) },
  { name: 'created, then nothing is wanted', meanwhile: spec({}) },
  { name: 'cache deleted, inputs changed', before: inTurn(ran, spec(MIXED)), meanwhile: inTurn(dropCache, spec({ Alpha: 7, Beta: 2 })) },
  { name: 'formatted, inputs changed back', before: inTurn(config({ format: 'oxfmt' }), ran, spec(MIXED)), meanwhile: spec(ORIGINAL) },
  { name: 'manifest-clean', before: inTurn(ran, spec({ Alpha: 1 })), command: 'manifest-clean', meanwhile: spec(ORIGINAL) },
  { name: 'manifest-clean before the recovery', before: inTurn(ran, spec(MIXED)), meanwhile: async (disk) => {
    await runIn(disk, 'manifest-clean', {});
    await spec(ORIGINAL)(disk);
  } },
  { name: 'hand edit, overwritten on demand', before: inTurn(ran, write(ALPHA, MINE), spec(MIXED)), options: { onConflict: 'overwrite' }, mine: ALPHA },
  { name: 'hand edit, kept', before: inTurn(config({ onConflict: 'keep' }), ran, write(ALPHA, MINE), spec(MIXED)), mine: ALPHA, keeps: true },
  { name: 'hand edit after the stop', before: inTurn(ran, spec(MIXED)), meanwhile: write(ALPHA, MINE), mine: ALPHA },
  {
    name: 'hand edit, merged',
    files: { '/ws/.conductor/patterns/letters/letter.ejs': '<%= item.name %>\n\none\n\n\nn = <%= item.n %>\n' },
    before: inTurn(config({ onConflict: 'merge' }), ran, write(ALPHA, 'Alpha\n\nmine\n\n\nn = 1\n'), spec(MIXED)),
    mine: ALPHA,
    keeps: true,
  },
  { name: 'foreign file, overwritten on demand', files: { [ALPHA]: MINE }, options: { onConflict: 'overwrite' }, mine: ALPHA },
];
