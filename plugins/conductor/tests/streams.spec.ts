import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entityProject } from './command';

const CONDUCTOR = join(__dirname, '..', 'bin', 'conductor.js');

/** Runs a line of bash in a folder, where `conductor` is this repository's. */
const bash = (line: string, cwd: string) => spawnSync('bash', ['-c', `conductor() { "${process.execPath}" "${CONDUCTOR}" "$@"; }\n${line}`], { cwd, encoding: 'utf8' });

describe('streams that somebody else closes', () => {
  const good = entityProject();
  const broken = entityProject();
  writeFileSync(join(broken, 'conductor.json'), '{');

  it.each([
    ['standard output', 'conductor generate --force --json | true; echo ${PIPESTATUS[0]}', good, '0'],
    ['standard error, with notes on it', 'conductor generate --json 2>&1 >document.json | true; echo ${PIPESTATUS[0]}', broken, '2'],
    ['both', 'conductor generate 2>&1 | true; echo ${PIPESTATUS[0]}', broken, '2'],
  ])('%s: the exit code is that of the run', (_, line, folder, code) => {
    expect(bash(line, folder).stdout.trim()).toBe(code);
  });

  it('standard error: a run that has much to tell there comes to its end', () => {
    const folder = entityProject();
    writeFileSync(join(folder, '.conductor', 'patterns', 'entity-model', 'pattern.json'), '{');
    expect(bash('conductor generate --json 2>&1 >document.json | true; echo ${PIPESTATUS[0]}; node -p \'JSON.parse(require("fs").readFileSync("document.json")).error.code\'', folder).stdout.trim().split('\n')).toEqual(['2', 'syntax']);
  });
});

describe('the end of a run', () => {
  /** Compiles a library with a script loaded before, and gives what that left in `seen`. */
  const compileWith = (script: string): { readonly status: number | null; readonly seen: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'conductor-end-'));
    try {
      mkdirSync(join(folder, 'src'));
      writeFileSync(join(folder, 'src', 'a.ts'), 'export const a: number = 1;\n');
      writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "target": "es2022", "rootDir": "src", "outDir": "dist", "types": [] }, "include": ["src"] }');
      writeFileSync(join(folder, 'before.cjs'), script);
      // The second looks closer at what the first wrote a moment before it ended.
      bash('conductor compile --json > first.json; conductor compile --json > second.json', folder);
      const { status } = bash('NODE_OPTIONS="--require ./before.cjs" conductor compile --json > third.json', folder);
      expect(JSON.parse(readFileSync(join(folder, 'third.json'), 'utf8'))).toMatchObject({ ok: true, sources: { kept: 1 } });
      return { status, seen: readFileSync(join(folder, 'seen'), 'utf8') };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('nothing was told on standard error: no stream is made for it, no process or thread was started', () => {
    const loaded = compileWith('process.on("exit", () => require("fs").writeFileSync("seen", process.moduleLoadList.join("\\n")));');
    expect(loaded.status).toBe(0);
    expect(loaded.seen.split('\n').filter((name) => /^NativeModule (net|tty|child_process|worker_threads|internal\/fs\/sync_write_stream)$/.test(name))).toEqual([]);
  });

  it('what is told on standard error, to a file or a pipe, needs no stream of Node.js either, and comes whole and in order', () => {
    const folder = entityProject();
    writeFileSync(join(folder, 'conductor.json'), '{');
    writeFileSync(join(folder, 'before.cjs'), 'process.on("exit", () => require("fs").writeFileSync("seen", process.moduleLoadList.join("\\n")));');
    const { status, stderr } = bash('NODE_OPTIONS="--require ./before.cjs" conductor validate 2> told; code=$?; cat told >&2; conductor validate --json > document.json; exit $code', folder);
    expect(status).toBe(2);
    expect(stderr.match(/^error\[/gm)).toHaveLength(2);
    expect(readFileSync(join(folder, 'seen'), 'utf8').split('\n').filter((name) => /^NativeModule (tty|internal\/fs\/sync_write_stream)$/.test(name))).toEqual([]);
  });

  it('waits for what keeps a process alive, and for who listens for its end', () => {
    const write = (text: string) => `require("fs").appendFileSync("seen", "${text}")`;
    expect(compileWith(`setTimeout(() => ${write('later')}, 3000);`)).toEqual({ status: 0, seen: 'later' });
    expect(compileWith(`process.once("beforeExit", () => ${write('before')}); process.on("exit", (code) => ${write(' end ')});`)).toEqual({ status: 0, seen: 'before end ' });
  });
});

describe('a full disk behind standard output', () => {
  it('is an error of the disk, told once, and exit code 1, although the work is done', () => {
    expect(existsSync('/dev/full')).toBe(process.platform === 'linux');
    if (!existsSync('/dev/full')) return;
    const folder = entityProject();
    const { status, stderr } = bash('conductor generate --json > /dev/full', folder);
    expect(stderr).toMatch(/^error\[disk\] standard output: cannot write: no space left on the disk\n/);
    expect(stderr).not.toContain(' at ');
    expect(status).toBe(1);
    expect(bash('conductor generate --check', folder).status).toBe(0);
  });
});

describe('what the operating system refuses, wherever it is met', () => {
  it.each([
    ['a store that is a link in a circle', 'ln -s cache .conductor/cache; conductor cache-status --json', 'cache'],
    ['records that are a link in a circle', 'ln -s runs .conductor/runs; conductor metrics --json', 'runs'],
  ])('%s: an error of the disk and exit code 1, never a bug', (_, line, place) => {
    const { status, stdout, stderr } = bash(line, entityProject());
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'disk', file: `.conductor/${place}`, received: 'ELOOP' } });
    expect(stderr).not.toContain('bug');
  });

  it('a current folder that was removed: no project there, and the project again when it was made anew', () => {
    const folder = entityProject();
    const gone = bash('mkdir x && cd x && rmdir ../x && conductor generate', folder);
    expect(gone).toMatchObject({ status: 2, stderr: expect.stringMatching(/^(shell-init.*\n|job-working.*\n)*error\[missing-file\] conductor\.json: a conductor\.json in the current folder/) as unknown });
    expect(bash('cp -r . "$PWD-2" && cd "$PWD-2" && rm -r "$PWD" && cp -r "$OLDPWD" "$PWD" && conductor generate --quiet && rm -r "$PWD"', folder)).toMatchObject({ status: 0, stderr: '' });
  });
});
