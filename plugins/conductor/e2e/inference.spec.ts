import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

interface Shown {
  readonly name: string;
  readonly targets: Record<string, { executor: string; cache: boolean; inputs?: unknown[]; outputs?: string[]; options: object }>;
}

describe('inferred targets', () => {
  let workspace: NxWorkspace;
  const show = async (project: string) => {
    const { code, stdout, stderr } = await workspace.nx('show', 'project', project, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Shown;
  };
  beforeAll(async () => {
    workspace = await createNxWorkspace({
      ...SAMPLE,
      'libs/broken/conductor.json': '{ "specs": [',
      'libs/Bare/conductor.json': { specs: [{ adapter: 'data', path: '*.yaml' }], patterns: [{ use: 'plain' }], output: '../gen' },
      'node_modules/some-package/conductor.json': { specs: [], patterns: [] },
    });
  });
  afterAll(() => workspace.dispose());

  it('come with a conductor.json, with the inputs and outputs that the project has', async () => {
    const { targets } = await show('api');
    expect(Object.keys(targets).sort()).toEqual(['cache-clean', 'cache-status', 'check', 'generate', 'manifest-clean', 'manifest-status', 'metrics', 'pipeline', 'report', 'validate']);
    expect(targets['generate']).toMatchObject({
      executor: '@nx-conductor/plugin:generate',
      cache: true,
      inputs: [
        '{projectRoot}/conductor.json',
        '{projectRoot}/spec/model.json',
        '{projectRoot}/spec/pet.json',
        '{workspaceRoot}/.conductor/patterns/plain/**/*',
        { externalDependencies: [] },
        { runtime: 'node node_modules/@nx-conductor/plugin/dist/guard.js libs/api' },
      ],
      outputs: ['{projectRoot}/generated', '{workspaceRoot}/.conductor/manifests/api.json'],
    });
    expect(targets['check']).toMatchObject({ executor: '@nx-conductor/plugin:generate', cache: false, options: { check: true } });
  });

  it('come to a folder that has neither a project.json nor a package.json, under the name that Nx gives it', async () => {
    const { name, targets } = await show('bare');
    expect(name).toBe('bare');
    expect(targets['generate']).toMatchObject({ outputs: ['{workspaceRoot}/libs/gen', '{workspaceRoot}/.conductor/manifests/bare.json'] });
    expect(targets['generate']?.inputs).toContain('{projectRoot}/*.yaml');
  });

  it('come to a project whose conductor.json is broken; running them tells what is wrong, with its line', async () => {
    const { targets } = await show('broken');
    expect(targets['generate']).toMatchObject({ cache: false });
    const ran = await workspace.nx('run', 'broken:generate');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('libs/broken/conductor.json:1');
  });

  it('come to no installed package', async () => {
    const { stdout } = await workspace.nx('show', 'projects', '--json');
    expect((JSON.parse(stdout) as string[]).sort()).toEqual(['api', 'bare', 'broken', 'other']);
  });
});
