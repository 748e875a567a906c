import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { realLocks } from '@nx-conductor/host';
import { doctor } from '@nx-conductor/run';
import { createMemoryDisk, createMemoryMachine } from '@nx-conductor/testkit';
import { entityProject, run } from './command';

interface Found {
  readonly about: string;
  readonly state: 'good' | 'warning' | 'problem';
  readonly says: string;
  readonly failures?: readonly object[];
}

let folder: string;
let name: string;

beforeEach(async () => {
  folder = entityProject();
  writeFileSync(join(folder, 'package.json'), '{ "name": "people" }');
  name = 'people';
  await run(['generate'], folder);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function checkup() {
  const { code, stdout } = await run(['doctor', '--json'], folder);
  const { checks, problems, warnings } = JSON.parse(stdout) as { checks: Found[]; problems: number; warnings: number };
  return { code, problems, warnings, checks, faults: checks.filter(({ state }) => state !== 'good') };
}

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('a project that is named', () => {
  it('is the one that is looked at, from wherever; a name that nothing has is a wrong use', async () => {
    write('nx.json', '{ "plugins": ["@nx-conductor/plugin"] }');
    write('libs/broken/conductor.json', '{');
    expect((await run(['doctor'], folder)).code).toBe(1);
    const { code, stdout } = await run(['doctor', folder, '--json'], '/');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ project: 'people', problems: 0, checks: expect.arrayContaining([expect.objectContaining({ about: 'people' })]) as unknown });
    expect(stdout).not.toContain('"broken"');
    expect((await run(['doctor', 'broken'], folder)).code).toBe(1);
    expect(await run(['doctor', 'nobody', '--json'], folder)).toMatchObject({ code: 2, stdout: expect.stringContaining('"code":"unknown-name"') as unknown });
  });
});

describe('a project that is well', () => {
  it('is told to be, with what was looked at, and nothing of it is touched', async () => {
    const before = readdirSync(folder, { recursive: true }).sort();
    const { code, stdout, stderr } = await run(['doctor'], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const about of ['conductor', 'node', 'nx', 'git', 'store', 'locks', name]) expect(stdout).toContain(`✓ ${about}: `);
    expect(stdout).toContain(`✓ ${name}: 1 spec, 1 pattern, 3 templates`);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  });
});

describe('rules', () => {
  const RULE = "id: no-shout\nversion: 1\nkinds: [typescript]\nseverity: error\nconfidence: 0.9\nmessage: shouts\nhelp: say it\nrule: { pattern: 'shout($A)' }\nvalid: ['say(1);']\ninvalid: [{ code: 'shout(1);' }]\n";
  const configured = (rules: object) => {
    const config = JSON.parse(readFileSync(join(folder, 'conductor.json'), 'utf8')) as object;
    write('conductor.json', JSON.stringify({ ...config, rules }));
  };
  /** As it is built: examples are run in processes of their own. */
  const built = async () => {
    const { runCli } = require(join(__dirname, '..', 'dist', 'run-cli.js')) as typeof import('../src/run-cli');
    const stdout: string[] = [];
    const code = await runCli(['doctor', '--json'], { cwd: folder, env: {}, isTTY: false, stdout: { write: (text) => void stdout.push(text) }, stderr: { write: () => undefined } });
    const { checks } = JSON.parse(stdout.join('')) as { checks: Found[] };
    return { code, says: checks.filter(({ about }) => about === name).map(({ says }) => says), faults: checks.filter(({ state }) => state !== 'good') };
  };

  it('are counted when their examples come out', async () => {
    write('.conductor/rules/own.yml', RULE);
    configured({ use: [] });
    const { code, says } = await built();
    expect(code).toBe(0);
    expect(says).toContain('1 rule, whose examples come out');
  });

  it('that cannot be read, with place, and those whose examples do not come out, without hiding each other', async () => {
    write('.conductor/rules/bad.yml', 'id: bad\nverion: 1\n');
    write('.conductor/rules/own.yml', RULE.replace("valid: ['say(1);']", "valid: ['shout(2);']"));
    configured({ use: [] });
    const { code, faults } = await built();
    expect(code).toBe(1);
    expect(faults).toMatchObject([
      { about: name, state: 'problem', says: 'rules that cannot be read', failures: expect.arrayContaining([expect.objectContaining({ file: '.conductor/rules/bad.yml', line: 2 })]) },
      { about: name, state: 'problem', says: 'rules whose examples do not come out', failures: [expect.objectContaining({ code: 'bad-rule', file: '.conductor/rules/own.yml' })] },
    ]);
  });

  it.each([
    ['a rule', { use: [], set: { 'no-shuot': 'off' } }, 'no-shuot'],
    ['a pack', { use: ['typoscript'] }, 'typoscript'],
    ['a rule of an override', { use: [], overrides: [{ files: ['**'], set: { 'no-shuot': 'off' } }] }, 'no-shuot'],
  ])('%s that settings name and nobody has', async (_, rules, named) => {
    write('.conductor/rules/own.yml', RULE);
    configured(rules);
    expect(await built()).toMatchObject({ code: 1, faults: [{ about: name, says: 'names rules that there are not', failures: [{ code: 'unknown-name', message: expect.stringContaining(named) }] }] });
  });
});

