import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realLocks } from '@nx-conductor/host';
import { run } from './command';

let folder: string;
const artifact = () => join(folder, 'generated', 'A.txt');
const spec = (n: number) => writeFileSync(join(folder, 'spec.json'), JSON.stringify({ letters: { A: { n } } }));
const text = (title: string, n: number) => `${title}\n\n\n\n${n}\n`;

/** Generated once with 1, edited as told, and the spec's value is 2 now. */
async function edited(mine: string): Promise<void> {
  spec(1);
  await run(['generate'], folder);
  expect(readFileSync(artifact(), 'utf8')).toBe(text('A', 1));
  writeFileSync(artifact(), mine);
  spec(2);
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-edits-')));
  mkdirSync(join(folder, '.conductor', 'patterns', 'p'), { recursive: true });
  writeFileSync(join(folder, 'conductor.json'), JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'p' }] }));
  writeFileSync(join(folder, '.conductor', 'patterns', 'p', 'pattern.json'), JSON.stringify({ id: 'p', outputs: [{ template: 't.ejs', forEach: '/letters', to: '<%= item.key %>.txt' }] }));
  writeFileSync(join(folder, '.conductor', 'patterns', 'p', 't.ejs'), '<%= item.key %>\n\n\n\n<%= item.value.n %>\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a hand edit, with the real git', () => {
  it('is merged, and kept from then on', async () => {
    await edited(text('Mine', 1));
    expect(await run(['generate'], folder)).toMatchObject({ code: 1, stderr: expect.stringContaining('--on-conflict merge makes one of both') });
    expect(await run(['generate', '--on-conflict', 'merge', '--dry-run', '--json'], folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('"plan":[{"path":"generated/A.txt","action":"update","conflict":"edited","merged":true}]') });
    const merged = await run(['generate', '--on-conflict', 'merge'], folder);
    expect(merged).toMatchObject({ code: 0, stdout: expect.stringContaining('~ generated/A.txt (merged)\n') });
    expect(readFileSync(artifact(), 'utf8')).toBe(text('Mine', 2));
    expect(await run(['generate'], folder)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['manifest-status'], folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('  kept     generated/A.txt') });
  });

  it('that overlaps is shown with markers, and stays as it is', async () => {
    await edited(text('A', 7));
    const { code, stderr } = await run(['generate', '--on-conflict', 'merge'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be merged: the edit and the generator changed the same lines');
    expect(stderr).toContain('+<<<<<<< edited\n 7\n+=======\n+2\n+>>>>>>> generated\n');
    expect(readFileSync(artifact(), 'utf8')).toBe(text('A', 7));
  });
});

describe('a project that another run holds', () => {
  it('is waited for, and told with who holds it', async () => {
    spec(1);
    const lock = await realLocks.take(folder, join(folder, '.conductor', 'cache', 'locks', `${folder.split('/').at(-1)?.toLowerCase()}.json`));
    const { code, stderr } = await run(['generate'], folder, {}, false, () => void (lock.held && lock.release()));
    expect([lock.held, code]).toEqual([true, 0]);
    expect(stderr).toMatch(new RegExp(`^another run holds this project \\(process ${process.pid} on .+, since \\d{4}-.+Z\\); waiting for it to end\\n$`));
  });
});
