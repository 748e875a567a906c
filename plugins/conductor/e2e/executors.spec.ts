import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

describe('executors', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace(SAMPLE);
  });
  afterAll(() => workspace.dispose());

  it('check fails before anything was generated, names the repair, and writes nothing', async () => {
    const ran = await workspace.nx('run', 'api:check');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('nx run api:generate');
    expect(workspace.exists('libs/api/generated')).toBe(false);
  });

  it('check passes after generate, and fails again when an input changes', async () => {
    expect(await workspace.nx('run', 'api:generate')).toMatchObject({ code: 0 });
    expect(await workspace.nx('run', 'api:check')).toMatchObject({ code: 0 });
    workspace.write({ 'libs/api/spec/model.json': { $defs: { User: { type: 'object' } } } });
    const before = workspace.list('libs/api/generated');
    expect(await workspace.nx('run', 'api:check')).toMatchObject({ code: 1 });
    expect(workspace.list('libs/api/generated')).toEqual(before);
  });

  it.each(['check', 'dryRun'])('%s of the cached target is never answered from the cache', async (option) => {
    for (const _ of ['first', 'second']) {
      const ran = await workspace.nx('run', 'api:generate', `--${option}`);
      expect(ran.code).toBe(option === 'check' ? 1 : 0);
      expect(ran.text).not.toContain('[local cache]');
      expect(ran.text).toContain('Nx caches this target');
    }
    workspace.write({ 'libs/api/spec/model.json': { $defs: { User: { type: 'object' }, Pet: { type: 'object' } } } });
    expect(await workspace.nx('run', 'api:generate')).toMatchObject({ code: 0 });
    for (const _ of ['first', 'second']) {
      const ran = await workspace.nx('run', 'api:generate', `--${option}`);
      expect(ran).toMatchObject({ code: 0 });
      expect(ran.text).not.toContain('[local cache]');
    }
    workspace.write({ 'libs/api/spec/model.json': { $defs: { User: { type: 'object' } } } });
  });

  it('generate removes what no job makes any more', async () => {
    expect(await workspace.nx('run', 'api:generate')).toMatchObject({ code: 0 });
    expect(workspace.list('libs/api/generated')).toEqual(['user.txt']);
  });

  it('an option that does not exist is refused', async () => {
    const ran = await workspace.nx('run', 'api:generate', '--chekc');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('chekc');
  });

  it('a broken template fails the task, with file and line, and leaves the earlier output', async () => {
    workspace.write({ '.conductor/patterns/plain/item.txt.ejs': 'line one\n<% if ( %>\n' });
    const ran = await workspace.nx('run', 'api:generate');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('.conductor/patterns/plain/item.txt.ejs:2');
    expect(workspace.list('libs/api/generated')).toEqual(['user.txt']);
  });

  it.each(['cache-status', 'manifest-status', 'cache-clean'])('%s runs and is not cached', async (target) => {
    for (const _ of ['first', 'second']) {
      const ran = await workspace.nx('run', `api:${target}`);
      expect(ran.code).toBe(0);
      expect(ran.text).not.toContain('[local cache]');
    }
  });

  it('manifest-clean drops what no pattern makes any more', async () => {
    workspace.write({ '.conductor/patterns/plain/item.txt.ejs': 'fine\n', 'libs/api/spec/model.json': { $defs: { Pet: { type: 'object' } } } });
    const ran = await workspace.nx('run', 'api:manifest-clean');
    expect(ran.code).toBe(0);
    expect(workspace.list('libs/api/generated')).toEqual([]);
  });
});
