import { exitCodeOf } from '@nx-conductor/core';
import { createMemoryMachine } from '@nx-conductor/testkit';
import { DEFAULT_OPTIONS, generate, projectAt } from '@nx-conductor/run';
import { below, codes, edit, EDITION, run, workspace } from './bench';

const CONFIG = JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'out', format: 'oxfmt' });
const LETTER = '/ws/.conductor/patterns/letters/letter.ejs';
const formatted = (changes: Record<string, string> = {}) => workspace({ '/ws/app/conductor.json': CONFIG, '/ws/node_modules/oxfmt/package.json': '{"version":"1.0.0"}', [LETTER]: '<%= item.name %> = <%= item.n %>   \n', ...changes });

/** Runs with a formatter that says which files it was given. */
async function counted(disk: ReturnType<typeof workspace>, force = false) {
  const paths: string[] = [];
  const machine = createMemoryMachine(disk);
  disk.tick(60_000);
  const result = await generate(
    {
      ...machine,
      loadFormatter: async (name) => {
        const formatter = await machine.loadFormatter(name);
        return formatter && { ...formatter, format: (path, text) => (paths.push(path), formatter.format(path, text)) };
      },
    },
    EDITION,
    projectAt(disk, '/ws/app'),
    { ...DEFAULT_OPTIONS, force },
  );
  return { result, paths: paths.sort() };
}

describe('formatting', () => {
  it('is done to new and changed artifacts only', async () => {
    const disk = formatted();
    const first = await counted(disk);
    expect(first.result.failures).toEqual([]);
    expect(first.paths).toHaveLength(3);
    expect(disk.files()['/ws/app/out/letters/alpha.txt']).toBe('Alpha = 1\n');
    expect((await counted(disk)).paths).toEqual([]);
    edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{"n":9},"Beta":{"n":2}}}');
    const third = await counted(disk);
    expect(third.paths).toEqual(['/ws/app/out/letters/alpha.txt']);
    expect(third.result.artifacts).toMatchObject({ updated: 1, kept: 2 });
  });

  it('gives the same as a run from nothing', async () => {
    const disk = formatted();
    await run(disk);
    const spec = '{"letters":{"Alpha":{"n":9},"Gamma":{"n":2}}}';
    edit(disk, '/ws/app/spec.json', spec);
    await run(disk);
    const clean = formatted({ '/ws/app/spec.json': spec });
    await run(clean);
    expect(below(disk, '/ws/app')).toEqual(below(clean, '/ws/app'));
    expect(below(disk, '/ws/.conductor/manifests')).toEqual(below(clean, '/ws/.conductor/manifests'));
  });

  it('is done again to everything when the formatter or its configuration changes, or with --force', async () => {
    const disk = formatted();
    await counted(disk);
    edit(disk, '/ws/node_modules/oxfmt/package.json', '{"version":"1.1.0"}');
    expect((await counted(disk)).paths).toHaveLength(3);
    edit(disk, '/ws/.oxfmtrc.json', '{"semi":false}');
    expect((await counted(disk)).paths).toHaveLength(3);
    expect((await counted(disk)).paths).toHaveLength(0);
    expect((await counted(disk, true)).paths).toHaveLength(3);
  });

  it('that is refused writes nothing and names the artifact', async () => {
    const disk = formatted({ [LETTER]: '<broken> <%= item.name %>' });
    const result = await run(disk);
    expect(result.failures).toMatchObject([
      { code: 'format-failed', place: { file: 'app/out/letters/alpha.txt' }, reason: 'Unexpected token' },
      { code: 'format-failed', place: { file: 'app/out/letters/beta.txt' } },
    ]);
    expect(codes(result)).toHaveLength(2);
    expect(below(disk, '/ws/app/out')).toEqual({});
  });

  it('by a formatter that is not installed is a fault of the configuration, at its place', async () => {
    const disk = formatted({ '/ws/app/conductor.json': CONFIG.replace('oxfmt', 'prettier') });
    const result = await run(disk);
    expect(result.failures).toMatchObject([{ code: 'invalid-value', place: { file: 'app/conductor.json', line: 1 }, what: '"format": "prettier"' }]);
    expect(exitCodeOf(result.failures)).toBe(2);
    expect(below(disk, '/ws/app/out')).toEqual({});
  });
});
