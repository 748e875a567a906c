import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entityProject, run } from './command';

let folder: string;

beforeEach(() => {
  folder = entityProject();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DOCUMENT = { schema: 1, ok: true, durationMs: expect.any(Number) };

describe('conductor generate', () => {
  it('works outside of a workspace, and tells what it did', async () => {
    const first = await run(['generate'], folder);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('2 created, 0 kept of 2 artifacts');
    expect(readFileSync(join(folder, 'generated', 'user.ts'), 'utf8')).toContain('export interface User {\n  id: string;\n}');
  });

  it('--json prints exactly one document of the promised shape', async () => {
    await run(['generate'], folder);
    const { code, stdout } = await run(['generate', '--json'], folder);
    expect(code).toBe(0);
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(stdout)).toEqual({
      ...DOCUMENT,
      command: 'generate',
      project: expect.stringContaining('conductor cli'),
      runId: expect.stringMatching(/^\d{8}-\d{6}-\d{3}-[0-9a-f]{6}$/),
      phases: { read: expect.any(Number), resolve: expect.any(Number), render: expect.any(Number), format: expect.any(Number), plan: expect.any(Number), apply: expect.any(Number) },
      jobs: { total: 2, ran: 0, kept: 2, failed: 0 },
      artifacts: { total: 2, created: 0, updated: 0, kept: 2, removed: 0, conflicts: 0, bytes: 0 },
      templates: { total: 3, hits: 3, misses: 0 },
      why: [],
    });
  });

  it('--json carries the error on failure, and says it for people on standard error', async () => {
    writeFileSync(join(folder, 'conductor.json'), '{\n  "specs": [],\n  "paterns": []\n}');
    const { code, stdout, stderr } = await run(['generate', '--json'], folder);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, command: 'generate', ok: false, error: { code: expect.any(String), message: expect.any(String), file: 'conductor.json', hint: expect.any(String) } });
    expect(stderr).toContain('did you mean "patterns"?');
  });

  it('--check fails with the diff and the repair, --dry-run prints the plan; neither writes', async () => {
    const check = await run(['generate', '--check'], folder);
    expect(check.code).toBe(1);
    expect(check.stderr).toContain('+export interface User {');
    expect(check.stderr).toContain('run: conductor generate');
    const plan = await run(['generate', '--dry-run', '--json'], folder);
    expect(JSON.parse(plan.stdout)).toMatchObject({ ok: true, plan: [{ path: 'generated/index.ts', action: 'create' }, { path: 'generated/user.ts', action: 'create' }] });
    expect(() => readFileSync(join(folder, 'generated', 'user.ts'))).toThrow('ENOENT');
  });

  it('a hand edit is exit code 1 with a diff, and --on-conflict decides', async () => {
    await run(['generate'], folder);
    writeFileSync(join(folder, 'generated', 'user.ts'), '// mine\n');
    const conflict = await run(['generate', '--json'], folder);
    expect(conflict.code).toBe(1);
    expect(conflict.stderr).toContain('-// mine');
    expect(JSON.parse(conflict.stdout)).toMatchObject({ ok: false, artifacts: { conflicts: 1 }, error: { code: 'conflict', file: 'generated/user.ts' } });
    expect((await run(['generate', '--on-conflict', 'keep'], folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'generated', 'user.ts'), 'utf8')).toBe('// mine\n');
    expect((await run(['generate', '--on-conflict=overwrite'], folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'generated', 'user.ts'), 'utf8')).toContain('export interface User');
  });

  it('--explain gives the reason of every job that ran', async () => {
    const { stdout } = await run(['generate', '--explain', '--json'], folder);
    expect((JSON.parse(stdout) as { why: object[] }).why).toHaveLength(2);
  });
});

