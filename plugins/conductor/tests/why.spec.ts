import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command';

const MANY = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`k${index}`, index]));

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conductor-why-'));
  mkdirSync(join(folder, '.conductor', 'patterns', 'p'), { recursive: true });
  writeFileSync(join(folder, 'conductor.json'), JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'p', options: { dates: 'string' } }] }));
  writeFileSync(join(folder, 'spec.json'), JSON.stringify({ letters: { A: { n: 1, many: MANY } } }));
  writeFileSync(join(folder, '.conductor', 'patterns', 'p', 'pattern.json'), JSON.stringify({ id: 'p', options: { dates: { type: 'string' } }, outputs: [{ template: 't.ejs', forEach: '/letters', to: '<%= item.key %>.txt' }] }));
  writeFileSync(join(folder, '.conductor', 'patterns', 'p', 't.ejs'), '<%= item.value.n %> <%= options.dates %> <%= Object.values(item.value.many).length %>\n');
  await run(['generate'], folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('conductor why', () => {
  it('tells for a job that is skipped what it depends on, by source', async () => {
    const { code, stdout, stderr } = await run(['why', 'generated/A.txt'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('generated/A.txt: up to date\n  on disk  as it was written\n  job      p/t.ejs ← spec#/letters/A\n');
    expect(stdout).toContain('  template t.ejs  ');
    expect(stdout).toMatch(/read of option p ← spec: 1 value\n {2}\/dates {2}string\n/);
    expect(stdout).toMatch(/read of spec spec: \d+ values\n/);
    expect(stdout).toMatch(/ {2}… and \d+ more; --json has all\n/);
  });

  it('tells what changed', async () => {
    writeFileSync(join(folder, 'spec.json'), JSON.stringify({ letters: { A: { n: 2, many: MANY } } }));
    const { code, stdout } = await run(['why', join(folder, 'generated', 'A.txt')], '/');
    expect(code).toBe(0);
    expect(stdout).toContain('its job runs next time: spec spec#/letters/A/n: 1 → 2\n');
    expect(readFileSync(join(folder, 'generated', 'A.txt'), 'utf8')).toBe('1 string 60\n');
  });

  it('--json has every read', async () => {
    const { code, stdout } = await run(['why', 'generated/A.txt', '--json'], folder);
    expect(code).toBe(0);
    const document = JSON.parse(stdout) as { reads: object[] };
    expect(document).toMatchObject({ schema: 1, command: 'why', ok: true, artifact: { path: 'generated/A.txt', state: 'as written' }, job: 'p/t.ejs ← spec#/letters/A', upToDate: true, changed: null, known: 'last run' });
    expect(document.reads).toContainEqual({ source: 'spec spec', pointer: '/letters/A/n', kind: 'value', seen: '1' });
    expect(document.reads.length).toBeGreaterThan(60);
  });

  it.each([
    [['why'], 'expected the path of an artifact, received none'],
    [['why', 'a', 'b'], 'expected one artifact, received "a" and "b"'],
    [['why', 'generated/B.txt'], 'did you mean "generated/A.txt"?'],
  ])('%j is a wrong use', async (argv, message) => {
    const { code, stderr } = await run(argv, folder);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('--help tells what it takes', async () => {
    expect((await run(['why', '--help'], folder)).stdout).toContain('Usage: conductor why <artifact> [options]');
  });
});
