import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProcess } from '@nx-conductor/testkit/nx';
import { COMMAND } from './letters';

/** The recipes of docs/bash.md by their headings: each runs as it stands there, under real bash. */
const home = join(__dirname, '..', '..', '..');
const RECIPES = new Map(
  readFileSync(join(home, 'docs', 'bash.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((part): [string, string] => [part.slice(0, part.indexOf('\n')), /^```bash\n([^]*?)^```$/m.exec(part)?.[1] ?? '']),
);

let root: string;
let workspace: string;
let round = 0;

/** The environment of a shell whose PATH has the command, and nothing of this process but that. */
const environment = () => ({ PATH: `${join(root, 'bin')}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`, HOME: root, LC_ALL: 'C.UTF-8', GIT_CONFIG_NOSYSTEM: '1' });

const bash = (script: string, options: readonly string[] = ['-eu', '-o', 'pipefail']) => runProcess('bash', ['--norc', '--noprofile', ...options, '-c', script], workspace, environment());

const recipe = (heading: string) => bash(RECIPES.get(heading) ?? 'exit 99');

const at = (...path: string[]) => join(workspace, ...path);

const edit = (project: string, name: string) => writeFileSync(at('libs', project, 'models', 'm.yaml'), `entities:\n  - name: ${name}\n    attributes:\n      - { name: id, type: uuid, primaryKey: true }\n`);

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-bash-')));
  mkdirSync(join(root, 'bin'));
  symlinkSync(COMMAND, join(root, 'bin', 'conductor'));
  workspace = join(root, 'made');
  for (const project of ['people', 'places']) {
    mkdirSync(at('libs', project, 'models'), { recursive: true });
    writeFileSync(at('libs', project, 'conductor.json'), JSON.stringify({ specs: [{ adapter: 'entities', path: 'models/*.yaml' }], patterns: [{ use: 'entity-model' }] }));
    edit(project, 'First');
  }
  writeFileSync(at('nx.json'), '{}');
  writeFileSync(at('.gitignore'), '.conductor/cache/\n.conductor/runs/\n');
  cpSync(join(home, '.conductor', 'patterns', 'entity-model'), at('.conductor', 'patterns', 'entity-model'), { recursive: true });
  const made = await bash('conductor generate people --quiet; conductor generate places --quiet; git init -q; git config user.email a@example.org; git config user.name A; git add -A; git commit -qm first');
  expect(made).toMatchObject({ code: 0, stderr: '' });
});

