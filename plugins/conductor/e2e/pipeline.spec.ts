import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createNxWorkspace, type NxWorkspace } from '@nx-conductor/testkit/nx';
import { startStaying, type Staying } from './staying';

/** A project with everything that a pipeline can have: helpers, a command with an input of its own, rules. */
const FILES = {
  'libs/api/project.json': { name: 'api' },
  'libs/api/conductor.json': { specs: [{ adapter: 'json-schema', path: 'model.json' }], patterns: [{ use: 'plain' }] },
  'libs/api/model.json': { $defs: { User: {}, Pet: {} } },
  'libs/api/words.txt': 'first',
  'libs/api/tsconfig.json': { compilerOptions: { target: 'es2022', module: 'esnext', outDir: 'dist', rootDir: 'generated', types: [] }, include: ['generated'] },
  '.conductor/patterns/plain/pattern.json': {
    id: 'plain',
    helpers: 'helpers.cjs',
    outputs: [
      { template: 'item.ts.ejs', forEach: 'definitions', to: '<%= item.key.toLowerCase() %>.ts' },
      { run: ['node', '{pattern}/say.cjs', 'words.txt', '{out}'], forEach: 'document', inputs: ['words.txt'], to: 'said' },
    ],
  },
  '.conductor/patterns/plain/item.ts.ejs': 'export const <%= item.key %> = "<%= shout(item.key) %>";\n',
  '.conductor/patterns/plain/helpers.cjs': 'module.exports = () => ({ shout: (text) => text.toUpperCase() });\n',
  '.conductor/patterns/plain/say.cjs': "const { readFileSync, writeFileSync } = require('node:fs');\nwriteFileSync(process.argv[3] + '/words.ts', `export const words = ${JSON.stringify(readFileSync(process.argv[2], 'utf8'))};\\n`);\n",
};

const rule = (word: string) => `id: no-word\nversion: 1\nkinds: [typescript]\nseverity: error\nconfidence: 0.9\nmessage: the word ${word}\nhelp: say something else\ntext: ${word}\nin: [strings]\nvalid: ['a;']\ninvalid: ["x = '${word}';"]\n`;

describe('metrics, report and pipeline through nx run', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace(FILES);
  });
  afterAll(() => workspace.dispose());

  /** The one line of a run of Nx that is a document: Nx tells lines of its own around it. */
  const documentIn = (stdout: string) => JSON.parse(stdout.split('\n').filter((line) => line.startsWith('{'))[0] ?? '') as object;

  it('pipeline with the options that scripts pass: phases, the document, a log; never answered by a cache', async () => {
    for (const kept of [0, 3]) {
      const ran = await workspace.nx('run', 'api:pipeline', '--task-id=8', '--taskName=code gen', '--log-file=logs/task 8.log', '--json');
      expect(ran.code).toBe(0);
      expect(documentIn(ran.stdout)).toMatchObject({ command: 'pipeline', project: 'api', ok: true, task: { id: '8', name: 'code gen' }, phases: { generate: expect.any(Number) as number, compile: expect.any(Number) as number }, generate: { jobs: { total: 3, kept } } });
      expect(ran.text).toMatch(/\[PERF\] generate \d+ms/);
      expect(ran.text).not.toContain('[local cache]');
    }
    const log = workspace.read('logs/task 8.log');
    expect(log.match(/^# exit 0 after \d+ ms$/gm)).toHaveLength(2);
    expect(log).toMatch(/^\[PERF\] compile \d+ms 3 compiled 0 kept$/m);
  });

  it('metrics and report of the recorded runs, and of what is asked for', async () => {
    const figures = await workspace.nx('run', 'api:metrics', '--json', '--last=3');
    expect(figures.code).toBe(0);
    expect(documentIn(figures.stdout)).toMatchObject({ command: 'metrics', project: 'api', ok: true, runs: [{}, {}, {}], metrics: expect.arrayContaining([expect.objectContaining({ command: 'compile' })]) as unknown });
    expect(await workspace.nx('run', 'api:metrics', '--format=prometheus', '--output=out/conductor.prom')).toMatchObject({ code: 0 });
    expect(workspace.read('out/conductor.prom')).toContain('conductor_runs_total{project="api",command="generate",outcome="done"} 2\n');
    const report = await workspace.nx('run', 'api:report');
    expect({ code: report.code, text: report.text }).toEqual({ code: 0, text: expect.stringMatching(/\.conductor\/metrics\/report-api\.html: \d+ runs/) as string });
    expect(workspace.read('.conductor/metrics/report-api.html')).toContain('<strong>generate</strong> of api');
    expect(await workspace.nx('run', 'api:report', '--output=nx.json/x')).toMatchObject({ code: 1, text: expect.stringContaining('error[disk]') as string });
  });

  it('pipeline fails the task when a phase fails, and says which', async () => {
    workspace.write({ '.conductor/rules/own.yml': rule('PET') });
    const ran = await workspace.nx('run', 'api:pipeline');
    expect(ran.code).toBe(1);
    expect(ran.text).toMatch(/error\[no-word\] libs\/api\/generated\/pet\.ts:1[^]*\[PERF\] validate \d+ms failed 3 judged 1 rejected 0 kept[^]*\[PERF\] compile 0ms skipped: validate failed/);
  });
});

