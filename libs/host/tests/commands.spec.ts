import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandEnd, CommandRequest } from '@nx-conductor/core';
import { realCommands } from '@nx-conductor/host';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'host-commands-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a Node script; `{out}` is its first argument. */
function run(script: string, request: Partial<CommandRequest> = {}, stop = new AbortController()): Promise<CommandEnd> {
  return realCommands.run({ program: process.execPath, args: ['-e', script, '{out}'], env: {}, files: [], links: {}, cwd: '', timeoutMs: 60_000, log: undefined, ...request }, stop.signal);
}

const texts = ({ files }: CommandEnd) => Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));

const PRELUDE = "const fs = require('fs'), path = require('path'), out = process.argv[1]; const put = (name, text) => { fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true }); fs.writeFileSync(path.join(out, name), String(text)); };";

/** True while there is a process; one that has ended and was not waited for counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : '');
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  return !isAlive(pid);
}

/** Starts a grandchild that would stay for a minute, and puts its process id into a file. */
const stays = (file: string) => `const child = require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' }); fs.writeFileSync(${JSON.stringify(file)}, String(child.pid)); child.unref();`;

describe('a command', () => {
  it('runs in a folder of its own, with what is laid out, links among it, and leaves files in code-unit order', async () => {
    writeFileSync(join(folder, 'linked.txt'), 'linked');
    const end = await run(`${PRELUDE} put('b/x', fs.readFileSync('in.txt')); put('a', fs.readFileSync('../packages/linked.txt')); put('B', path.basename(process.cwd())); console.log('said'); console.error('complained');`, {
      cwd: 'app',
      files: [{ path: 'app/in.txt', bytes: Buffer.from('ü') }],
      links: { packages: folder },
    });
    expect(end).toMatchObject({ broken: undefined, code: 0, odd: [] });
    expect(Object.entries(texts(end))).toEqual([['B', 'app'], ['a', 'linked'], ['b/x', 'ü']]);
    expect(end.tail.split('\n').sort()).toEqual(['complained', 'said']);
    expect(readFileSync(join(folder, 'linked.txt'), 'utf8')).toBe('linked');
  });

  it('has the environment that it was given and no other, and a folder for temporary files that goes with it', async () => {
    process.env['CONDUCTOR_TEST_SECRET'] = 'hidden';
    const end = await run(`${PRELUDE} put('env', JSON.stringify(process.env)); fs.writeFileSync(path.join(require('os').tmpdir(), 'left'), ''); put('tmp', require('os').tmpdir());`, { env: { GIVEN: 'yes' } });
    delete process.env['CONDUCTOR_TEST_SECRET'];
    const { TMPDIR, TEMP, TMP, HOME, OUT, ...others } = JSON.parse(texts(end)['env'] as string) as Record<string, string>;
    if (process.platform === 'win32') expect(others).toMatchObject({ GIVEN: 'yes' });
    else expect(others).toEqual({ GIVEN: 'yes' });
    expect(new Set([TMPDIR, TEMP, TMP, HOME, texts(end)['tmp']]).size).toBe(1);
    expect(OUT).toBe(join(TMPDIR as string, '..', 'out'));
    expect(existsSync(TMPDIR as string)).toBe(false);
  });

  it('tells an exit code, a signal, a program that cannot be started, and what lies there that is no file', async () => {
    expect(await run('console.error("no"); process.exit(9)')).toMatchObject({ broken: undefined, code: 9, tail: 'no', files: [] });
    expect(await run('process.kill(process.pid, "SIGKILL")')).toMatchObject({ broken: undefined, code: null, reason: 'SIGKILL' });
    expect(await run('', { program: join(folder, 'none') })).toMatchObject({ broken: 'not started', code: null });
    expect(await run(`${PRELUDE} fs.symlinkSync('/', path.join(out, 'link')); put('file', 1);`)).toMatchObject({ code: 0, odd: ['link'], files: [{ path: 'file' }] });
  });

  it('that takes too long is ended with all that it started', async () => {
    const file = join(folder, 'pid');
    const end = await run(`${PRELUDE} ${stays(file)} setTimeout(() => {}, 60000);`, { timeoutMs: 1500 });
    expect(end).toMatchObject({ broken: 'timeout', code: null });
    expect(await untilGone(Number(readFileSync(file, 'utf8')))).toBe(true);
  });

  it('that ends well leaves no process behind', async () => {
    const file = join(folder, 'pid');
    const end = await run(`${PRELUDE} put('done', 1); ${stays(file)} process.exit(0);`);
    expect(end).toMatchObject({ broken: undefined, code: 0, files: [{ path: 'done' }] });
    expect(await untilGone(Number(readFileSync(file, 'utf8')))).toBe(true);
  });

  it('is stopped by the signal, also when that came first', async () => {
    const stop = new AbortController();
    const running = run('setTimeout(() => {}, 60000)', {}, stop);
    setTimeout(() => stop.abort(), 300);
    expect(await running).toMatchObject({ broken: 'stopped' });
    expect(await run('setTimeout(() => {}, 60000)', {}, stop)).toMatchObject({ broken: 'stopped' });
  });

  it('says everything into its log, and the end of it to who asked', async () => {
    const log = join(folder, 'logs', 'x.log');
    const end = await run('for (let line = 0; line < 5000; line++) console.log("line " + line)', { log });
    expect(readFileSync(log, 'utf8').split('\n')).toHaveLength(5001);
    expect(end.tail.length).toBeLessThanOrEqual(4000);
    expect(end.tail.endsWith('line 4999')).toBe(true);
  });

  it('leaves nothing where it ran', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('conductor-scratch-'));
    await Promise.all([run(`${PRELUDE} put('a', 1)`), run('process.exit(1)')]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('conductor-scratch-') && !before.includes(name))).toEqual([]);
  });
});
