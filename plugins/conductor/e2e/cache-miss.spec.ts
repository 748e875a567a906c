import { createNxWorkspace, GITIGNORE, HIT, SAMPLE, type Files, type NxWorkspace } from '@nx-conductor/testkit/nx';

/** What must make Nx run the executor again, and what must not. */
describe('the hash of generate', () => {
  let workspace: NxWorkspace;
  const generate = async () => {
    const ran = await workspace.nx('run', 'api:generate');
    expect(ran.code).toBe(0);
    return HIT.test(ran.text) ? 'hit' : 'ran';
  };
  beforeAll(async () => {
    workspace = await createNxWorkspace({
      ...SAMPLE,
      '.gitignore': `${GITIGNORE.ignored}downloaded/\n`,
      'libs/api/downloaded/extra.json': { $defs: { Extra: { type: 'object' } } },
      'libs/api/conductor.json': {
        specs: [
          { adapter: 'json-schema', path: 'spec/model.json' },
          { adapter: 'json-schema', path: 'downloaded/extra.json' },
          { adapter: 'json-schema', path: '../../node_modules/some-specs/more.json' },
        ],
        patterns: [{ use: 'plain', options: { title: 'A' } }],
      },
      'node_modules/some-specs/package.json': { name: 'some-specs', version: '1.0.0' },
      'node_modules/some-specs/more.json': { $defs: { More: { type: 'object' } } },
      '.conductor/patterns/plain/helpers.js': "const { loud } = require('../../lib/loud');\nmodule.exports = () => ({ shout: loud });\n",
      '.conductor/lib/loud.js': 'exports.loud = (text) => text.toUpperCase();\n',
    });
    expect(await generate()).toBe('ran');
  });
  afterAll(() => workspace.dispose());

  it.each<[string, Files]>([
    ['a file that a spec refers to', { 'libs/api/spec/pet.json': { type: 'object', description: 'another pet' } }],
    ['a partial', { '.conductor/patterns/plain/partials/line.ejs': 'row of <%= locals.item.key %>' }],
    ['a module that a helper loads from elsewhere', { '.conductor/lib/loud.js': 'exports.loud = (text) => `${text}!`;\n' }],
    ['a spec that git ignores', { 'libs/api/downloaded/extra.json': { $defs: { Extra: { type: 'string' } } } }],
    ['a spec of an npm package', { 'node_modules/some-specs/more.json': { $defs: { More: { type: 'string' } } } }],
  ])('changes with %s, and stays when nothing changes after', async (_, change) => {
    workspace.write(change);
    expect(await generate()).toBe('ran');
    expect(await generate()).toBe('hit');
  });

  it('stays when a file of the project changes that generate does not read', async () => {
    workspace.write({ 'libs/api/README.md': 'changed\n', 'libs/api/spec/unused.json': {} });
    expect(await generate()).toBe('hit');
  });

  it("changes with Conductor's own code", async () => {
    const guard = 'node_modules/@nx-conductor/plugin/dist/guard.js';
    const build = /build: "([0-9a-f]{16})"/.exec(workspace.read(guard))?.[1] as string;
    for (const file of [guard, 'node_modules/@nx-conductor/plugin/dist/run-cli.js']) {
      workspace.write({ [file]: workspace.read(file).replaceAll(build, '0123456789abcdef') });
    }
    expect(await generate()).toBe('ran');
    expect(await generate()).toBe('hit');
  });
});
