import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manPage } from '../src/cli/man';
import { COMMAND_NAMES } from '../src/cli/options';

const home = join(__dirname, '..');
const { version, man } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string; man: string };
const path = join(home, man);

describe('the manual page', () => {
  it('says what the commands and options are (UPDATE_GOLDEN=1 writes it)', () => {
    const text = manPage(version);
    if (process.env['UPDATE_GOLDEN']) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('is ASCII, and no line of text is taken for a request', () => {
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines.filter((line) => !/^[\x20-\x7e]*$/.test(line))).toEqual([]);
    const requests = new Set(lines.filter((line) => /^[.']/.test(line)).map((line) => line.split(' ')[0]));
    expect([...requests].sort()).toEqual(['.B', '.I', '.PP', '.RI', '.SH', '.SS', '.TH', '.TP']);
  });

  it('is read by groff without a warning, where there is groff', () => {
    const groff = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-P-cbou', path], { encoding: 'utf8' });
    const read = groff.error ? [] : [groff];
    expect(read.map(({ status, stderr }) => ({ status, stderr }))).toEqual(read.map(() => ({ status: 0, stderr: '' })));
    for (const { stdout } of read) for (const name of COMMAND_NAMES) expect(stdout).toContain(`conductor ${name} `);
  });
});
