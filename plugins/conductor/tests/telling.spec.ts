import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entityProject, run } from './command';

let folder: string;

beforeEach(() => {
  folder = entityProject();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SILENT = { code: 0, stdout: '', stderr: '' };

describe('--quiet', () => {
  it('leaves nothing but errors', async () => {
    expect(await run(['generate', '--quiet'], folder)).toEqual(SILENT);
    expect(await run(['manifest-status', '--quiet'], folder)).toEqual(SILENT);
    writeFileSync(join(folder, 'generated', 'user.ts'), '// mine\n');
    expect(await run(['generate', '--quiet'], folder)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('error[conflict]') });
    expect(await run(['manifest-status', '--quiet'], folder)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('error[conflict]') });
  });

  it('silences warnings', async () => {
    await run(['generate'], folder);
    const [manifest] = readdirSync(join(folder, '.conductor', 'manifests')).map((name) => join(folder, '.conductor', 'manifests', name));
    writeFileSync(manifest as string, readFileSync(manifest as string, 'utf8').slice(0, -9));
    expect((await run(['generate', '--dry-run'], folder)).stderr).toContain('warning[damaged-manifest]');
    expect(await run(['generate', '--dry-run', '--quiet'], folder)).toEqual(SILENT);
  });

  it('leaves the document of --json, and an error beside it', async () => {
    const { stdout } = await run(['generate', '--quiet', '--json'], folder);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, artifacts: { created: 2 } });
    writeFileSync(join(folder, 'generated', 'user.ts'), '// mine\n');
    expect(await run(['generate', '--quiet', '--json'], folder)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^\{.*\}\n$/), stderr: expect.stringContaining('error[conflict]') });
  });
});

describe('--log-file', () => {
  it('appends what is told, without colour, between command line and exit code', async () => {
    const first = await run(['generate', '--log-file', 'logs/a b.log'], folder, {}, true);
    expect(first.stdout).toContain('\u001b[32m✓');
    await run(['manifest-status', '--quiet', '--log-file=logs/a b.log'], folder);
    const lines = readFileSync(join(folder, 'logs', 'a b.log'), 'utf8').split('\n');
    expect(lines[0]).toMatch(/^# \d{4}-\d\d-\d\dT[\d:.]+Z conductor generate --log-file logs\/a b\.log$/);
    expect(lines).toContainEqual(expect.stringMatching(/^✓ .*2 created, 0 kept of 2 artifacts/));
    expect(lines.filter((line) => /^# exit 0 after \d+ ms$/.test(line))).toHaveLength(2);
    // `--quiet` silences the screen only.
    expect(lines).toContainEqual(expect.stringContaining('2 unchanged, 0 edited, 0 missing'));
    expect(lines.join('')).not.toContain('\u001b');
  });

  it('has the errors of a run that fails, and its exit code', async () => {
    writeFileSync(join(folder, 'conductor.json'), '{ "paterns": [] }');
    expect((await run(['generate', '--log-file', 'x.log'], folder)).code).toBe(2);
    expect(readFileSync(join(folder, 'x.log'), 'utf8')).toMatch(/did you mean "patterns"\?[^]*\n# exit 2 after \d+ ms\n$/);
  });

  it('that cannot be written is an error before anything is done', async () => {
    const { code, stdout, stderr } = await run(['generate', '--json', '--log-file', 'models'], folder);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('error[disk] models: cannot ') });
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(readdirSync(folder)).not.toContain('generated');
  });
});

describe('commands of two words', () => {
  it.each<[string[], string]>([
    [['cache', 'status', '--json'], 'cache-status'],
    [['cache', 'verify', '--json'], 'cache-verify'],
    [['cache', 'clean', '--dry-run', '--json'], 'cache-clean'],
    [['--json', 'manifest', 'status'], 'manifest-status'],
    [['manifest', 'verify', '.', '--json'], 'manifest-verify'],
    [['manifest', 'clean', '--json'], 'manifest-clean'],
  ])('%j is %s', async (argv, command) => {
    await run(['generate'], folder);
    const { code, stdout } = await run(argv, folder);
    expect({ code, document: JSON.parse(stdout) as object }).toEqual({ code: 0, document: expect.objectContaining({ command, ok: true }) });
  });

  it('are told of together and one by one', async () => {
    const group = await run(['cache', '--help'], folder);
    for (const name of ['status', 'clean', 'verify']) expect(group.stdout).toContain(`conductor cache ${name}`);
    expect(await run(['help', 'cache'], folder)).toEqual(group);
    expect(await run(['help', 'cache', 'clean'], folder)).toEqual(await run(['cache-clean', '--help'], folder));
  });

  it.each<[string[], string]>([
    [['cache'], 'nothing after it'],
    [['cache', 'stauts'], 'did you mean cache status?'],
    [['manifest', 'everything'], 'conductor manifest --help'],
  ])('%j exits with 2', async (argv, says) => {
    expect(await run(argv, folder)).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
  });
});

describe('verify', () => {
  it('of the store removes damaged entries, and exits with 1 when there were any', async () => {
    await run(['generate'], folder);
    const entries = readdirSync(join(folder, '.conductor', 'cache', 'template'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const victim = entries[0] as (typeof entries)[0];
    writeFileSync(join(victim.parentPath, victim.name), 'not what it was');
    const found = await run(['cache', 'verify', '--json'], folder);
    expect(found.code).toBe(1);
    expect(JSON.parse(found.stdout)).toMatchObject({ ok: false, damaged: [expect.stringContaining(victim.name)], error: { code: 'damaged-entries' } });
    expect(await run(['cache', 'verify'], folder)).toMatchObject({ code: 0, stdout: expect.stringContaining(' are sound'), stderr: '' });
    expect((await run(['generate', '--force'], folder)).code).toBe(0);
  });
});
