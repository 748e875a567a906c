import { DiskError } from '@nx-conductor/core';
import { guardLine, projectAt, readsOf } from '@nx-conductor/run';
import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { edit, EDITION, run, workspace } from './bench';

/** The two words of the line: state of the output, and what a run would read. */
async function guard(disk: MemoryDisk, edition = EDITION): Promise<[state: string, inputs: string]> {
  const words = (await guardLine(createMemoryMachine(disk), edition, projectAt(disk, '/ws/app'))).split(' ');
  expect(words).toHaveLength(2);
  return words as [string, string];
}

const state = async (disk: MemoryDisk) => (await guard(disk))[0];

describe('the first word of the guard', () => {
  it('is clean before and after the first run: the second must be a cache hit', async () => {
    const disk = workspace();
    const before = await guard(disk);
    await run(disk);
    expect(before[0]).toBe('clean');
    expect(await guard(disk)).toEqual(before);
  });

  it('is clean while artifacts are missing or stale: a cache hit brings them back', async () => {
    const disk = workspace();
    await run(disk);
    disk.remove('/ws/app/out/index.txt');
    edit(disk, '/ws/app/spec.json', '{"letters":{}}');
    expect(await state(disk)).toBe('clean');
  });

  it('tells one hand edit from another, and is clean again when the edit is taken back', async () => {
    const disk = workspace();
    await run(disk);
    const text = disk.files()['/ws/app/out/index.txt'] as string;
    edit(disk, '/ws/app/out/index.txt', 'mine\n');
    const first = await state(disk);
    expect(first).not.toBe('clean');
    expect(await state(disk)).toBe(first);
    edit(disk, '/ws/app/out/index.txt', 'mine too\n');
    expect(await state(disk)).not.toBe(first);
    edit(disk, '/ws/app/out/index.txt', text);
    expect(await state(disk)).toBe('clean');
  });

  it('sees a foreign file, its content, and one that cannot be read', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, '/ws/app/out/notes.md', 'mine\n');
    const first = await state(disk);
    edit(disk, '/ws/app/out/notes.md', 'mine, later\n');
    const second = await state(disk);
    disk.before((call) => {
      if (call.method === 'read' && call.path.endsWith('notes.md')) throw new DiskError('read', call.path, 'EACCES');
    });
    const third = await state(disk);
    expect(new Set(['clean', first, second, third]).size).toBe(4);
  });

  it('comes out when something of the project cannot be read, and is no line that a cache knows', async () => {
    for (const file of ['/ws/app/conductor.json', '/ws/app/spec.json', '/ws/.conductor/patterns/letters/pattern.json', '/ws/.conductor/manifests/app.json', '/ws/.conductor/cache']) {
      const disk = workspace();
      await run(disk);
      disk.before((call) => {
        if (call.path.startsWith(file)) throw new DiskError(call.method, call.path, 'EACCES');
      });
      expect([file, await guardLine(createMemoryMachine(disk), EDITION, projectAt(disk, '/ws/app'))]).toEqual([file, expect.stringMatching(/^\S+ \S+$/)]);
      expect([file, await state(disk)]).not.toEqual([file, 'clean']);
    }
  });

  it('takes everything for foreign when the manifest is damaged', async () => {
    const disk = workspace();
    await run(disk);
    disk.write('/ws/.conductor/manifests/app.json', '{');
    expect(await state(disk)).not.toBe('clean');
  });

  it('sees artifacts outside of the present output folder: a cache hit would leave them behind, unowned', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"out"', '"elsewhere"'));
    expect(await state(disk)).not.toBe('clean');
  });
});

describe('the second word of the guard', () => {
  it.each([
    ['/ws/app/spec.json', '{"letters":{}}'],
    ['/ws/.conductor/patterns/letters/head.ejs', '## <%= locals.title %>\n'],
    ['/ws/.conductor/patterns/letters/helpers.js', 'module.exports = () => ({ shout: (n) => n });'],
  ])('follows %s', async (path, text) => {
    const disk = workspace();
    const [, before] = await guard(disk);
    edit(disk, path, text);
    expect((await guard(disk))[1]).not.toBe(before);
  });

  it('follows the build of Conductor, and nothing that a run does not read', async () => {
    const disk = workspace({ '/ws/README.md': 'read me\n', '/ws/.conductor/patterns/other/pattern.json': '{}' });
    const [, before] = await guard(disk);
    expect((await guard(disk, { ...EDITION, build: 'b' }))[1]).not.toBe(before);
    edit(disk, '/ws/README.md', 'changed\n');
    edit(disk, '/ws/.conductor/patterns/other/pattern.json', '{"id":"other"}');
    expect((await guard(disk))[1]).toBe(before);
  });

  it('comes out for a conductor.json that is broken or gone', async () => {
    expect(await state(workspace({ '/ws/app/conductor.json': '{' }))).toBe('clean');
    expect(await state(workspace({ '/ws/app/conductor.json': undefined }))).toBe('clean');
  });
});

describe('readsOf', () => {
  const reads = (changes: Record<string, string>) => {
    const disk = workspace(changes);
    return readsOf(createMemoryMachine(disk), projectAt(disk, '/ws/app'), EDITION.home);
  };

  it('follows references from file to file, in circles too, and leaves out folders', async () => {
    const { specs } = await reads({ '/ws/app/spec.json': '{"a":{"$ref":"more/b.json"},"f":{"$ref":"more"}}', '/ws/app/more/b.json': '{"a":{"$ref":"../spec.json"},"c":{"$ref":"gone.json"}}' });
    expect(specs).toEqual(['/ws/app/spec.json', '/ws/app/more/b.json', '/ws/app/more/gone.json']);
  });

  it('follows what helpers load from outside of their pattern: files, folders, JSON, and packages by their description', async () => {
    const { modules } = await reads({
      '/ws/.conductor/patterns/letters/helpers.js': `require('./near'); require("../../lib/far"); require('node:path'); require('some-package/deep/file'); import('@scope/other');`,
      '/ws/.conductor/patterns/letters/near.js': `require('../../lib/folder');`,
      '/ws/.conductor/lib/far.js': `require('./table.json'); require('./gone'); require('./es.mjs');`,
      '/ws/.conductor/lib/es.mjs': `import { a } from './typed.js';\nexport * from './nearest.mjs';`,
      '/ws/.conductor/lib/typed.ts': '',
      '/ws/.conductor/lib/nearest.mts': '',
      '/ws/.conductor/lib/table.json': '{}',
      '/ws/.conductor/lib/folder/index.js': '',
      '/ws/node_modules/some-package/package.json': '{}',
      '/ws/node_modules/@scope/other/package.json': '{}',
    });
    expect([...modules].sort()).toEqual([
      '/ws/.conductor/lib/es.mjs',
      '/ws/.conductor/lib/far.js',
      '/ws/.conductor/lib/folder/index.js',
      '/ws/.conductor/lib/nearest.mts',
      '/ws/.conductor/lib/table.json',
      '/ws/.conductor/lib/typed.ts',
      '/ws/node_modules/@scope/other/package.json',
      '/ws/node_modules/some-package/package.json',
    ]);
  });
});