beforeEach(() => {
  const made = join(root, 'made');
  workspace = join(root, `workspace ${(round += 1)}`);
  cpSync(made, workspace, { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const CHECKS: Readonly<Record<string, (heading: string) => Promise<void>>> = {
  'Tell the exit codes apart': async (heading) => {
    expect(await recipe(heading)).toMatchObject({ code: 0, stdout: 'up to date\n' });
    edit('people', 'Second');
    expect(await recipe(heading)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^not up to date: ./) });
    writeFileSync(at('libs', 'people', 'conductor.json'), '{');
    expect(await recipe(heading)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('error[syntax]') });
  },
  'Take figures from a run': async (heading) => {
    edit('people', 'Second');
    expect(await recipe(heading)).toMatchObject({ code: 0, stdout: '1 created, 1 updated, 2 of 2 jobs\n' });
  },
  'Name what a run would change': async (heading) => {
    edit('people', 'Second');
    const { code, stdout } = await recipe(heading);
    expect({ code, lines: stdout.trim().split('\n').sort() }).toEqual({ code: 0, lines: ['create generated/second.ts', 'remove generated/first.ts', 'update generated/index.ts'] });
    expect(existsSync(at('libs', 'people', 'generated', 'second.ts'))).toBe(false);
  },
  'Run all projects, two at a time': async (heading) => {
    edit('people', 'Second');
    writeFileSync(at('libs', 'places', 'conductor.json'), '{');
    expect(await recipe(heading)).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^places failed$/m) });
    expect(existsSync(at('libs', 'people', 'generated', 'second.ts'))).toBe(true);
  },
  'Keep a log, and show it only when something went wrong': async (heading) => {
    expect(await recipe(heading)).toEqual({ code: 0, stdout: '', stderr: '', text: '' });
    writeFileSync(at('libs', 'people', 'generated', 'first.ts'), '// mine\n');
    edit('people', 'Second');
    const failed = await recipe(heading);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toMatch(/^# exit 1 after \d+ ms$/m);
    expect(readFileSync(at('logs', 'generate.log'), 'utf8').match(/^# exit /gm)).toHaveLength(2);
  },
  'Time the phases': async (heading) => {
    const { code, stdout } = await recipe(heading);
    expect({ code, lines: stdout.trim().split('\n') }).toEqual({ code: 0, lines: expect.arrayContaining([expect.stringMatching(/^\[PERF\] generate \d+ms 2 kept$/), expect.stringMatching(/^\[PERF\] total \d+ms$/)]) });
  },
  'Refuse commits with stale generated code': async (heading) => {
    expect(await recipe(heading)).toMatchObject({ code: 0 });
    edit('places', 'Second');
    expect(await bash('git add -A; git commit -qm second')).toMatchObject({ code: 1, stderr: expect.stringContaining('run: conductor generate places') });
    expect(await bash('conductor generate places --quiet; git add -A; git commit -qm second; git log --oneline | wc -l')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\s*2\n$/) });
  },
  'Refuse pushes with hand edits': async (heading) => {
    expect(await recipe(heading)).toMatchObject({ code: 0 });
    const push = "git init -q --bare '../remote.git'; git push -q '../remote.git' HEAD:main";
    writeFileSync(at('libs', 'people', 'generated', 'first.ts'), '// mine\n');
    expect(await bash(push)).toMatchObject({ code: 1, text: expect.stringContaining('edited   generated/first.ts') });
    expect(await bash(`git checkout -q libs; ${push}`)).toMatchObject({ code: 0 });
  },
  'Give it a minute': async (heading) => {
    expect(await recipe(heading)).toMatchObject({ code: 0, text: '' });
    writeFileSync(at('libs', 'people', 'conductor.json'), '{');
    expect(await recipe(heading)).toMatchObject({ code: 0, stderr: expect.stringContaining('exit 2: took too long, or failed') });
  },
  'Do something after each change': async (heading) => {
    expect(await recipe(heading)).toMatchObject({ code: 0, stdout: '1 created\n' });
    expect(existsSync(at('libs', 'people', 'generated', 'visitor.ts'))).toBe(true);
  },
  'Keep the store small': async (heading) => {
    expect(await recipe(heading)).toMatchObject({ code: 0, text: '' });
    await bash('find .conductor/cache/template -type f | head -n 1 | while read -r entry; do echo damaged > "$entry"; done');
    expect(await recipe(heading)).toMatchObject({ code: 0, stdout: 'damaged entries were removed\n' });
  },
  'Begin a bug report': async (heading) => {
    const { code, stdout } = await recipe(heading);
    expect({ code, lines: stdout.trim().split('\n') }).toEqual({ code: 0, lines: expect.arrayContaining(['good node', 'good git', 'good people', 'good places']) });
  },
  'Complete command lines': async (heading) => {
    const typed = 'COMP_WORDS=(conductor generate pe); COMP_CWORD=2; _conductor || true; printf "%s\\n" "${COMPREPLY[@]}"';
    expect(await bash(`${RECIPES.get(heading) ?? ''}\n${typed}`)).toMatchObject({ code: 0, stdout: 'people\n', stderr: '' });
  },
};

it('every recipe has a test', () => {
  expect([...RECIPES.keys()]).toEqual(Object.keys(CHECKS));
});

it.each(Object.entries(CHECKS))('%s', async (heading, check) => {
  expect(RECIPES.get(heading)).not.toBe('');
  await check(heading);
});
