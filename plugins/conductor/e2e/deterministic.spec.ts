import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND, createLetters, digest, ended, produced, torture, writeSpec } from './letters';

const RUNS = torture(200, 12);
const LOCALES = ['C', 'en_US.UTF-8', 'tr_TR.UTF-8', 'sv_SE.UTF-8', 'POSIX'];
const ZONES = ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'Europe/Dublin', 'Asia/Tokyo', 'America/Lima'];
const UMASKS = ['022', '077', '002', '027'];

// Lists of different lengths, so that their turns meet in ever new pairs.
const turn = <T>(values: readonly T[], index: number) => values[index % values.length] as T;

it(`gives one digest over ${RUNS} runs: locale, time zone, umask, working directory, --parallel`, async () => {
  const folder = createLetters();
  const places = [
    { cwd: folder, project: [] },
    { cwd: '/', project: [folder] },
    { cwd: join(folder, '.conductor'), project: ['..'] },
  ];
  // Names that sort differently in other languages, or lose their dots in Turkish.
  writeSpec(folder, { Item: 1, item2: 2, İtem3: 3, Zebra: 4, Ärger: 5, ångström: 6, aeon: 7, 'a-b': 8, a_c: 9, A10: 10 });
  try {
    const digests = new Set<string>();
    for (let run = 0; run < RUNS; run++) {
      for (const path of ['out', '.conductor/manifests', '.conductor/cache']) rmSync(join(folder, path), { recursive: true, force: true });
      const { cwd, project } = turn(places, run);
      const command = ['generate', ...project, '--parallel', String((run % 16) + 1)];
      const env = { PATH: process.env['PATH'], HOME: folder, LC_ALL: turn(LOCALES, run), LANG: turn(LOCALES, run), TZ: turn(ZONES, run) };
      // The umask changes who may read a file, and none of its bytes.
      const child = spawn('/bin/sh', ['-c', `umask ${turn(UMASKS, run + Math.floor(run / 4))} && exec "$0" "$@"`, process.execPath, COMMAND, ...command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
      expect({ run, ...(await ended(child)) }).toMatchObject({ run, code: 0 });
      digests.add(digest(produced(folder)));
    }
    expect(digests.size).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 600_000);
