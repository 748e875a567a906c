import { createListening } from '@nx-conductor/run';
import type { MemoryDisk } from '@nx-conductor/testkit';
import { below, codes, edit, MADE, workspace } from './bench';
import { startWatch, type WatchBench } from './watch-bench';

const SPEC = '/ws/app/spec.json';
const TEMPLATE = '/ws/.conductor/patterns/letters/letter.ejs';
const spec = (letters: object) => JSON.stringify({ letters });

let disk: MemoryDisk;
let watch: WatchBench;

async function begin(files: Record<string, string> = {}): Promise<void> {
  disk = workspace(files);
  disk.tick(60_000);
  watch = startWatch(disk);
  await watch.settle();
}

/** Changes a file, lets the watch act on it, and gives the runs it told. */
async function change(path: string, text: string) {
  const before = watch.told.length;
  edit(disk, path, text);
  await watch.settle();
  return watch.told.slice(before);
}

afterEach(() => watch.stop());

describe('generate --watch', () => {
  it('runs at once, and never because of what it wrote itself', async () => {
    await begin();
    expect(watch.told).toMatchObject([{ failures: [], jobs: { ran: 3 } }]);
    expect(below(disk, '/ws/app/out')).toEqual(MADE);
    expect(watch.waits()).toBe(0);
    expect(await change(SPEC, spec({ Alpha: { n: 7 }, Beta: { n: 2 } }))).toMatchObject([{ jobs: { ran: 1 }, artifacts: { updated: 1 } }]);
    expect(disk.files()['/ws/app/out/letters/alpha.txt']).toContain('Alpha = 7!');
    // One change, one wait for the end of its burst.
    expect(watch.waits()).toBe(1);
  });

  it.each([
    ['a template', TEMPLATE, 'changed <%= item.name %>\n'],
    ['a partial', '/ws/.conductor/patterns/letters/head.ejs', '## <%= locals.title %>\n'],
    ['a helper module', '/ws/.conductor/patterns/letters/helpers.js', 'module.exports = () => ({ shout: (n) => `${n}?` });'],
    ['the configuration', '/ws/app/conductor.json', JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'gen' })],
    ['a pattern', '/ws/.conductor/patterns/letters/pattern.json', JSON.stringify({ id: 'letters', helpers: 'helpers.js', outputs: [{ template: 'index.ejs', to: 'all.txt' }] })],
  ])('runs again when %s changes', async (_, path, text) => {
    await begin();
    const runs = await change(path, text);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ failures: [], unchanged: false });
    expect(runs[0]?.steps.length).toBeGreaterThan(0);
  });

  it('runs again when a configuration of the formatter comes', async () => {
    await begin({ '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'out', format: 'oxfmt' }) });
    expect(await change('/ws/.oxfmtrc.json', '{}')).toMatchObject([{ failures: [], unchanged: false }]);
  });

  it.each([
    ['an artifact', '/ws/app/out/index.txt'],
    ['a file beside the spec', '/ws/app/README.md'],
    ['a hidden file of a pattern', '/ws/.conductor/patterns/letters/.letter.ejs.swp'],
    ['the records of runs', '/ws/.conductor/runs/x.jsonl'],
    ['the cache', '/ws/.conductor/cache/x'],
    ['a manifest', '/ws/.conductor/manifests/app.json'],
  ])('does not run for %s', async (_, path) => {
    await begin();
    expect(await change(path, 'x')).toEqual([]);
    expect(watch.waits()).toBe(0);
  });

  it('joins a burst of changes to one run', async () => {
    await begin();
    for (const n of [3, 4, 5]) edit(disk, SPEC, spec({ Alpha: { n }, Beta: { n } }));
    edit(disk, TEMPLATE, '<%= item.name %>\n');
    await watch.settle();
    expect(watch.told).toHaveLength(2);
  });

  it('runs once more when something changes while it runs', async () => {
    await begin();
    watch.duringNextRun(() => edit(disk, SPEC, spec({ Alpha: { n: 9 }, Beta: { n: 9 } })));
    await change(SPEC, spec({ Alpha: { n: 8 }, Beta: { n: 2 } }));
    expect(watch.told).toHaveLength(3);
    expect(disk.files()['/ws/app/out/letters/beta.txt']).toContain('Beta = 9!');
  });

  it('tells what is broken, goes on, and tells when it is mended, also to what it was', async () => {
    await begin();
    const before = disk.files()[SPEC] as string;
    expect((await change(SPEC, '{ "letters": ')).map(codes)).toEqual([['syntax']]);
    expect(below(disk, '/ws/app/out')).toEqual(MADE);
    expect(await change(SPEC, before)).toMatchObject([{ failures: [], unchanged: true }]);
    expect((await change(TEMPLATE, '<% if ( %>')).map(codes)).toEqual([['template-syntax']]);
    expect(await change(TEMPLATE, 'new <%= item.name %>\n')).toMatchObject([{ failures: [], artifacts: { updated: 2 } }]);
  });

  it('takes a file that is renamed over another, as editors save, and one that goes and comes back', async () => {
    await begin();
    disk.tick(1000);
    disk.write('/ws/app/spec.json~', spec({ Alpha: { n: 5 } }));
    disk.rename('/ws/app/spec.json~', SPEC);
    await watch.settle();
    expect(watch.told.at(-1)).toMatchObject({ failures: [], artifacts: { removed: 1, updated: 2 } });
    disk.remove(SPEC);
    await watch.settle();
    expect(codes(watch.told.at(-1) as never)).toEqual(['missing-file']);
    expect(await change(SPEC, spec({ Alpha: { n: 6 } }))).toMatchObject([{ failures: [], artifacts: { updated: 1 } }]);
  });

  it('listens to a file in a new place from the run on that finds it', async () => {
    const pattern = { id: 'letters', outputs: [{ template: 'index.ejs', to: 'index.txt' }] };
    await begin({
      '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'json-schema', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'out' }),
      '/ws/app/spec.json': '{ "$defs": { "A": {} } }',
      '/ws/.conductor/patterns/letters/pattern.json': JSON.stringify(pattern),
      '/ws/.conductor/patterns/letters/index.ejs': '<%= JSON.stringify(document) %>\n',
      '/ws/shared/deep/b.json': '{ "title": "one" }',
    });
    expect(await change('/ws/shared/deep/b.json', '{ "title": "two" }')).toEqual([]);
    expect(await change(SPEC, '{ "$defs": { "A": { "$ref": "../shared/deep/b.json" } } }')).toHaveLength(1);
    expect(await change('/ws/shared/deep/b.json', '{ "title": "three" }')).toMatchObject([{ failures: [], artifacts: { updated: 1 } }]);
    expect(disk.files()['/ws/app/out/index.txt']).toContain('three');
    // A file that is referred to before it is there.
    expect((await change(SPEC, '{ "$defs": { "A": { "$ref": "../shared/later/c.json" } } }')).map(codes)).toEqual([['missing-file']]);
    disk.makeDirectory('/ws/shared/later');
    expect((await change('/ws/shared/later/c.json', '{ "title": "came" }')).at(-1)).toMatchObject({ failures: [], artifacts: { updated: 1 } });
  });

  it('finds new matches of a glob, also in new folders', async () => {
    await begin({
      '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'data', path: 'specs/**/*.json' }], patterns: [{ use: 'letters' }], output: 'out' }),
      '/ws/.conductor/patterns/letters/pattern.json': JSON.stringify({ id: 'letters', outputs: [{ template: 'index.ejs', forEach: '/letters', to: '<%= item.name %>.txt' }] }),
      '/ws/app/specs/one.json': spec({ Alpha: { n: 1 } }),
    });
    disk.makeDirectory('/ws/app/specs/more');
    await watch.settle();
    expect(await change('/ws/app/specs/more/two.json', spec({ Beta: { n: 1 } }))).toMatchObject([{ failures: [], artifacts: { created: 1, kept: 1 } }]);
    expect(await change('/ws/app/specs/more/two.json', spec({ Gamma: { n: 1 } }))).toMatchObject([{ artifacts: { created: 1, removed: 1, kept: 1 } }]);
  });

  it('says once in which folders it hears nothing, and does not spin over them', async () => {
    disk = workspace();
    disk.tick(60_000);
    watch = startWatch(disk, {}, ['/ws/.conductor/patterns/letters']);
    await watch.settle();
    expect(await change(SPEC, spec({ Alpha: { n: 3 } }))).toHaveLength(1);
    expect(watch.deaf).toEqual([['/ws/.conductor/patterns/letters']]);
  });
});

describe('listening', () => {
  it('listens anew in a folder that was replaced by another, even one with the same number', () => {
    disk = workspace();
    watch = startWatch(disk);
    const opened: string[] = [];
    const hear = new Map<string, (path: string) => void>();
    const listening = createListening({ ...disk, stat: () => ({ kind: 'directory', size: 0, mtimeMs: 0, ctimeMs: 0, inode: 7 }) }, (folder, heard) => {
      opened.push(folder);
      hear.set(folder, heard);
      return { close: () => void hear.delete(folder) };
    }, () => undefined);
    const folders = new Set(['/a', '/a/b']);
    expect(listening.cover(folders)).toEqual({ opened: 2, deaf: [] });
    expect(listening.cover(folders).opened).toBe(0);
    hear.get('/a')?.('/a/b');
    expect(listening.cover(folders).opened).toBe(1);
    hear.get('/a')?.('/a/a');
    expect(listening.cover(folders).opened).toBe(1);
    expect(opened).toEqual(['/a', '/a/b', '/a/b', '/a']);
    listening.close();
    expect(hear.size).toBe(0);
  });
});
