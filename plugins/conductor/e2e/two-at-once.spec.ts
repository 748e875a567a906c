import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

/*
 * Four commands on one project at once, some of them killed, one of them stopped for a while: they never work on the
 * files at the same time, none says it is done when it is not, and nothing they leave keeps the next one from its work.
 */

/** The whole by `npm run test:torture`. */
const ROUNDS = process.env['CONDUCTOR_TORTURE'] ? 200 : 10;
const AT_ONCE = 4;

/**
 * Loaded into every command: from its first rename into the output folder to that of the manifest it says that it is at
 * work, and tells when it finds that another is, too. It works slowly, so that they would meet. With BROKEN_LOCK, every
 * attempt to take the lock succeeds.
 */
const PROBE = `
const fs = require('node:fs');
const { renameSync } = fs;
const [working, overlaps] = [process.env.PROBE + '.working', process.env.PROBE + '.overlaps'];
const alive = (pid) => { try { return !/^\\d+ \\(.*\\) [ZX]/s.test(fs.readFileSync('/proc/' + pid + '/stat', 'utf8')); } catch { return false; } };
const enter = () => {
  const other = fs.existsSync(working) ? fs.readFileSync(working, 'utf8') : '';
  if (other !== '' && other !== String(process.pid) && alive(other)) fs.appendFileSync(overlaps, process.pid + ' and ' + other + '\\n');
  fs.writeFileSync(working, String(process.pid));
};
fs.renameSync = (from, to) => {
  const output = /[\\\\/]generated[\\\\/]/.test(to);
  const manifest = /[\\\\/]manifests[\\\\/]api\\.json$/.test(to);
  if (output || manifest) {
    enter();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    enter();
  }
  renameSync(from, to);
  if (manifest) fs.rmSync(working, { force: true });
};
if (process.env.BROKEN_LOCK) require('node:child_process').spawn = () => {
  const child = new (require('node:events').EventEmitter)();
  setImmediate(() => child.emit('close', 0));
  return child;
};
`;

/** A spec of many items with a value that changes from round to round, and what is generated from it. */
const NAMES = Array.from({ length: 12 }, (_, index) => `Item${index}`);
const specOf = (round: number) => JSON.stringify({ $defs: Object.fromEntries(NAMES.map((name) => [name, { type: 'object', description: `${name} of ${round}` }])) });
const textOf = (name: string, round: number) => `A ${name} of ${round}\n`;

let workspace: NxWorkspace;
let probe: string;
beforeAll(async () => {
  workspace = await createNxWorkspace({
    ...SAMPLE,
    'probe.js': PROBE,
    'libs/api/conductor.json': { specs: [{ adapter: 'json-schema', path: 'spec/model.json' }], patterns: [{ use: 'plain', options: { title: 'A' } }] },
    '.conductor/patterns/plain/item.txt.ejs': '<%= options.title %> <%= item.value.description %>\n',
  });
  probe = join(workspace.root, 'probe');
});
afterAll(() => workspace.dispose());

function start(env: Readonly<Record<string, string>> = {}): ChildProcess {
  const script = join(workspace.root, 'node_modules', '@nx-conductor', 'plugin', 'bin', 'conductor.js');
  return spawn(process.execPath, ['--require', join(workspace.root, 'probe.js'), script, 'generate', 'libs/api'], {
    cwd: workspace.root,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'] ?? '', PROBE: probe, ...env },
  });
}

/** The artifacts that are not as the round's spec gives them. */
function wrong(round: number): string[] {
  return NAMES.filter((name) => {
    const path = join(workspace.root, 'libs', 'api', 'generated', `${name.toLowerCase()}.txt`);
    return !existsSync(path) || readFileSync(path, 'utf8') !== textOf(name, round);
  });
}

const overlaps = () => (existsSync(`${probe}.overlaps`) ? readFileSync(`${probe}.overlaps`, 'utf8') : '');
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fixed, so that a failure can be run again; what the machine does with it differs all the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}

it(`${ROUNDS} rounds of ${AT_ONCE} commands, some killed, one stopped for a while`, async () => {
  const random = randomFrom(7);
  const endings = { done: 0, killed: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    workspace.write({ 'libs/api/spec/model.json': specOf(round) });
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        const child = start();
        const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
        if (round % 5 === 4 && index === 0) {
          await after(100 + random() * 200);
          child.kill('SIGSTOP');
          await after(400);
          child.kill('SIGCONT');
        } else if (random() < 0.5) {
          await after(random() * 500);
          child.kill('SIGKILL');
        }
        const [code, signal] = await exit;
        // The moment it says that it is done, everything is as its spec says.
        if (code === 0) expect([round, wrong(round)]).toEqual([round, []]);
        else expect([round, code, signal]).toEqual([round, null, 'SIGKILL']);
        endings[code === 0 ? 'done' : 'killed'] += 1;
      }),
    );
    // Whatever was left behind: the next one comes through, and ends in the clean state.
    const last = start();
    expect(await once(last, 'exit')).toEqual([0, null]);
    expect([round, wrong(round)]).toEqual([round, []]);
  }
  expect(overlaps()).toBe('');
  expect(endings.done).toBeGreaterThan(0);
  expect(endings.killed).toBeGreaterThan(0);
  expect((await workspace.conductor('generate', 'libs/api', '--check')).code).toBe(0);
  expect((await workspace.conductor('manifest-status', 'libs/api')).code).toBe(0);
  expect(workspace.list('libs/api/generated')).toEqual(NAMES.map((name) => `${name.toLowerCase()}.txt`).sort());
  expect(workspace.list('.conductor/cache/locks')).toEqual([]);
}, 1_800_000);

it('would find commands that work at the same time', async () => {
  rmSync(`${probe}.working`, { force: true });
  for (let round = 1000; round < 1020 && overlaps() === ''; round++) {
    writeFileSync(join(workspace.root, 'libs', 'api', 'spec', 'model.json'), specOf(round));
    await Promise.all(Array.from({ length: AT_ONCE }, () => once(start({ BROKEN_LOCK: '1' }), 'exit')));
  }
  expect(overlaps()).not.toBe('');
});