describe('what is wrong is found', () => {
  it('a configuration, with its place, and exit code 1', async () => {
    write('conductor.json', '{\n  "paterns": []\n}');
    expect(await checkup()).toMatchObject({ code: 1, problems: 1, faults: [{ about: name, state: 'problem', failures: expect.arrayContaining([expect.objectContaining({ code: 'unknown-key', file: 'conductor.json', line: 2 })]) }] });
    expect((await run(['doctor'], folder)).stdout).toContain('  2 |   "paterns": []\n');
    expect(await run(['doctor', '--quiet'], folder)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('the doctor found 1 problem') });
  });

  it('a spec and a pattern that cannot be read', async () => {
    write('models/m.yaml', 'entities: [');
    write('.conductor/patterns/entity-model/model.ts.ejs', '<% if (');
    const { faults } = await checkup();
    expect(faults[0]?.failures).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'syntax', file: 'models/m.yaml' }), expect.objectContaining({ code: 'template-syntax' })]));
  });

  it('a formatter that is not installed', async () => {
    const config = JSON.parse(readFileSync(join(folder, 'conductor.json'), 'utf8')) as object;
    write('conductor.json', JSON.stringify({ ...config, format: 'prettier' }));
    expect((await checkup()).faults).toEqual([expect.objectContaining({ state: 'problem', says: 'its formatter prettier is not installed', hint: expect.stringContaining('npm install --save-dev prettier') })]);
  });

  it('artifacts that were edited or are missing, and a manifest that is damaged', async () => {
    write('generated/user.ts', '// mine\n');
    rmSync(join(folder, 'generated', 'index.ts'));
    expect(await checkup()).toMatchObject({ code: 0, faults: [{ about: name, state: 'warning', says: 'of 2 artifacts 1 were edited and 1 are missing' }] });
    appendFileSync(join(folder, '.conductor', 'manifests', `${name}.json`), 'x');
    expect((await checkup()).faults).toContainEqual(expect.objectContaining({ says: 'its manifest is damaged' }));
  });

  it('damaged entries of the store, once', async () => {
    const entry = readdirSync(join(folder, '.conductor', 'cache', 'template'), { recursive: true, withFileTypes: true }).find((each) => each.isFile());
    writeFileSync(join(entry?.parentPath ?? '', entry?.name ?? ''), 'damaged');
    expect((await checkup()).faults).toEqual([expect.objectContaining({ about: 'store', says: '1 damaged entries were removed' })]);
    expect((await checkup()).faults).toEqual([]);
  });

  it('a run that holds the project, and what a killed one left', async () => {
    const card = join(folder, '.conductor', 'cache', 'locks', `${name}.json`);
    const lock = await realLocks.take(folder, card);
    expect((await checkup()).faults).toEqual([expect.objectContaining({ about: name, state: 'warning', says: `a run holds it: process ${process.pid} on ${hostname()}` })]);
    if (lock.held) lock.release();
    write(`.conductor/cache/locks/${name}.json`, JSON.stringify({ pid: 4, host: 'x', since: 0 }));
    expect((await checkup()).checks).toContainEqual({ about: name, state: 'good', says: 'process 4 was killed while it held the lock; nothing of that is left' });
    expect((await checkup()).checks.map(({ says }) => says).join()).not.toContain('killed');
  });

  it('two projects of one name', async () => {
    write('nx.json', '{ "plugins": ["@nx-conductor/plugin"] }');
    for (const each of ['a', 'b']) {
      write(`libs/${each}/conductor.json`, readFileSync(join(folder, 'conductor.json'), 'utf8'));
      write(`libs/${each}/project.json`, '{ "name": "twin" }');
    }
    expect((await checkup()).faults).toContainEqual(expect.objectContaining({ about: 'twin', state: 'problem', says: 'is the name of 2 projects: libs/a, libs/b' }));
  });

  it('no project at all', async () => {
    rmSync(join(folder, 'conductor.json'));
    expect(await checkup()).toMatchObject({ code: 1, faults: [{ about: 'projects', state: 'problem' }] });
  });
});

