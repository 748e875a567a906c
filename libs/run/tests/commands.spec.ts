import fc from 'fast-check';
import { describe as inWords, digestOf } from '@nx-conductor/core';
import { below, codes, edit } from './bench';
import { COMMAND_FILES, commandBench, patternText, PNG } from './command-bench';

const PATTERN = '/ws/.conductor/patterns/shout/pattern.json';
const RUNS = process.env['CONDUCTOR_TORTURE'] ? 400 : 25;

describe('a command as a pattern', () => {
  it('makes artifacts that are planned like all others, and runs again only for what changed', async () => {
    const bench = commandBench();
    const { disk } = bench;
    const first = await bench.run();
    expect(first).toMatchObject({ failures: [], jobs: { total: 3, ran: 3 }, artifacts: { created: 3 } });
    expect(below(disk, '/ws/app/out')).toEqual({ '/ws/app/out/a/loud.txt': 'ALPHA!\n', '/ws/app/out/b/loud.txt': 'BETA!\n', '/ws/app/out/c/loud.txt': 'GAMMA!\n' });
    expect(bench.started()).toEqual(['src/a.txt', 'src/b.txt', 'src/c.txt']);

    expect(await bench.run()).toMatchObject({ failures: [], unchanged: true, artifacts: { kept: 3 } });
    expect(bench.started()).toEqual([]);

    edit(disk, '/ws/app/src/b.txt', 'delta');
    const third = await bench.run({ explain: true });
    expect(third).toMatchObject({ failures: [], jobs: { ran: 1, kept: 2 }, artifacts: { updated: 1, kept: 2 } });
    expect(third.why).toEqual([{ job: 'shout/run shout ← files src/b.txt', artifact: 'out/b/loud.txt', reason: expect.stringMatching(/^file src\/b\.txt: [0-9a-f]{12} → [0-9a-f]{12}$/) }]);
    expect(bench.started()).toEqual(['src/b.txt']);

    disk.remove('/ws/app/src/a.txt');
    expect(await bench.run()).toMatchObject({ failures: [], jobs: { total: 2, ran: 0 }, artifacts: { removed: 1, kept: 2 } });
    expect(Object.keys(below(disk, '/ws/app/out'))).toEqual(['/ws/app/out/b/loud.txt', '/ws/app/out/c/loud.txt']);
    expect(bench.started()).toEqual([]);
  });

  it('takes from the store what it made before, and what is missing on disk', async () => {
    const bench = commandBench();
    await bench.run();
    edit(bench.disk, '/ws/app/src/a.txt', 'other');
    await bench.run();
    bench.started();
    edit(bench.disk, '/ws/app/src/a.txt', 'alpha');
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { updated: 1 } });
    bench.disk.remove('/ws/app/out/c/loud.txt');
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { created: 1, kept: 2 } });
    expect(below(bench.disk, '/ws/app/out')).toMatchObject({ '/ws/app/out/a/loud.txt': 'ALPHA!\n', '/ws/app/out/c/loud.txt': 'GAMMA!\n' });
    expect(bench.started()).toEqual([]);
  });

  it('runs again without the store, and with --force', async () => {
    const bench = commandBench();
    await bench.run();
    bench.started();
    expect(await bench.run({ cache: false })).toMatchObject({ failures: [], jobs: { ran: 3 }, artifacts: { kept: 3 } });
    expect(bench.started()).toHaveLength(3);
    expect(await bench.run({ force: true })).toMatchObject({ failures: [], jobs: { ran: 3 }, artifacts: { kept: 3 } });
    expect(bench.started()).toHaveLength(3);
  });

  it('finds its own file and its inputs, and nothing else', async () => {
    const bench = commandBench({ '/ws/app/lib/x.inc': '12', '/ws/app/lib/node_modules/y.inc': '3', '/ws/app/out/z.inc': '3' });
    await bench.run({ dryRun: true });
    expect(bench.requests.map(({ files }) => files.map(({ path }) => path))).toEqual([['app/src/a.txt'], ['app/src/b.txt'], ['app/src/c.txt']]);
    bench.disk.remove('/ws/app/out/z.inc');
    edit(bench.disk, PATTERN, patternText({ inputs: ['**/*.inc'] }));
    bench.started();
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { created: 6 } });
    expect(bench.started()).toHaveLength(3);
    expect(bench.requests.at(-1)?.files.map(({ path }) => path)).toEqual(['app/lib/x.inc', 'app/src/c.txt']);
    expect((await bench.run()).unchanged).toBe(true);
    // A new match and a changed file are changes of every command with that glob.
    edit(bench.disk, '/ws/app/lib/y.inc', '1234');
    expect(await bench.run()).toMatchObject({ failures: [], jobs: { ran: 3 }, artifacts: { created: 3, kept: 6 } });
    edit(bench.disk, '/ws/app/lib/y.inc', '12345');
    const changed = await bench.run({ explain: true });
    expect(changed).toMatchObject({ failures: [], artifacts: { updated: 3, kept: 6 } });
    expect(changed.why.map(({ reason }) => reason.replace(/[0-9a-f]{12}/g, '…'))).toEqual(Array(3).fill('input lib/y.inc: … → …'));
    expect(bench.started()).toHaveLength(6);
  });

  it('is granted variables by name; another value runs it again, and no value is at rest anywhere', async () => {
    const bench = commandBench({ [PATTERN]: patternText({ env: ['VOICE', 'SILENT'] }) });
    bench.environment['VOICE'] = ' ah';
    bench.environment['SILENT'] = 'a-secret-value';
    await bench.run();
    expect(bench.requests[0]?.env).toEqual({ PATH: '/ws/app/node_modules/.bin:/ws/node_modules/.bin:/usr/bin', TZ: 'UTC', NO_COLOR: '1', VOICE: ' ah', SILENT: 'a-secret-value' });
    expect(JSON.stringify(bench.disk.files())).not.toContain('a-secret-value');
    bench.environment['HOME'] = '/elsewhere';
    expect((await bench.run()).unchanged).toBe(true);
    bench.started();
    bench.environment['VOICE'] = ' oh';
    const again = await bench.run({ explain: true });
    expect(again).toMatchObject({ failures: [], jobs: { ran: 3 }, artifacts: { updated: 3 } });
    expect(again.why[0]?.reason).toMatch(/^variable VOICE: /);
    expect(bench.started()).toHaveLength(3);
  });

  it('runs again when its program is another, and the manifest stays the same', async () => {
    const bench = commandBench();
    await bench.run();
    const manifest = bench.disk.files()['/ws/.conductor/manifests/app.json'];
    bench.started();
    edit(bench.disk, '/ws/node_modules/.bin/shout', 'another program');
    expect(await bench.run({ explain: true })).toMatchObject({ failures: [], jobs: { ran: 3 }, artifacts: { kept: 3 }, why: [{ reason: expect.stringMatching(/^program shout: /) }, {}, {}] });
    expect(bench.started()).toHaveLength(3);
    expect(bench.disk.files()['/ws/.conductor/manifests/app.json']).toBe(manifest);
    expect((await bench.run()).unchanged).toBe(true);
  });

  it('that fails stops the others and nothing is written; with keepGoing all are told', async () => {
    const files = { '/ws/app/src/a.txt': 'fail', '/ws/app/src/c.txt': 'fail' };
    const bench = commandBench(files);
    const failed = await bench.run({ parallel: 1 });
    expect(codes(failed)).toEqual(['command-failed']);
    expect(bench.started()).toEqual(['src/a.txt']);
    expect(inWords(failed.failures[0] as (typeof failed.failures)[number])).toMatchObject({ file: '.conductor/patterns/shout/pattern.json', message: 'the command failed for shout/run shout ← files src/a.txt: exit code 3', received: 'cannot shout src/a.txt' });
    const all = await bench.run({ parallel: 1, keepGoing: true });
    expect(codes(all)).toEqual(['command-failed', 'command-failed']);
    expect(bench.started()).toEqual(['src/a.txt', 'src/b.txt', 'src/c.txt']);
    expect(below(bench.disk, '/ws/app/out')).toEqual({});
    edit(bench.disk, '/ws/app/src/a.txt', 'x');
    edit(bench.disk, '/ws/app/src/c.txt', 'y');
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { created: 3 } });
    // What went well before is not done again.
    expect(bench.started()).toEqual(['src/a.txt', 'src/c.txt']);
  });

  it('never runs more at a time than it may', async () => {
    const bench = commandBench(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`/ws/app/src/${index}.txt`, `text ${index}`])));
    expect(await bench.run({ parallel: 4 })).toMatchObject({ failures: [], jobs: { ran: 15 } });
    expect(bench.most()).toBe(4);
  });

  it.each([
    ['a program that is not there', { run: ['whisper', '{out}'] }, 'unknown-program', 'the program "whisper" is not installed'],
    ['a placeholder that nothing fills', { run: ['shout', '{out}', '{items.file}'] }, 'invalid-value', '"outputs.0.run" is not acceptable'],
    ['a value that is no argument', { run: ['shout', '{out}', '{options.nothing}'] }, 'invalid-value', '{options.nothing} for shout/run shout ← files src/a.txt is not acceptable'],
    ['a template too', { template: 'x.ejs' }, 'invalid-value', '"outputs.0" is not acceptable'],
  ])('is refused with %s', async (_, rule, code, message) => {
    const bench = commandBench({ [PATTERN]: patternText(rule) });
    const { failures } = await bench.run();
    expect(failures[0] && inWords(failures[0])).toMatchObject({ code, message });
    expect(bench.started()).toEqual([]);
  });

  it('takes a list as that many arguments, and runs again when it is another', async () => {
    const config = (marks: readonly string[]) => JSON.stringify({ specs: [{ adapter: 'files', path: 'src/a.txt' }], patterns: [{ use: 'shout', options: { marks } }], output: 'out' });
    const bench = commandBench({ [PATTERN]: patternText({ run: ['shout', '{out}', '{item.file}', '{options.marks}', '{item.name}{item.extension} in {item.folder}'] }), '/ws/app/conductor.json': config(['?', '!']) });
    expect((await bench.run()).failures).toEqual([]);
    expect(bench.requests[0]?.args).toEqual(['{out}', 'src/a.txt', '?', '!', 'a.txt in src']);
    edit(bench.disk, '/ws/app/conductor.json', config(['?']));
    expect(await bench.run({ explain: true })).toMatchObject({ failures: [], artifacts: { kept: 1 }, why: [{ reason: expect.stringContaining('option shout ← files#/marks') }] });
    expect(bench.requests[1]?.args).toEqual(['{out}', 'src/a.txt', '?', 'a.txt in src']);
  });

  it('counts for a task runner: another program, granted variable or input changes the line of the guard', async () => {
    const bench = commandBench({ [PATTERN]: patternText({ inputs: ['lib/*.inc'], env: ['VOICE'] }), '/ws/app/lib/x.inc': '1' });
    const lines = [await bench.guard()];
    await bench.run();
    expect(await bench.guard()).toBe(lines[0]);
    edit(bench.disk, '/ws/app/lib/x.inc', '22');
    lines.push(await bench.guard());
    edit(bench.disk, '/ws/node_modules/.bin/shout', 'another program');
    lines.push(await bench.guard());
    bench.environment['VOICE'] = 'low';
    lines.push(await bench.guard());
    bench.environment['HOME'] = '/elsewhere';
    expect(new Set([...lines, await bench.guard()]).size).toBe(4);
  });

  it('leaves files that are no texts, byte for byte: kept, told by their size, taken from the store', async () => {
    const bench = commandBench({ '/ws/app/src/b.txt': 'image 1' });
    const image = '/ws/app/out/b/loud.png';
    const bytes = () => Buffer.from(bench.disk.read(image) ?? []).toString('hex');
    const of = (text: string) => Buffer.concat([PNG, Buffer.from(text)]);
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { created: 3, bytes: 7 + 15 + 7 } });
    expect(bytes()).toBe(of('image 1').toString('hex'));
    expect(JSON.parse(bench.disk.files()['/ws/.conductor/manifests/app.json'] as string)).toMatchObject({ artifacts: [{}, { path: 'out/b/loud.png', size: 15, digest: digestOf(of('image 1')) }, {}] });
    expect((await bench.run()).unchanged).toBe(true);

    edit(bench.disk, '/ws/app/src/b.txt', 'image 22');
    const stale = await bench.run({ check: true });
    expect([codes(stale), stale.diffs]).toEqual([['stale'], ['--- a/out/b/loud.png\n+++ b/out/b/loud.png\nno texts: 15 bytes → 16 bytes\n']]);
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { updated: 1, bytes: 16 } });
    bench.started();
    bench.disk.remove(image);
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { created: 1, bytes: 16 } });
    expect([bytes(), bench.started()]).toEqual([of('image 22').toString('hex'), []]);
    expect((await bench.run({ check: true })).failures).toEqual([]);
  });

  it('leaves files that are no texts: an edit of one is a conflict without a diff of lines, and nothing merges or formats it', async () => {
    const config = { specs: [{ adapter: 'files', path: 'src/*.txt' }], patterns: [{ use: 'shout', options: { mark: '!' } }], output: 'out', format: 'oxfmt' };
    const bench = commandBench({ '/ws/app/src/a.txt': 'image 1', '/ws/app/conductor.json': JSON.stringify(config) });
    const image = '/ws/app/out/a/loud.png';
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { created: 3 } });
    expect(bench.disk.read(image)).toEqual(Buffer.concat([PNG, Buffer.from('image 1')]));
    expect((await bench.run()).unchanged).toBe(true);
    bench.disk.write(image, Buffer.concat([PNG, PNG]));
    edit(bench.disk, '/ws/app/src/a.txt', 'image 333');
    const [conflict] = (await bench.run()).failures;
    expect(conflict).toMatchObject({ code: 'conflict', kind: 'edited', diff: '--- a/out/a/loud.png\n+++ b/out/a/loud.png\nno texts: 16 bytes → 17 bytes\n' });
    expect((await bench.run({ onConflict: 'merge' })).failures).toMatchObject([{ code: 'conflict', merge: 'not-text' }]);
    expect(bench.disk.read(image)).toEqual(Buffer.concat([PNG, PNG]));
    expect(await bench.run({ onConflict: 'keep' })).toMatchObject({ failures: [], edits: ['out/a/loud.png'] });
    expect(await bench.run({ onConflict: 'overwrite' })).toMatchObject({ failures: [], artifacts: { updated: 1 } });
    expect(bench.disk.read(image)).toEqual(Buffer.concat([PNG, Buffer.from('image 333')]));
    edit(bench.disk, '/ws/app/src/a.txt', 'a text now');
    expect(await bench.run()).toMatchObject({ failures: [], artifacts: { created: 1, removed: 1 } });
  });

  it('that leaves nothing has failed', async () => {
    const bench = commandBench({ '/ws/app/src/a.txt': 'nothing' });
    const { failures } = await bench.run();
    expect(failures).toMatchObject([{ code: 'command-failed', reason: 'it left nothing in {out}' }]);
  });

  it('law: after any edits an incremental run leaves what a first run would, and runs nothing twice', async () => {
    const texts = fc.constantFrom('one', 'two', 'image of three');
    const step = fc.oneof(
      fc.record({ path: fc.constantFrom('/ws/app/src/a.txt', '/ws/app/src/b.txt', '/ws/app/src/n.txt', '/ws/app/lib/x.inc', '/ws/app/lib/y.inc', '/ws/node_modules/.bin/shout'), text: texts }),
      fc.record({ path: fc.constantFrom('/ws/app/src/b.txt', '/ws/app/lib/x.inc', '/ws/app/out/a/loud.txt', '/ws/.conductor/cache/traces/app'), text: fc.constant(undefined) }),
      fc.record({ path: fc.constant(PATTERN), text: fc.constantFrom(patternText({}), patternText({ inputs: ['lib/*.inc'] }), patternText({ env: ['VOICE'], to: 'x/<%= item.name %>' }), patternText({ when: 'item.name !== "b"' })) }),
      fc.record({ path: fc.constant('VOICE'), text: texts }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const bench = commandBench();
        await bench.run();
        for (const { path, text } of steps) {
          if (path === 'VOICE') bench.environment['VOICE'] = text as string;
          else if (text === undefined) bench.disk.remove(path);
          else {
            bench.disk.makeDirectory('/ws/app/lib');
            edit(bench.disk, path, text);
          }
          expect((await bench.run()).failures).toEqual([]);
        }
        const sources = Object.fromEntries(Object.entries(bench.disk.files()).filter(([path]) => !path.startsWith('/ws/app/out/') && !/^\/ws\/\.conductor\/(cache|manifests|runs)\//.test(path)));
        const clean = commandBench(sources);
        for (const path of Object.keys(COMMAND_FILES)) if (!Object.hasOwn(sources, path)) clean.disk.remove(path);
        Object.assign(clean.environment, bench.environment);
        await clean.run();
        const made = (disk: typeof bench.disk) => ({ ...below(disk, '/ws/app/out'), ...below(disk, '/ws/.conductor/manifests') });
        expect(made(bench.disk)).toEqual(made(clean.disk));
        const keys = bench.requests.map(({ args, env, files }) => JSON.stringify([args, env['VOICE'], files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])]));
        const programs = new Set(steps.filter(({ path }) => path.endsWith('shout')).map(({ text }) => text)).size + 1;
        expect(keys.length).toBeLessThanOrEqual(new Set(keys).size * programs * 2);
      }),
      { numRuns: RUNS },
    );
  });
});