describe('the store and the manifest', () => {
  it('cache-status, cache-clean', async () => {
    await run(['generate'], folder);
    const status = JSON.parse((await run(['cache-status', '--verify', '--json'], folder)).stdout) as { store: { entries: number } };
    expect(status).toMatchObject({ ...DOCUMENT, command: 'cache-status', store: { kinds: { template: { entries: 5 }, checked: { entries: expect.any(Number) } }, runs: 1, hits: 0, misses: 3, hitRate: 0, damaged: [] } });
    expect(JSON.parse((await run(['cache-clean', '--max-entries', '1', '--json'], folder)).stdout)).toMatchObject({ store: { entries: 1, removed: status.store.entries - 1 } });
    expect(JSON.parse((await run(['cache-clean', '--json'], folder)).stdout)).toMatchObject({ ok: true, store: { entries: 0 } });
  });

  it('manifest-status exits with 1 for what is edited or missing', async () => {
    await run(['generate'], folder);
    expect(await run(['manifest-status'], folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('2 unchanged, 0 edited, 0 missing') });
    writeFileSync(join(folder, 'generated', 'user.ts'), '// mine\n');
    rmSync(join(folder, 'generated', 'index.ts'));
    const status = await run(['manifest-status', '--json'], folder);
    expect(status.code).toBe(1);
    expect(JSON.parse(status.stdout)).toMatchObject({ ok: false, manifest: { total: 2, unchanged: 0, edited: ['generated/user.ts'], missing: ['generated/index.ts'] }, error: { code: 'conflict' } });
  });

  it('manifest-clean drops what no pattern makes any more, and nothing that was edited', async () => {
    await run(['generate'], folder);
    writeFileSync(join(folder, 'models', 'm.yaml'), 'entities:\n  - name: Other\n    attributes:\n      - { name: id, type: uuid, primaryKey: true }\n');
    expect(JSON.parse((await run(['manifest-clean', '--dry-run', '--json'], folder)).stdout)).toMatchObject({ removed: ['generated/user.ts'], kept: 1 });
    const text = readFileSync(join(folder, 'generated', 'user.ts'), 'utf8');
    writeFileSync(join(folder, 'generated', 'user.ts'), '// mine\n');
    expect((await run(['manifest-clean'], folder)).code).toBe(1);
    writeFileSync(join(folder, 'generated', 'user.ts'), text);
    expect(JSON.parse((await run(['manifest-clean', '--json'], folder)).stdout)).toMatchObject({ ok: true, removed: ['generated/user.ts'] });
    expect(() => readFileSync(join(folder, 'generated', 'user.ts'))).toThrow('ENOENT');
  });
});

describe('what people should hear of', () => {
  it('a hand edit that is kept, in every run that keeps it', async () => {
    await run(['generate'], folder);
    writeFileSync(join(folder, 'generated', 'user.ts'), '// mine\n');
    const kept = expect.objectContaining({ code: 0, stdout: expect.stringContaining('edited by hand and kept: generated/user.ts') });
    expect(await run(['generate', '--on-conflict', 'keep'], folder)).toEqual(kept);
    expect(await run(['generate'], folder)).toEqual(kept);
  });

  it('a damaged manifest: found, and then made again', async () => {
    await run(['generate'], folder);
    const manifest = join(folder, '.conductor', 'manifests', readdirSync(join(folder, '.conductor', 'manifests'))[0] as string);
    writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, -9));
    expect((await run(['generate', '--dry-run'], folder)).stderr).toContain('warning[damaged-manifest] ');
    expect(await run(['generate', '--json'], folder)).toMatchObject({ code: 0, stderr: expect.stringContaining('was damaged, and was made again') });
    expect((await run(['generate'], folder)).stderr).toBe('');
  });

  it('the figures of the store and the manifest, at the top of their documents', async () => {
    await run(['generate'], folder);
    rmSync(join(folder, 'generated', 'user.ts'));
    const store = JSON.parse((await run(['cache-status', '--json'], folder)).stdout) as { store: Record<string, unknown> };
    const { entries, bytes, hitRate, oldestAgeMs: ageMs } = store.store;
    expect(store).toMatchObject({ entries, bytes, hitRate, ageMs });
    expect(JSON.parse((await run(['manifest-status', '--json'], folder)).stdout)).toMatchObject({ changed: 1, missing: 1, edited: 0, kept: 0, manifest: { missing: ['generated/user.ts'] } });
  });
});

