import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of scripts as a build leaves it, with `start.js` of the real one. */
const START = readFileSync(join(__dirname, '..', 'dist', 'start.js'), 'utf8');
const SCRIPTS = {
  // As the build leaves an `import()`.
  'cli.js': 'const importNow = require.importNow ?? ((path) => import(path)); const { twice } = require("./part.js"); const later = () => require("./later.js"); Promise.resolve().then(async () => { const { sep } = await importNow("node:path"); const own = await importNow("./module.mjs"); process.stdout.write([twice(21), sep, own.default, process.argv[2] === "more" ? later().more : ""].join(" ")); });',
  'part.js': 'exports.twice = (n) => n * 2; exports.where = __filename;',
  'later.js': 'exports.more = require("./part.js").twice(50) + require("node:path").basename(__dirname);',
  'module.mjs': 'export default "module";',
};

describe('code kept from run to run', () => {
  let root: string;
  const dist = () => join(root, 'dist');
  const kept = () => readdirSync(join(root, '.code')).filter((name) => !name.endsWith('.tmp'));
  const keptAt = (command: string) => join(root, '.code', kept().find((name) => name.startsWith(`${command}-`)) as string);
  const run = (command = 'compile', env: Readonly<Record<string, string>> = {}) => execFileSync(process.execPath, [join(dist(), 'start.js'), command], { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } });
  const put = (name: string, text: string) => writeFileSync(join(dist(), name), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'conductor-code-'));
    mkdirSync(dist());
    put('start.js', START);
    for (const [name, text] of Object.entries(SCRIPTS)) put(name, text);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is kept by command, and used again without being written again; other modules can be imported', () => {
    expect(run()).toBe('42 / module ');
    expect(kept()).toEqual([`compile-${process.version}-${process.arch}`]);
    const before = statSync(keptAt('compile'));
    expect(run()).toBe('42 / module ');
    expect(statSync(keptAt('compile'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(run('generate')).toBe('42 / module ');
    expect(kept()).toHaveLength(2);
  });

  it('grows by a script that an earlier run had no need of, and loses none', () => {
    run('more');
    const whole = statSync(keptAt('more')).size;
    rmSync(join(root, '.code'), { recursive: true });
    put('cli.js', SCRIPTS['cli.js'].replace('"more"', '"mora"'));
    run('more');
    put('cli.js', SCRIPTS['cli.js']);
    expect(run('more')).toBe('42 / module 100dist');
    expect(statSync(keptAt('more')).size).toBeGreaterThan(whole * 0.9);
  });

  it('is not kept for what is no command: typing mistakes leave no file each', () => {
    put('cli.js', `process.exitCode = 2; ${SCRIPTS['cli.js']}`);
    for (const word of ['compil', 'genrate', '--jsn']) expect(() => run(word)).toThrow('Command failed');
    expect(existsSync(join(root, '.code'))).toBe(false);
    put('cli.js', SCRIPTS['cli.js']);
    for (const word of ['--version', '--help', '../x']) run(word);
    expect(kept()).toHaveLength(1);
  });

  it('of another script of the same length is not used', () => {
    run();
    put('part.js', SCRIPTS['part.js'].replace('n * 2', 'n * 3'));
    expect(run()).toBe('63 / module ');
    expect(run()).toBe('63 / module ');
  });

  it('that is damaged anywhere, cut off, or of no meaning is not used', () => {
    run();
    const path = keptAt('compile');
    const good = readFileSync(path);
    for (let n = 0; n < 12; n++) {
      const bad = Buffer.from(good);
      const at = Math.floor((n * good.length) / 12);
      bad[at] = (bad[at] as number) ^ (1 << (n % 8));
      writeFileSync(path, n % 4 === 3 ? good.subarray(0, at) : bad);
      expect([at, run()]).toEqual([at, '42 / module ']);
      // Whole again for the next run.
      expect([at, readFileSync(path).length]).toEqual([at, good.length]);
    }
    writeFileSync(path, 'null\n');
    expect(run()).toBe('42 / module ');
  });

  it('is left alone where Node.js is told to keep none, and where the folder cannot be written to', () => {
    expect(run('compile', { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('42 / module ');
    expect(readdirSync(root)).toEqual(['dist']);
    writeFileSync(join(root, '.code'), 'a file in the way');
    expect(run()).toBe('42 / module ');
    expect(readFileSync(join(root, '.code'), 'utf8')).toBe('a file in the way');
  });

  it('leaves places in stack traces as they are in the file', () => {
    put('cli.js', 'throw new Error("first line");');
    const stack = () => {
      try {
        return run();
      } catch (error) {
        return String((error as { readonly stderr: string }).stderr);
      }
    };
    for (let n = 0; n < 2; n++) expect(stack()).toContain(`${join(dist(), 'cli.js')}:1:7`);
  });
});
