import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { COMMAND, createLetters, ended, fromNothing, produced, start, torture, writeSpec, type Ended } from './letters';

const letters = (count: number, from = 0) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`L${index}`, index + from]));

/** No bug, no stack trace; a failure names the operating system's word for it. */
function refusedWith(run: Ended, ...words: readonly string[]): void {
  expect(run).toMatchObject({ code: 1 });
  expect(run.text).toMatch(new RegExp(words.join('|')));
  expect(run.text).not.toMatch(/bug in Conductor|^\s+at /m);
}

describe('a full disk of one megabyte', () => {
  const point = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-full-')));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', point]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync('umount', [point]);
    rmdirSync(point);
  });

  // Mounting takes rights that not every machine gives: then that is what the title says, and what is asserted.
  it(mounted ? 'gives no false success and nothing half written, wherever the space ends' : 'NOT TRIED: this machine lets nobody mount a tmpfs', async () => {
    if (!mounted) {
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', point]).status).not.toBe(0);
      return;
    }
    const folder = join(point, 'app');
    mkdirSync(folder);
    createLetters(folder);
    writeSpec(folder, letters(30));
    expect(await ended(start(folder))).toMatchObject({ code: 0 });
    const before = produced(folder);
    expect(before).toEqual(await fromNothing(folder, letters(30)));
    const ballast = join(point, 'ballast');
    const outcomes = new Set<number | null>();
    for (let step = 0; step < torture(40, 8); step++) {
      writeSpec(folder, letters(30, 100));
      // From no space at all to some more than is needed: files of the tmpfs take whole pages of 4 kB.
      rmSync(ballast, { force: true });
      const space = Math.floor((step / torture(40, 8)) * 400_000);
      fill(ballast, space);
      const run = await ended(start(folder));
      outcomes.add(run.code);
      if (run.code !== 0) {
        refusedWith(run, 'ENOSPC', 'no space');
        expect({ space, files: produced(folder) }).toEqual({ space, files: before });
      }
      rmSync(ballast);
      expect(await ended(start(folder))).toMatchObject({ code: 0 });
      expect(Object.keys(produced(folder)).filter((path) => path.endsWith('.txt'))).toHaveLength(31);
      writeSpec(folder, letters(30));
      expect(await ended(start(folder))).toMatchObject({ code: 0 });
      expect(produced(folder)).toEqual(before);
      // Records and texts of earlier runs would fill so small a disk by themselves.
      for (const path of ['runs', 'cache']) rmSync(join(folder, '.conductor', path), { recursive: true });
    }
    expect([...outcomes].sort()).toEqual([0, 1]);

    writeSpec(folder, letters(2000));
    refusedWith(await ended(start(folder)), 'ENOSPC', 'no space');
    expect(produced(folder)).toEqual(before);
  }, 600_000);

  /** Fills the disk up to some bytes. */
  function fill(path: string, leave: number): void {
    const { stdout } = spawnSync('df', ['--output=avail', '--block-size=1', dirname(path)], { encoding: 'utf8' });
    const free = Number(stdout.trim().split('\n').at(-1));
    writeFileSync(path, Buffer.alloc(Math.max(0, free - leave)));
  }
});

describe('a folder that may not be written', () => {
  const NOBODY = 65534;
  const root = process.getuid?.() === 0;
  const bundle = join(dirname(COMMAND), '..', 'dist', 'cli.js');
  const readable = !root || spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(bundle)})`], { uid: NOBODY, gid: NOBODY }).status === 0;
  const titled = (title: string) => (readable ? title : `NOT TRIED, other users cannot read this checkout: ${title}`);
  let folder: string;
  let home: string;

  beforeEach(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-rights-')));
    folder = join(home, 'app');
    mkdirSync(folder);
    createLetters(folder);
    writeSpec(folder, letters(30));
    expect(await ended(start(folder))).toMatchObject({ code: 0 });
    writeSpec(folder, letters(30, 7));
    if (root) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  });
  afterEach(() => {
    spawnSync('chmod', ['-R', 'u+rwx', home]);
    rmSync(home, { recursive: true });
  });

  /** Root may write anywhere, so the command runs as somebody who may not. */
  function startAsOther(): Promise<Ended> {
    return ended(spawn(process.execPath, [COMMAND, 'generate'], { cwd: folder, env: { PATH: process.env['PATH'], NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'], ...(root ? { uid: NOBODY, gid: NOBODY } : {}) }));
  }

  it.each(['out', 'out/3', 'out/6', '.conductor/manifests'])(titled('%s: the run fails with EACCES and nothing is half written'), async (path) => {
    if (!readable) return expect(await startAsOther()).not.toMatchObject({ code: 0 });
    const before = produced(folder);
    const { mode } = statSync(join(folder, path));
    chmodSync(join(folder, path), 0o555);
    const run = await startAsOther();
    refusedWith(run, 'EACCES', 'permission');
    expect(produced(folder)).toEqual(before);
    chmodSync(join(folder, path), mode);
    expect(await ended(start(folder))).toMatchObject({ code: 0 });
    expect(produced(folder)).toEqual(await fromNothing(folder, letters(30, 7)));
  });

  it(titled('.conductor/cache: nothing is remembered, and all is done'), async () => {
    if (!readable) return expect(await startAsOther()).not.toMatchObject({ code: 0 });
    spawnSync('chmod', ['-R', 'a-w', join(folder, '.conductor', 'cache')]);
    const run = await startAsOther();
    expect(run).toMatchObject({ code: 0 });
    expect(produced(folder)).toEqual(await fromNothing(folder, letters(30, 7)));
  });
});

it('10,000 files with 256 descriptors', async () => {
  const folder = createLetters();
  try {
    const spec = letters(torture(10_000, 1_000));
    writeSpec(folder, spec);
    const few = () => spawn('/bin/sh', ['-c', 'ulimit -n 256 && exec "$0" "$@"', process.execPath, COMMAND, 'generate'], { cwd: folder, env: { PATH: process.env['PATH'], NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    expect(await ended(few())).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', 'index.txt']);
    expect(produced(folder)).toEqual(await fromNothing(folder, spec));
    expect(await ended(few())).toMatchObject({ code: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 600_000);
