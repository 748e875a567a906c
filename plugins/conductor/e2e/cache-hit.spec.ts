import { createNxWorkspace, GITIGNORE, HIT, SAMPLE, SAMPLE_ARTIFACTS, type NxWorkspace } from '@nx-conductor/testkit/nx';

describe('nx run api:generate with nothing changed', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace({ ...SAMPLE, '.gitignore': GITIGNORE.ignored });
  });
  afterAll(() => workspace.dispose());

  it('runs the executor the first time', async () => {
    const first = await workspace.nx('run', 'api:generate');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).not.toMatch(HIT);
    expect(first.stdout).toContain('2 created');
    expect(workspace.list('libs/api/generated')).toEqual(SAMPLE_ARTIFACTS);
    expect(workspace.read('libs/api/generated/user.txt')).toBe('A line of User USER\n');
  });

  it('is a hit the second time', async () => {
    expect((await workspace.nx('run', 'api:generate')).stdout).toMatch(HIT);
  });

  it('restores artifacts and manifest together, and Conductor agrees with what Nx restored', async () => {
    const manifest = workspace.read('.conductor/manifests/api.json');
    workspace.remove('libs/api/generated');
    workspace.remove('.conductor/manifests');
    workspace.remove('.conductor/cache');
    expect((await workspace.nx('run', 'api:generate')).stdout).toMatch(HIT);
    expect(workspace.list('libs/api/generated')).toEqual(SAMPLE_ARTIFACTS);
    expect(workspace.read('.conductor/manifests/api.json')).toBe(manifest);
    expect(await workspace.conductor('manifest-status', 'api')).toMatchObject({ code: 0 });
    expect(await workspace.conductor('generate', 'api', '--check')).toMatchObject({ code: 0 });
  });
});
