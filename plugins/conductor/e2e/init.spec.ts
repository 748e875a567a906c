import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

describe('nx g @nx-conductor/plugin:init', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace({ ...SAMPLE, 'nx.json': { analytics: false, neverConnectToCloud: true }, '.gitignore': 'node_modules/\n.nx/\n.home/\n' });
  });
  afterAll(() => workspace.dispose());

  it('makes a workspace ready: targets are inferred, and the cache stays out of git', async () => {
    expect(await workspace.nx('g', '@nx-conductor/plugin:init')).toMatchObject({ code: 0 });
    expect(JSON.parse(workspace.read('nx.json'))).toMatchObject({ plugins: ['@nx-conductor/plugin'], sync: { globalGenerators: ['@nx-conductor/plugin:sync'] } });
    expect(workspace.read('.gitignore')).toContain('.conductor/cache/\n');
    expect(await workspace.nx('run', 'api:generate')).toMatchObject({ code: 0 });
  });
});
