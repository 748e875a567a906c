import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPTIONS, SHELLS } from '../src/cli/options';
import { entityProject, run } from './command';

const script = async (shell: string) => (await run(['completion', shell], '/')).stdout;

const installed = (shell: string) => spawnSync(shell, ['--version']).error === undefined;

describe('the script', () => {
  it.each(SHELLS)('for %s knows every command and option, and parses', async (shell) => {
    const text = await script(shell);
    for (const [command, options] of Object.entries(OPTIONS)) {
      const lines = text.split('\n').filter((line) => (shell === 'fish' ? line.includes(`'__conductor_is ${command}'`) : line.trim().startsWith(`${command})`)));
      for (const option of options as readonly { name: string; negatable?: boolean }[]) {
        const name = `${option.negatable ? 'no-' : ''}${option.name}`;
        expect(lines.join('\n')).toMatch(new RegExp(shell === 'fish' ? `-l ${name} ` : `--${name}[ '=[]`));
      }
    }
    const folder = mkdtempSync(join(tmpdir(), 'conductor-completion-'));
    writeFileSync(join(folder, 'script'), text);
    const checked = installed(shell) ? [spawnSync(shell, ['-n', join(folder, 'script')], { encoding: 'utf8' })] : [];
    rmSync(folder, { recursive: true });
    expect(checked.map(({ status, stderr }) => ({ status, stderr }))).toEqual(checked.map(() => ({ status: 0, stderr: '' })));
  });

  it.each<[string[], string]>([
    [['completion'], 'a shell: bash, zsh, fish'],
    [['completion', 'bsh'], 'did you mean bash?'],
  ])('%j exits with 2', async (argv, says) => {
    expect(await run(argv, '/')).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
  });
});

describe('names of projects', () => {
  it('are those of the workspace, without what a shell would run', async () => {
    const folder = entityProject();
    try {
      writeFileSync(join(folder, 'nx.json'), '{}');
      for (const name of ['api', '@scope/models', '$(touch oops)']) {
        const root = join(folder, 'libs', name.replace(/\W/g, ''));
        mkdirSync(root, { recursive: true });
        writeFileSync(join(root, 'conductor.json'), '{}');
        writeFileSync(join(root, 'project.json'), JSON.stringify({ name }));
      }
      expect((await run(['completion', 'projects'], join(folder, 'libs', 'api'))).stdout.split('\n')).toEqual(expect.arrayContaining(['api', '@scope/models']));
      expect((await run(['completion', 'projects'], folder)).stdout).not.toContain('oops');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('in bash', () => {
  let folder: string;
  beforeAll(async () => {
    folder = entityProject();
    mkdirSync(join(folder, 'bin'));
    // Stands in for the command: it is asked for the names of projects only.
    writeFileSync(join(folder, 'bin', 'conductor'), '#!/bin/sh\n[ "$*" = "completion projects" ] && printf "%s\\n" codegen clients\n', { mode: 0o755 });
    writeFileSync(join(folder, 'completion.bash'), await script('bash'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What bash would offer: words as bash splits them, the last one being typed. */
  const offered = (...words: string[]) =>
    execFileSync('bash', ['--norc', '-c', 'set -eu; source ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _conductor || true; printf "%s\\n" ${COMPREPLY[@]+"${COMPREPLY[@]}"}', 'bash', 'conductor', ...words], {
      cwd: folder,
      env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
      encoding: 'utf8',
    })
      .split('\n')
      .filter((line) => line !== '');

  it.each<[string[], string[]]>([
    [['gen'], ['generate']],
    [['cache'], ['cache-status', 'cache-verify', 'cache-clean', 'cache']],
    [['cache', ''], ['status', 'verify', 'clean']],
    [['manifest', 'cl'], ['clean']],
    [['help', 'wh'], ['why']],
    [['generate', '--on-c'], ['--on-conflict']],
    [['generate', 'codegen', '--no-ca'], ['--no-cache']],
    [['generate', '--on-conflict', ''], ['fail', 'keep', 'overwrite', 'merge']],
    [['generate', '--on-conflict', '=', 'ke'], ['keep']],
    [['generate', '--on-conflict', '='], ['fail', 'keep', 'overwrite', 'merge']],
    [['cache', 'clean', '--max-a'], ['--max-age-days']],
    [['cache-clean', '--max-e'], ['--max-entries']],
    [['generate', 'c'], ['codegen', 'clients']],
    [['manifest', 'verify', 'mo'], ['models']],
    [['generate', '--log-file', 'com'], ['completion.bash']],
    [['why', 'models/'], ['models/m.yaml']],
    [['completion', ''], ['bash', 'zsh', 'fish']],
    [['generate', '--parallel', ''], []],
  ])('after %j comes %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});