describe('conductor pipeline --watch', () => {
  let workspace: NxWorkspace;
  let running: Staying;
  beforeAll(async () => {
    workspace = await createNxWorkspace(FILES);
    running = startStaying(workspace, ['pipeline', 'api', '--watch', '--json', '--skip', 'typecheck']);
    expect(await running.next()).toMatchObject({ ok: true, generate: { jobs: { ran: 3 } }, compile: { sources: { compiled: 3 } }, skipped: expect.arrayContaining([expect.objectContaining({ phase: 'validate', reason: expect.stringContaining('no rules') as string })]) as unknown });
  });
  afterAll(() => {
    running.child.kill('SIGKILL');
    workspace.dispose();
  });

  /** Edits one file and gives the next run that is told. */
  const after = (path: string, content: string | object) => (workspace.write({ [path]: content }), running.next());

  it('the first rule, an edit of it, and its end: artifacts are judged each time, none is made', async () => {
    expect(await after('.conductor/rules/own.yml', rule('PET'))).toMatchObject({ ok: false, error: { code: 'rejected' }, generate: { jobs: { ran: 0 } }, validate: { files: { judged: 3, rejected: 1 } } });
    expect(await after('.conductor/rules/own.yml', rule('nothing'))).toMatchObject({ ok: true, validate: { files: { judged: 3, approved: 3 } } });
    expect(await after('.conductor/rules/own.yml', rule('USER'))).toMatchObject({ ok: false, validate: { findings: [{ rule: 'no-word', file: 'libs/api/generated/user.ts' }] } });
    workspace.remove('.conductor/rules/own.yml');
    expect(await running.next()).toMatchObject({ ok: true });
  });

  it('a helper, a template, the input of a command, the spec: each in one run, and only what reads it', async () => {
    expect(await after('.conductor/patterns/plain/helpers.cjs', 'module.exports = () => ({ shout: (text) => `${text}!` });\n')).toMatchObject({ ok: true, generate: { artifacts: { updated: 2 } }, compile: { sources: { compiled: 2, kept: 1 } } });
    expect(await after('libs/api/words.txt', 'second')).toMatchObject({ ok: true, generate: { jobs: { ran: 1 }, artifacts: { updated: 1 } }, compile: { sources: { compiled: 1 } } });
    expect(workspace.read('libs/api/dist/said/words.js')).toContain('second');
    expect(await after('libs/api/model.json', { $defs: { User: {}, Pet: {}, Bird: {} } })).toMatchObject({ ok: true, generate: { artifacts: { created: 1 } }, compile: { sources: { compiled: 1 } } });
    expect(await after('.conductor/patterns/plain/item.ts.ejs', 'export const <%= item.key %> = 1;\n')).toMatchObject({ ok: true, generate: { artifacts: { updated: 3 } }, compile: { sources: { compiled: 3 } } });
  });

  it('conductor.json: what is wrong with it, what mends it, and another output folder', async () => {
    expect(await after('libs/api/conductor.json', '{ "specs": ')).toMatchObject({ ok: false, error: { code: 'syntax' } });
    const config = { specs: [{ adapter: 'json-schema', path: 'model.json' }], patterns: [{ use: 'plain' }] };
    // A burst may be met half-way: what counts is where it ends.
    for (const output of ['generated', 'made']) {
      workspace.write({ 'libs/api/conductor.json': { ...config, output }, 'libs/api/tsconfig.json': { compilerOptions: { target: 'es2022', module: 'esnext', outDir: 'dist', rootDir: output, types: [] }, include: [output] } });
      let told = await running.next();
      while (!told.ok) told = await running.next();
      while (!workspace.exists(`libs/api/${output}/pet.ts`)) told = await running.next();
    }
    expect(workspace.list('libs/api/generated')).toEqual([]);
    expect(workspace.list('libs/api/made')).toEqual(['bird.ts', 'pet.ts', 'said/words.ts', 'user.ts']);
  });
});

describe('conductor pipeline, interrupted while a command runs', () => {
  let workspace: NxWorkspace;
  afterAll(() => workspace.dispose());

  /** True while there is a process that does something. */
  const isAlive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  };

  it('ends with 130 and nothing on standard output, all that the command started with it; the next run is as from nothing', async () => {
    workspace = await createNxWorkspace(FILES);
    const pids = join(workspace.root, 'pids');
    const hanging = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' });\nrequire('node:fs').writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid + ' .');\nsetTimeout(() => {}, 60000);\n`;
    const say = workspace.read('.conductor/patterns/plain/say.cjs');
    workspace.write({ '.conductor/patterns/plain/say.cjs': hanging });
    const child = spawn(process.execPath, [join(workspace.root, 'node_modules/@nx-conductor/plugin/bin/conductor.js'), 'pipeline', 'api', '--json'], { cwd: workspace.root, env: { PATH: process.env['PATH'] ?? '', HOME: join(workspace.root, '.home') }, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    child.stdout.on('data', (data: Buffer) => (told += data.toString('utf8')));
    child.stderr.resume();
    while (!existsSync(pids) || !readFileSync(pids, 'utf8').endsWith('.')) await sleep(20);
    const started = readFileSync(pids, 'utf8').split(' ').slice(0, 2).map(Number);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    for (let tries = 0; tries < 200 && started.some(isAlive); tries++) await sleep(20);
    expect({ alive: started.filter(isAlive), told, generated: workspace.exists('libs/api/generated'), manifest: workspace.exists('.conductor/manifests/api.json'), dist: workspace.exists('libs/api/dist') }).toEqual({ alive: [], told: '', generated: false, manifest: false, dist: false });
    workspace.write({ '.conductor/patterns/plain/say.cjs': say });
    const next = await workspace.conductor('pipeline', 'api', '--json');
    expect(next.stderr).not.toContain('waiting');
    expect(JSON.parse(next.stdout)).toMatchObject({ ok: true, generate: { artifacts: { created: 3 } }, compile: { sources: { compiled: 3 } } });
  });
});