describe('used wrongly', () => {
  it.each<[string[], string, string]>([
    [['genrate'], 'expected a command', 'did you mean generate?'],
    [['generate', '--chekc'], 'an option of generate', 'did you mean --check?'],
    [['generate', '--on-conflict', 'maybe'], 'one of fail, keep, overwrite', '"maybe"'],
    [['generate', '--on-conflict'], 'one of fail, keep, overwrite', 'no value'],
    [['generate', '--parallel', '0'], 'a whole number from 1', '"0"'],
    [['generate', '--parallel=x'], 'a whole number from 1', '"x"'],
    [['generate', '--no-cache=true'], '--no-cache without a value', '"true"'],
    [['generate', '--no-force'], 'an option of generate', '--no-force'],
    [['generate', 'a', 'b', 'c'], 'one project', '"b" and "c"'],
    [['generate', 'a', '--max-entries', '3'], 'an option of generate', '--max-entries'],
    [['generate', '--watch', '--check'], '--watch or --check', 'both'],
    [['generate', 'nowhere'], 'nowhere', 'hint'],
    [['cache-clean', '--max-entries', '-1'], 'a whole number from 0', ''],
    [['cache-clean', '--max-entries', '1.5'], 'a whole number from 0', '"1.5"'],
    [['cache-clean', '--max-age-days', '-0.5'], 'a number from 0', ''],
    [['help', 'nothing'], 'expected a command', '"nothing"'],
  ])('%j exits with 2', async (argv, expected, received) => {
    const { code, stdout, stderr } = await run(argv, folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).toContain(received);
  });

  it('is told in JSON also when no command was given', async () => {
    const { code, stdout } = await run(['--json'], folder);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, command: '', project: null, ok: false, error: { code: 'usage', hint: 'conductor --help lists the commands' } });
    expect(await run(['--json', '--help'], folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage:') });
  });

  it('says so in JSON too', async () => {
    const { code, stdout } = await run(['generate', '--chekc', '--json'], folder);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, command: 'generate', project: null, ok: false, error: { code: 'usage', hint: 'did you mean --check?' } });
  });
});

describe('help', () => {
  it('tells of every command, and of each with its options and examples', async () => {
    const overview = await run(['--help'], folder);
    expect(overview.code).toBe(0);
    for (const command of ['generate', 'cache-status', 'cache-clean', 'manifest-status', 'manifest-clean', 'metrics', 'report']) {
      expect(overview.stdout).toContain(`  ${command} `);
      const one = await run([command, '--help'], folder);
      expect(one).toMatchObject({ code: 0, stderr: '' });
      expect(one.stdout).toMatch(/Examples:\n {2}conductor /);
      expect(await run(['help', command], folder)).toEqual(one);
    }
    expect((await run([], folder)).stdout).toBe(overview.stdout);
    expect((await run(['--version'], folder)).stdout).toBe('9.9.9\n');
  });

  it('has colour on a terminal only', async () => {
    const { paintFor } = await import('../src/cli/io');
    const io = { cwd: folder, stdout: { write: () => undefined }, stderr: { write: () => undefined }, isTTY: true };
    expect(paintFor({ ...io, env: {} }).red('x')).toBe('\u001b[31mx\u001b[39m');
    for (const env of [{ NO_COLOR: '1' }, { CI: 'true' }, { TERM: 'dumb' }]) expect(paintFor({ ...io, env }).red('x')).toBe('x');
    expect(paintFor({ ...io, isTTY: false, env: {} }).red('x')).toBe('x');
  });
});
