import { below, codes, edit, EDITION, MADE, run, workspace } from './bench';

const mutations = (disk: ReturnType<typeof workspace>) => disk.calls.filter((call) => call.mutates && !call.path.includes('/.conductor/runs'));

describe('a first run', () => {
  it('makes every artifact, then the manifest', async () => {
    const disk = workspace();
    const result = await run(disk);
    expect(result).toMatchObject({
      failures: [],
      project: 'app',
      jobs: { total: 3, ran: 3, kept: 0, failed: 0 },
      artifacts: { total: 3, created: 3, updated: 0, kept: 0, removed: 0, conflicts: 0 },
      templates: { total: 3, hits: 0, misses: 3 },
    });
    expect(below(disk, '/ws/app/out')).toEqual(MADE);
    expect(result.artifacts.bytes).toBe(Object.values(MADE).join('').length);
    const manifest = JSON.parse(disk.files()['/ws/.conductor/manifests/app.json'] as string) as { artifacts: object[] };
    expect(manifest.artifacts).toEqual([
      { path: 'out/index.txt', digest: expect.stringMatching(/^[0-9a-f]{64}$/), size: 11, job: 'letters/index.ejs ← spec#', reason: expect.stringContaining('app/spec.json') },
      expect.objectContaining({ path: 'out/letters/alpha.txt' }),
      expect.objectContaining({ path: 'out/letters/beta.txt' }),
    ]);
  });

  it('gives an artifact the roles that its output rule names, and a change of these runs no job', async () => {
    const pattern = '/ws/.conductor/patterns/letters/pattern.json';
    const disk = workspace();
    await run(disk);
    const named = JSON.parse(disk.files()[pattern] as string) as { outputs: [object, object] };
    edit(disk, pattern, JSON.stringify({ ...named, outputs: [{ ...named.outputs[0], kinds: ['http-service'] }, named.outputs[1]] }));
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { ran: 0 } });
    const manifest = JSON.parse(disk.files()['/ws/.conductor/manifests/app.json'] as string) as { artifacts: { path: string; kinds?: string[] }[] };
    expect(manifest.artifacts.map(({ path, kinds }) => [path, kinds])).toEqual([
      ['out/index.txt', undefined],
      ['out/letters/alpha.txt', ['http-service']],
      ['out/letters/beta.txt', ['http-service']],
    ]);
  });

  it('writes the manifest after the last artifact', async () => {
    const disk = workspace();
    disk.forget();
    await run(disk);
    const renames = disk.calls.filter((call) => call.method === 'rename').map((call) => call.path);
    const manifest = renames.indexOf('/ws/.conductor/manifests/app.json');
    expect(renames.slice(0, manifest)).toEqual(expect.arrayContaining(Object.keys(MADE)));
  });

  it('gives the same bytes, manifest included, in another workspace', async () => {
    const [one, two] = [workspace(), workspace()];
    await run(one);
    await run(two);
    expect(one.files()['/ws/.conductor/manifests/app.json']).toBe(two.files()['/ws/.conductor/manifests/app.json']);
  });
});

describe('a run in which nothing changed', () => {
  it('runs no job, reads no artifact and writes nothing', async () => {
    const disk = workspace();
    await run(disk);
    await run(disk);
    disk.forget();
    const result = await run(disk);
    expect(result).toMatchObject({ failures: [], jobs: { total: 3, ran: 0, kept: 3 }, artifacts: { total: 3, kept: 3, bytes: 0 }, templates: { total: 3, hits: 3, misses: 0 } });
    expect(mutations(disk)).toEqual([]);
    expect(disk.calls.filter((call) => call.method === 'read' && call.path.startsWith('/ws/app/out'))).toEqual([]);
  });

  it('reads each file at most once', async () => {
    const disk = workspace();
    await run(disk);
    disk.forget();
    await run(disk, { force: true });
    const reads = disk.calls.filter((call) => call.method === 'read' && /spec\.json|conductor\.json|\.ejs/.test(call.path)).map((call) => call.path);
    expect(reads.length).toBe(new Set(reads).size);
  });

  it('compiles templates again, and runs no job, when the store is gone', async () => {
    const disk = workspace();
    await run(disk);
    for (const path of Object.keys(below(disk, '/ws/.conductor/cache'))) disk.remove(path);
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { ran: 0 }, templates: { total: 3, hits: 0, misses: 3 } });
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { ran: 0 }, templates: { total: 3, hits: 3, misses: 0 } });
  });

  it('counts a template once that it compiles, also when an artifact is gone with the store', async () => {
    const disk = workspace();
    await run(disk);
    for (const path of [...Object.keys(below(disk, '/ws/.conductor/cache')), '/ws/app/out/index.txt']) disk.remove(path);
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { created: 1, kept: 2 }, templates: { total: 3, hits: 0, misses: 3 } });
  });

  it('runs everything under another build or version of Conductor, with --force and with --no-cache', async () => {
    const disk = workspace();
    await run(disk);
    expect(await run(disk, {}, { ...EDITION, build: 'b' })).toMatchObject({ failures: [], jobs: { ran: 3 } });
    expect(await run(disk, {}, { ...EDITION, version: '2.0.0', build: 'b' })).toMatchObject({ failures: [], jobs: { ran: 3 } });
    expect(await run(disk, { force: true }, { ...EDITION, version: '2.0.0', build: 'b' })).toMatchObject({ jobs: { ran: 3 }, templates: { hits: 3 } });
    expect(await run(disk, { cache: false }, { ...EDITION, version: '2.0.0', build: 'b' })).toMatchObject({ jobs: { ran: 3 }, templates: { hits: 0, misses: 3 } });
  });
});

