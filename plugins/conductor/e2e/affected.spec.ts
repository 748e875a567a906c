import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

describe('nx affected -t generate', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace({ ...SAMPLE, 'README.md': 'read me\n', 'shared/base.json': { type: 'object' } });
  });
  afterAll(() => workspace.dispose());

  const affectedBy = async (file: string) => {
    const { code, stdout, stderr } = await workspace.nx('show', 'projects', '--affected', '--with-target=generate', '--json', `--files=${file}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as string[];
  };

  it.each([
    ['the configuration', 'libs/api/conductor.json'],
    ['a spec', 'libs/api/spec/model.json'],
    ['a file that a spec refers to', 'libs/api/spec/pet.json'],
    ['a pattern', '.conductor/patterns/plain/pattern.json'],
    ['a template', '.conductor/patterns/plain/item.txt.ejs'],
    ['a partial', '.conductor/patterns/plain/partials/line.ejs'],
    ['a helper', '.conductor/patterns/plain/helpers.js'],
  ])('reacts to %s', async (_, file) => {
    expect(await affectedBy(file)).toEqual(['api']);
  });

  it.each([
    ['a pattern that the project does not use', '.conductor/patterns/unused/x.ejs'],
    ['a file of another project', 'libs/other/README.md'],
    ['a file of the workspace', 'README.md'],
    ['a file that nothing refers to', 'shared/base.json'],
  ])('does not react to %s', async (_, file) => {
    expect(await affectedBy(file)).toEqual([]);
  });

  it('reacts to a file outside of the project once a spec refers to it', async () => {
    workspace.write({ 'libs/api/spec/pet.json': { $ref: '../../../shared/base.json' } });
    expect(await affectedBy('shared/base.json')).toEqual(['api']);
  });
});
