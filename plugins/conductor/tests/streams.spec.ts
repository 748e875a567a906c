import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
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