describe('a change', () => {
  it.each([
    ['the spec', '/ws/app/spec.json', '{"letters":{"Alpha":{"n":7},"Beta":{"n":2}}}', 'out/letters/alpha.txt'],
    ['a partial', '/ws/.conductor/patterns/letters/head.ejs', '## <%= locals.title %>\n', 'out/letters/alpha.txt'],
    ['a helper', '/ws/.conductor/patterns/letters/helpers.js', 'module.exports = { shout: (n) => n + "?" };', 'out/letters/alpha.txt'],
  ])('of %s reaches the artifacts that it concerns', async (_, path, text, touched) => {
    const disk = workspace();
    await run(disk);
    edit(disk, path, text);
    const result = await run(disk);
    expect(result.failures).toEqual([]);
    expect(result.steps.map((step) => step.path)).toContain(touched);
    expect(result.artifacts.kept).toBeGreaterThan(0);
    const clean = workspace({ [path]: text });
    await run(clean);
    expect(below(disk, '/ws/app/out')).toEqual(below(clean, '/ws/app/out'));
    expect(disk.files()['/ws/.conductor/manifests/app.json']).toBe(clean.files()['/ws/.conductor/manifests/app.json']);
  });

  it('leaves artifacts with the same bytes untouched', async () => {
    const disk = workspace();
    await run(disk);
    const before = disk.stat('/ws/app/out/letters/beta.txt');
    edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{"n":7},"Beta":{"n":2}}}');
    await run(disk);
    expect(disk.stat('/ws/app/out/letters/beta.txt')).toEqual(before);
  });

  it('removes what no job makes any more, and the folders that this leaves empty', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, '/ws/app/spec.json', '{"letters":{}}');
    const result = await run(disk);
    expect(result.artifacts).toMatchObject({ removed: 2, updated: 1 });
    expect(below(disk, '/ws/app/out')).toEqual({ '/ws/app/out/index.txt': '' });
    expect(disk.stat('/ws/app/out/letters')).toBeUndefined();
  });

  it('of a name among files runs what read it, also when no text has changed', async () => {
    const disk = workspace({
      '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'files', path: 'in/**/*.txt' }], patterns: [{ use: 'letters' }], output: 'out' }),
      '/ws/.conductor/patterns/letters/pattern.json': JSON.stringify({ id: 'letters', outputs: [{ template: 'list.ejs', to: 'list.txt' }] }),
      '/ws/.conductor/patterns/letters/list.ejs': "<%= items('files').map((each) => each.file).join() %>",
      '/ws/app/in/a/x.txt': 'x',
      '/ws/app/in/b/y.txt': 'y',
    });
    await run(disk);
    disk.rename('/ws/app/in/b/y.txt', '/ws/app/in/b/z.txt');
    expect(await run(disk, { explain: true })).toMatchObject({ jobs: { ran: 1 }, why: [{ reason: 'spec files#: keys in/a/x.txt, in/b/y.txt → keys in/a/x.txt, in/b/z.txt' }] });
    expect(below(disk, '/ws/app/out')).toEqual({ '/ws/app/out/list.txt': 'in/a/x.txt,in/b/z.txt' });
  });

  it('of a table, or of a document, that is nothing but a number runs what read it', async () => {
    const disk = workspace({
      '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }, { adapter: 'data', path: 'five.json' }], patterns: [{ use: 'letters' }], output: 'out' }),
      '/ws/app/five.json': '5',
      '/ws/.conductor/patterns/letters/pattern.json': JSON.stringify({ id: 'letters', helpers: 'helpers.js', outputs: [{ template: 'count.ejs', to: '<%= spec.name %>.txt' }] }),
      '/ws/.conductor/patterns/letters/count.ejs': "<%= spec.name === 'five' ? document : count() %>",
      '/ws/.conductor/patterns/letters/helpers.js': "module.exports = (conductor) => ({ count: conductor.table('count', (document) => Object.keys(document.letters ?? {}).length) });",
    });
    await run(disk);
    edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{}}}');
    edit(disk, '/ws/app/five.json', '6');
    const { jobs, why } = await run(disk, { explain: true });
    expect(jobs.ran).toBe(2);
    expect(why.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^table letters .*#: 2 → 1$/), 'spec five#: 5 → 6']);
    expect(below(disk, '/ws/app/out')).toEqual({ '/ws/app/out/spec.txt': '1', '/ws/app/out/five.txt': '6' });
  });

  it('of paths may put a folder where an artifact was, and an artifact where only artifacts were', async () => {
    const disk = workspace();
    await run(disk);
    const path = '/ws/.conductor/patterns/letters/pattern.json';
    const to = (letter: string, index: string) => edit(disk, path, JSON.stringify({ id: 'letters', helpers: 'helpers.js', outputs: [{ template: 'letter.ejs', forEach: '/letters', to: letter }, { template: 'index.ejs', to: index }] }));
    to('index.txt/of/<%= item.name %>', 'letters');
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { created: 3, removed: 3 } });
    expect(Object.keys(below(disk, '/ws/app/out'))).toEqual(['/ws/app/out/index.txt/of/Alpha', '/ws/app/out/index.txt/of/Beta', '/ws/app/out/letters']);
    // What somebody put there keeps the folder.
    disk.write('/ws/app/out/index.txt/mine', 'mine');
    to('letters/<%= kebabCase(item.name) %>.txt', 'index.txt');
    expect(codes(await run(disk, { onConflict: 'overwrite' }))).toEqual(['conflict']);
    expect(Object.keys(below(disk, '/ws/app/out'))).toHaveLength(4);
    disk.remove('/ws/app/out/index.txt/mine');
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { created: 3, removed: 3 } });
    expect(below(disk, '/ws/app/out')).toEqual(MADE);
  });

  it('of the output folder moves the artifacts', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"out"', '"made/here"'));
    expect((await run(disk)).artifacts).toMatchObject({ created: 3, removed: 3 });
    expect(Object.keys(below(disk, '/ws/app/out'))).toEqual([]);
    expect(Object.keys(below(disk, '/ws/app/made/here'))).toHaveLength(3);
  });

  it('is told by --explain with what changed', async () => {
    const disk = workspace();
    expect((await run(disk, { explain: true })).why[0]).toMatchObject({ artifact: 'out/letters/alpha.txt', reason: expect.stringContaining('first run') });
    edit(disk, '/ws/app/spec.json', '{"letters":{}}');
    expect((await run(disk, { explain: true })).why).toEqual([{ job: 'letters/index.ejs ← spec#', artifact: 'out/index.txt', reason: 'spec spec#/letters: keys Alpha, Beta → no keys' }]);
  });

  it('makes a missing artifact again', async () => {
    const disk = workspace();
    await run(disk);
    disk.remove('/ws/app/out/letters/beta.txt');
    expect((await run(disk)).artifacts).toMatchObject({ created: 1, kept: 2 });
    expect(below(disk, '/ws/app/out')).toEqual(MADE);
  });
});

describe('--check and --dry-run', () => {
  it('write nothing, not even a record', async () => {
    const disk = workspace();
    const before = disk.files();
    expect(codes(await run(disk, { check: true }))).toEqual(['stale']);
    expect((await run(disk, { dryRun: true })).artifacts).toMatchObject({ created: 3 });
    expect(disk.files()).toEqual(before);
  });

  it('--check passes when a run would change nothing', async () => {
    const disk = workspace();
    await run(disk);
    expect(codes(await run(disk, { check: true }))).toEqual([]);
    expect(codes(await run(disk, { check: true, force: true }))).toEqual([]);
  });

  it('--check shows the diff and the repairing command', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{"n":9},"Beta":{"n":2}}}');
    const result = await run(disk, { check: true });
    expect(result.failures).toEqual([{ code: 'stale', place: { file: 'app/out' }, changes: 1, repair: expect.stringContaining('conductor generate app') }]);
    expect(result.diffs.join('')).toContain('-Alpha = 1! & <x>\n+Alpha = 9! & <x>');
  });
});
