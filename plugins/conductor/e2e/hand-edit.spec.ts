import { createNxWorkspace, GITIGNORE, HIT, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

/*
 * On a cache hit Nx replaces the output folder wholesale. What people did in it must make the hit a miss, so that
 * Conductor sees it; whether git ignores the folder or not.
 */
describe.each(['ignored', 'committed'] as const)('hand edits in %s output, through nx run', (kind) => {
  let workspace: NxWorkspace;
  const generate = (...options: string[]) => workspace.nx('run', 'api:generate', ...options);
  beforeAll(async () => {
    workspace = await createNxWorkspace({ ...SAMPLE, '.gitignore': GITIGNORE[kind] });
    await generate();
    if (kind === 'committed') await workspace.commit('generated');
  });
  afterAll(() => workspace.dispose());

  it('is a hit before anybody edits', async () => {
    expect((await generate()).text).toMatch(HIT);
  });

  it('refuses to overwrite an edited artifact, shows the edit, and leaves it', async () => {
    workspace.write({ 'libs/api/generated/user.txt': 'my own words\n' });
    const ran = await generate();
    expect(ran.code).toBe(1);
    expect(ran.text).not.toMatch(HIT);
    expect(ran.text).toContain('my own words');
    expect(workspace.read('libs/api/generated/user.txt')).toBe('my own words\n');
  });

  it('refuses every time, not only the first', async () => {
    expect((await generate()).code).toBe(1);
    expect(workspace.read('libs/api/generated/user.txt')).toBe('my own words\n');
  });

  it('keeps the edit when asked to, and does not lose it on the hit that follows', async () => {
    expect((await generate('--on-conflict=keep')).code).toBe(0);
    expect((await generate('--on-conflict=keep')).text).toMatch(HIT);
    expect(workspace.read('libs/api/generated/user.txt')).toBe('my own words\n');
  });

  it('overwrites the edit when asked to, and is a hit again after', async () => {
    expect((await generate('--on-conflict=overwrite')).code).toBe(0);
    expect(workspace.read('libs/api/generated/user.txt')).toBe('A line of User USER\n');
    expect((await generate()).text).toMatch(HIT);
  });

  it('never touches a file that is not ours, on a miss and on the hit after it', async () => {
    workspace.write({ 'libs/api/generated/notes/mine.md': 'mine\n' });
    expect((await generate()).text).not.toMatch(HIT);
    expect((await generate()).text).toMatch(HIT);
    expect(workspace.read('libs/api/generated/notes/mine.md')).toBe('mine\n');
    workspace.write({ 'libs/api/generated/notes/mine.md': 'mine, later\n' });
    expect((await generate()).text).not.toMatch(HIT);
    expect(workspace.read('libs/api/generated/notes/mine.md')).toBe('mine, later\n');
  });
});
