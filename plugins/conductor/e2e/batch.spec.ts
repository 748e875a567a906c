import { createNxWorkspace, SAMPLE, type Files, type NxWorkspace } from '@nx-conductor/testkit/nx';

const PROJECTS = ['api', 'one', 'three', 'two'];

/** Projects beside the sample's that all generate from its spec. */
const SHARING: Files = Object.fromEntries(
  PROJECTS.slice(1).flatMap((name) => [
    [`libs/${name}/project.json`, { name, ...(name === 'two' ? { targets: { generate: { dependsOn: ['one:generate'] } } } : {}) }],
    [`libs/${name}/conductor.json`, { specs: [{ adapter: 'json-schema', path: '../api/spec/model.json' }], patterns: [{ use: 'plain', options: { title: name } }] }],
  ]),
);

const generateAll = ['run-many', '-t', 'generate', '--batch', '--output-style=stream'];

describe('nx run-many -t generate --batch', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace({ ...SAMPLE, ...SHARING });
  });
  afterAll(() => workspace.dispose());

  it('makes the artifacts of every project in one process, and parses the spec that they share once', async () => {
    const ran = await workspace.nx(...generateAll);
    expect(ran.code).toBe(0);
    for (const name of PROJECTS) expect(workspace.read(`libs/${name}/generated/user.txt`)).toBe(`${name === 'api' ? 'A' : name} line of User USER\n`);
    expect(ran.text.match(/1 of 1 specs were parsed for another project of this batch/g)).toHaveLength(3);
    expect(ran.text).toContain('Successfully ran target generate for 4 projects');
  });

  it('leaves what single runs leave: each is up to date', async () => {
    for (const name of PROJECTS) expect(await workspace.conductor('generate', name, '--check')).toMatchObject({ code: 0 });
  });

  it('is answered by the cache of Nx, task by task', async () => {
    workspace.write({ 'libs/three/conductor.json': { specs: [{ adapter: 'json-schema', path: '../api/spec/model.json' }], patterns: [{ use: 'plain', options: { title: 'new' } }] } });
    const ran = await workspace.nx(...generateAll);
    expect(ran.code).toBe(0);
    expect(ran.text).toMatch(/read the output from the cache instead of running the command for 3 out of 4 tasks/);
    expect(workspace.read('libs/three/generated/user.txt')).toBe('new line of User USER\n');
  });

  it('a project that fails stops only those that depend on it, and each is reported', async () => {
    workspace.write({ '.conductor/patterns/plain/partials/line.ejs': 'row of <%= locals.item.key %>', 'libs/one/generated/user.txt': 'my own words\n' });
    const ran = await workspace.nx(...generateAll);
    // Nx 23 takes any run in which a task was skipped for an interrupted one, and ends with 130.
    expect([1, 130]).toContain(ran.code);
    expect(ran.text).toContain('my own words');
    expect(workspace.read('libs/one/generated/user.txt')).toBe('my own words\n');
    expect(workspace.read('libs/api/generated/user.txt')).toBe('A row of User USER\n');
    expect(workspace.read('libs/three/generated/user.txt')).toBe('new row of User USER\n');
    expect(workspace.read('libs/two/generated/user.txt')).toBe('two line of User USER\n');
    expect(ran.text).toMatch(/Failed tasks:\s+- one:generate/);
  });
});