describe('hazards', () => {
  it('of git: a cache that is not ignored, and a manifest apart from its code', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    expect((await checkup()).faults).toEqual(['.conductor/cache', '.conductor/runs'].map((path) => expect.objectContaining({ about: 'git', state: 'warning', says: `${path} is not ignored` }) as object));
    write('.gitignore', '.conductor/cache/\n.conductor/runs/\ngenerated/\n');
    expect((await checkup()).faults).toEqual([expect.objectContaining({ about: name, says: 'git ignores its generated code, but not its manifest' })]);
    write('.gitignore', '.conductor/\ngenerated/\n');
    expect((await checkup()).faults).toEqual([]);
  });

  it('of Nx: no plugin, and targets that lost their guard', async () => {
    write('nx.json', '{ /* comment */ "plugins": ["@nx-conductor/plugin"] }');
    const nx = { about: 'nx', state: 'warning', says: 'the workspace has an nx.json, but nx is not installed' };
    expect((await checkup()).faults).toEqual([expect.objectContaining(nx)]);
    write('project.json', JSON.stringify({ name, targets: { generate: { inputs: ['default'] }, compile: { options: { check: true } } } }));
    expect((await checkup()).faults.map(({ says }) => says)).toEqual([nx.says, expect.stringContaining("target generate: the inputs of this target lack Conductor's guard"), expect.stringContaining('target compile: "check" needs a target that Nx does not cache')]);
    write('project.json', JSON.stringify({ name, targets: { generate: { inputs: ['...', 'default'] } } }));
    write('nx.json', '{}');
    expect((await checkup()).faults.map(({ says }) => says)).toEqual([nx.says, 'nx.json does not name @nx-conductor/plugin, so no targets are inferred']);
  });
});

it('of versions: Node and Nx outside of what is tested', async () => {
  const disk = createMemoryDisk({ '/ws/nx.json': '{}', '/ws/node_modules/nx/package.json': '{ "version": "26.0.1" }', '/home/package.json': '{ "engines": { "node": ">=20.19" }, "peerDependencies": { "@nx/devkit": ">=22 <26" } }' });
  const about = async (node: string) => (await doctor(createMemoryMachine(disk), { version: '1', build: 'a', home: '/home' }, { cwd: '/ws', node })).checks.map(({ about, state }) => `${about} ${state}`);
  expect(await about('v20.18.3')).toEqual(expect.arrayContaining(['node problem', 'nx warning', 'git warning', 'projects problem']));
  for (const node of ['v20.19.0', 'v22.1.0', 'v24.0.0']) expect(await about(node)).toContain('node good');
});
