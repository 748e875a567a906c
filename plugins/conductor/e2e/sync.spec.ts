import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

const spec = { adapter: 'json-schema', path: '../api/spec/model.json' };

describe('nx sync', () => {
  let workspace: NxWorkspace;
  const template = (text: string) => workspace.write({ '.conductor/patterns/plain/item.txt.ejs': `${text} <%= item.key %>\n` });
  beforeAll(async () => {
    workspace = await createNxWorkspace({
      ...SAMPLE,
      'libs/second/conductor.json': { specs: [spec], patterns: [{ use: 'plain' }] },
      'libs/never/conductor.json': { specs: [spec], patterns: [{ use: 'plain' }] },
    });
    expect(await workspace.nx('g', '@nx-conductor/plugin:init')).toMatchObject({ code: 0 });
    for (const name of ['api', 'second']) expect(await workspace.conductor('generate', name)).toMatchObject({ code: 0 });
  });
  afterAll(() => workspace.dispose());

  it('finds nothing to do when everything is up to date', async () => {
    expect(await workspace.nx('sync:check')).toMatchObject({ code: 0 });
    const ran = await workspace.nx('sync');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.text).toContain('up to date');
  });

  it('sync:check fails when code is stale, names projects and files, and writes nothing', async () => {
    template('new');
    const ran = await workspace.nx('sync:check');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('Generated code is stale: api (2), second (2).');
    expect(ran.text).toContain('update libs/api/generated/user.txt');
    expect(workspace.read('libs/api/generated/user.txt')).toBe('A line of User USER\n');
    expect(workspace.exists('.conductor/cache/sync')).toBe(false);
    // Every time: what one check found does not hide from the next.
    expect(await workspace.nx('sync:check')).toMatchObject({ code: 1 });
  });

  it('sync brings all projects up to date, through the manifest, and then there is nothing to do', async () => {
    expect(await workspace.nx('sync')).toMatchObject({ code: 0 });
    for (const name of ['api', 'second']) {
      expect(workspace.read(`libs/${name}/generated/user.txt`)).toBe('new User\n');
      expect(await workspace.conductor('manifest-status', name)).toMatchObject({ code: 0 });
    }
    expect(workspace.exists('.conductor/cache/sync')).toBe(false);
    expect(await workspace.nx('sync:check')).toMatchObject({ code: 0 });
  });

  it('never makes code for a project that has none yet', () => {
    expect(workspace.exists('libs/never/generated')).toBe(false);
  });

  it('leaves a hand edit alone, tells it, and repairs the other projects', async () => {
    template('newer');
    workspace.write({ 'libs/api/generated/user.txt': 'my own words\n' });
    expect(await workspace.nx('sync:check')).toMatchObject({ code: 1 });
    const ran = await workspace.nx('sync');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('my own words');
    expect(workspace.read('libs/api/generated/user.txt')).toBe('my own words\n');
    expect(workspace.read('libs/second/generated/user.txt')).toBe('newer User\n');
  });

  it('fails with file and line while an input is broken', async () => {
    workspace.write({ 'libs/api/generated/user.txt': 'new User\n', '.conductor/patterns/plain/item.txt.ejs': '\n<% if ( %>\n' });
    const ran = await workspace.nx('sync:check');
    expect(ran.code).toBe(1);
    expect(ran.text).toContain('.conductor/patterns/plain/item.txt.ejs:2');
  });
});
