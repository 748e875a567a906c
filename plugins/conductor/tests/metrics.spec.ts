import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

Object.assign(globalThis, { __CONDUCTOR_VERSION__: '9.9.9', __CONDUCTOR_BUILD__: 'test' });

async function run(...argv: string[]) {
  const { runCli } = await import('../src/run-cli');
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await runCli(argv, { cwd: folder, env: {}, isTTY: false, stdout: { write: (text) => void stdout.push(text) }, stderr: { write: (text) => void stderr.push(text) } });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

let folder: string;

/** A workspace with two codegen projects, `a` and `b`, of one pattern. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conductor metrics '));
  const files = {
    'nx.json': '{}',
    '.conductor/patterns/plain/pattern.json': JSON.stringify({ id: 'plain', outputs: [{ template: 't.ejs', forEach: '/names', to: '<%= item.name %>.ts' }] }),
    '.conductor/patterns/plain/t.ejs': 'export const <%= item.name %> = <%= item.of %>;\n',
    ...Object.fromEntries(['a', 'b'].flatMap((name) => [[`${name}/conductor.json`, JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'plain' }] })], [`${name}/spec.json`, '{"names":{"x":{"of":1},"y":{"of":2}}}']])),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('conductor metrics', () => {
  beforeEach(async () => {
    for (const project of ['a', 'b', 'a']) expect((await run('generate', project)).code).toBe(0);
  });

  it('tells of the workspace, or of one project, for people', async () => {
    const { code, stdout } = await run('metrics');
    expect(code).toBe(0);
    expect(stdout).toContain('3 runs, ');
    expect(stdout).toContain('a: generate, 2 runs (2 done)\n  jobs: 2 ran, 2 kept of 4 (50.0 %)\n');
    expect(stdout).toMatch(/saved against clean runs: -?\d+\.\d s in 1 incremental run/);
    expect(stdout).toMatch(/\n {2}whole run +\d+/);
    expect((await run('metrics', 'b')).stdout).not.toContain('a: generate');
    expect((await run('metrics', 'b', '--all')).stdout).toContain('a: generate');
  });

  it('tells scripts the runs and the figures', async () => {
    const document = JSON.parse((await run('metrics', '--json', '--last', '1')).stdout) as object;
    expect(document).toMatchObject({ schema: 1, command: 'metrics', project: null, ok: true, durationMs: expect.any(Number), runs: [{ project: 'a', command: 'generate', outcome: 'done' }], metrics: [{ project: 'a', work: { total: 2, ran: 0, kept: 2, hitRate: 1 } }] });
  });

  it('tells them to whoever asks by --format too, on standard output and in a file', async () => {
    const document = { schema: 1, command: 'metrics', project: 'a', ok: true, durationMs: expect.any(Number), runs: [{ project: 'a' }, { project: 'a' }], metrics: [{ project: 'a' }] };
    expect(JSON.parse((await run('metrics', 'a', '--format', 'json')).stdout)).toMatchObject(document);
    for (const option of ['--format=json', '--json']) {
      expect((await run('metrics', 'a', option, '--output', 'm.json')).code).toBe(0);
      expect(JSON.parse(readFileSync(join(folder, 'm.json'), 'utf8'))).toMatchObject(document);
    }
    expect(JSON.parse((await run('metrics', 'nobody', '--format', 'json')).stdout)).toMatchObject({ ok: false, error: { code: 'unknown-name' } });
    expect(await run('metrics', '--json', '--format', 'csv')).toMatchObject({ code: 2, stdout: expect.stringContaining('"code":"usage"') });
  });

  it('reads the records of a folder that is only compiled', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'conductor alone '));
    writeFileSync(join(alone, 'tsconfig.json'), '{ "include": ["*.ts"] }');
    writeFileSync(join(alone, 'a.ts'), 'export const a: number = 1;\n');
    const { runCli } = await import('../src/run-cli');
    const codes: number[] = [];
    const said: string[] = [];
    for (const argv of [['compile'], ['metrics'], ['report'], ['cache-status']]) codes.push(await runCli(argv, { cwd: alone, env: {}, isTTY: false, stdout: { write: (text) => void said.push(text) }, stderr: { write: () => undefined } }));
    rmSync(alone, { recursive: true, force: true });
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(said.join('')).toContain(': compile, 1 run (1 done)');
  });

  it('writes CSV and the text of Prometheus, to a file when asked', async () => {
    expect((await run('metrics', 'a', '--format', 'csv')).stdout.split('\r\n')).toHaveLength(4);
    expect(await run('metrics', '--format', 'prometheus', '--output', 'out/c.prom')).toMatchObject({ code: 0, stdout: 'out/c.prom: metrics of 3 runs\n' });
    expect(readFileSync(join(folder, 'out', 'c.prom'), 'utf8')).toContain('conductor_runs_total{project="b",command="generate",outcome="done"} 1\n');
    expect(readdirSync(join(folder, 'out'))).toEqual(['c.prom']);
    expect(await run('metrics', '--output', 'nx.json/x', '--json')).toMatchObject({ code: 1, stderr: expect.stringContaining('error[disk]') });
  });

  it('says what is missing when nothing is recorded', async () => {
    rmSync(join(folder, '.conductor', 'runs'), { recursive: true });
    expect(await run('metrics')).toMatchObject({ code: 0, stdout: 'no run is recorded yet: conductor generate leaves a record of each\n' });
  });
});

describe('conductor report', () => {
  it('makes one page, for the workspace or for a project, where one says', async () => {
    await run('generate', 'a');
    await run('generate', 'b');
    expect(await run('report')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\.conductor\/metrics\/report\.html: 2 runs, \d/) });
    expect(await run('report', 'a')).toMatchObject({ code: 0, stdout: expect.stringContaining('.conductor/metrics/report-a.html: 1 run, ') });
    expect(JSON.parse((await run('report', 'a', '--all', '--output', 'page.html', '--json')).stdout)).toMatchObject({ schema: 1, command: 'report', ok: true, output: 'page.html', runs: 2, bytes: expect.any(Number) });
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toContain('<strong>generate</strong> of <strong>b</strong>');
    expect(page).toContain('uPlot');
    expect(await run('report', '--output', 'nx.json/x')).toMatchObject({ code: 1, stderr: expect.stringContaining('error[disk]') });
  });
});

describe('--profile', () => {
  it('writes a trace with the spans of the run, whether it is recorded or not', async () => {
    expect(await run('generate', 'a', '--profile', 'trace.json', '--no-record')).toMatchObject({ code: 0, stderr: '' });
    const { traceEvents } = JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8')) as { traceEvents: { cat?: string; name: string }[] };
    expect(traceEvents.filter(({ cat }) => cat === 'job').map(({ name }) => name)).toEqual(['plain/t.ejs ← spec#/names/x', 'plain/t.ejs ← spec#/names/y']);
    expect(traceEvents.filter(({ cat }) => cat === 'phase')).toHaveLength(6);
    expect(readdirSync(join(folder, '.conductor'))).not.toContain('runs');
  });

  it('that cannot be written is told before anything is done', async () => {
    expect(await run('generate', 'a', '--profile', 'nowhere/trace.json')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('error[disk]') });
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['conductor.json', 'spec.json']);
  });
});
