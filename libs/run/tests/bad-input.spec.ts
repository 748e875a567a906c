import { describe as sentences, utf8Of } from '@nx-conductor/core';
import { findProject, projectAt } from '@nx-conductor/run';
import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { optimizationsIn } from '../src/config/optimizations';
import { peekConfig } from '../src/config/peek';
import { gateOf } from '../src/pipeline/gate-of';
import { below, run, workspace } from './bench';

const CONFIG = '/ws/app/conductor.json';
const PATTERN = '/ws/.conductor/patterns/letters/pattern.json';
const config = (changes: object) => JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'out', ...changes }, null, 2);
const pattern = (changes: object) => JSON.stringify({ id: 'letters', outputs: [{ template: 'letter.ejs', forEach: '/letters', to: '<%= item.name %>' }], ...changes }, null, 2);

async function failuresOf(changes: Record<string, string | undefined>) {
  const disk = workspace(changes);
  const before = disk.files();
  const result = await run(disk);
  // Whatever was wrong, nothing was written but the store and the record.
  expect(Object.keys(below(disk, '/ws/app')).sort()).toEqual(Object.keys(before).filter((path) => path.startsWith('/ws/app/')).sort());
  return result.failures.map(sentences);
}

describe('what is wrong is told with place, expected, received and hint', () => {
  it.each<[string, Record<string, string | undefined>, object]>([
    ['truncated JSON', { '/ws/app/spec.json': '{\n  "letters": {' }, { code: 'syntax', file: 'app/spec.json', line: 2 }],
    ['a truncated configuration', { [CONFIG]: '{\n  "specs": [' }, { code: 'syntax', file: 'app/conductor.json', line: 2, received: 'the end of the file' }],
    ['a truncated configuration with a byte order mark', { [CONFIG]: '\ufeff{\n  "specs": [' }, { code: 'syntax', file: 'app/conductor.json', line: 2, received: 'the end of the file' }],
    ['no configuration', { [CONFIG]: undefined }, { code: 'missing-file', file: 'app/conductor.json' }],
    ['an unknown key', { [CONFIG]: config({ ouput: 'x' }) }, { code: 'unknown-key', file: 'app/conductor.json', line: 14, received: '"ouput"', hint: 'did you mean "output"?' }],
    ['an unknown key inside', { [CONFIG]: config({ patterns: [{ use: 'letters', option: {} }] }) }, { code: 'unknown-key', hint: 'did you mean "options"?' }],
    ['a value of the wrong type', { [CONFIG]: config({ output: 7 }) }, { code: 'invalid-value', expected: 'a value of type string', received: '7', line: 13 }],
    ['an unknown adapter', { [CONFIG]: config({ specs: [{ adapter: 'swagger', path: 'spec.json' }] }) }, { code: 'invalid-value', expected: expect.stringContaining('"openapi"'), received: '"swagger"' }],
    ['an unknown pattern', { [CONFIG]: config({ patterns: [{ use: 'leters' }] }) }, { code: 'unknown-name', received: '"leters"', hint: 'did you mean "letters"?', line: 10 }],
    ['an unknown spec', { [CONFIG]: config({ patterns: [{ use: 'letters', specs: ['spek'] }] }) }, { code: 'unknown-name', hint: 'did you mean "spec"?' }],
    ['a spec that is not there', { [CONFIG]: config({ specs: [{ adapter: 'data', path: 'spek.json' }] }) }, { code: 'missing-file', file: 'app/conductor.json', line: 5, hint: 'did you mean spec.json?' }],
    ['an output folder outside the workspace', { [CONFIG]: config({ output: '../../elsewhere' }) }, { code: 'invalid-value', expected: expect.stringContaining('inside the workspace') }],
    ['an output folder that holds the project', { [CONFIG]: config({ output: '.' }) }, { code: 'invalid-value', what: undefined }],
    ["an output folder among Conductor's own files", { [CONFIG]: config({ output: '../.conductor/cache' }) }, { code: 'invalid-value', expected: expect.stringContaining('outside of .conductor') }],
    ['an output folder in a git repository', { [CONFIG]: config({ output: 'sub/.git/x' }) }, { code: 'invalid-value', expected: expect.stringContaining('outside of .conductor and .git') }],
    ['an output folder that Windows cannot have', { [CONFIG]: config({ output: '../gen/CON' }) }, { code: 'invalid-value', expected: 'a path that every file system can hold: "CON" is a device name on Windows' }],
    ['an output folder that is a spec', { [CONFIG]: config({ output: 'spec.json' }), '/ws/.conductor/patterns/letters/letter.ejs': 'x' }, { code: 'invalid-value', received: '"spec.json", which holds app/spec.json' }],
    ['a reference to a folder', { [CONFIG]: config({ specs: [{ adapter: 'json-schema', path: 'spec.json' }] }), '/ws/app/spec.json': '{\n"$defs": { "A": { "$ref": "folder" } } }', '/ws/app/folder/x': '' }, { code: 'missing-file', file: 'app/spec.json', line: 2 }],
    ['a pattern option that is not declared', { [CONFIG]: config({ patterns: [{ use: 'letters', options: { sise: 1 } }] }), [PATTERN]: pattern({ options: { size: { type: 'number' } } }) }, { code: 'unknown-key', hint: 'did you mean "size"?' }],
    ['a pattern option of the wrong type', { [CONFIG]: config({ patterns: [{ use: 'letters', options: { size: 'x' } }] }), [PATTERN]: pattern({ options: { size: { type: 'number' } } }) }, { code: 'invalid-value', expected: 'a value of type number' }],
    ['a default of the wrong type', { [PATTERN]: pattern({ options: { size: { type: 'number', default: 'x' } } }) }, { code: 'invalid-value', file: '.conductor/patterns/letters/pattern.json', expected: 'a value of type number', received: '"x"' }],
    ['a default that is not allowed', { [PATTERN]: pattern({ options: { size: { type: 'string', enum: ['s', 'l'], default: 'm' } } }) }, { code: 'invalid-value', expected: 'one of "s", "l"', received: '"m"' }],
    ['a template that is not there', { [PATTERN]: pattern({ outputs: [{ template: 'leter.ejs', to: 'x' }] }) }, { code: 'unknown-name', file: '.conductor/patterns/letters/pattern.json', line: 5, hint: 'did you mean "letter.ejs"?' }],
    ['an id that is not the folder', { [PATTERN]: pattern({ id: 'other' }) }, { code: 'invalid-value', line: 2, received: '"other"' }],
    ['a path that does not compile', { [PATTERN]: pattern({ outputs: [{ template: 'letter.ejs', to: 'a\n<%= kebabCase(item.name %>' }] }) }, { code: 'template-syntax', file: '.conductor/patterns/letters/pattern.json', line: 6 }],
    ['a condition that does not compile', { [PATTERN]: pattern({ outputs: [{ template: 'letter.ejs', to: 'a', when: 'item.' }] }) }, { code: 'template-syntax', file: '.conductor/patterns/letters/pattern.json', line: 7 }],
    ['a path with a name that does not exist', { [PATTERN]: pattern({ outputs: [{ template: 'head.ejs', forEach: 'document', to: '<%= kebabCas(spec.name) %>' }] }) }, { code: 'template-failed', file: '.conductor/patterns/letters/pattern.json', line: 7, received: 'kebabCas is not defined; did you mean kebabCase?' }],
    ['a condition with a name that does not exist', { [PATTERN]: pattern({ outputs: [{ template: 'letter.ejs', to: 'x', when: 'itme.name' }] }) }, { code: 'template-failed', file: '.conductor/patterns/letters/pattern.json', line: 4, received: 'itme is not defined; did you mean item?' }],
    ['a broken template', { '/ws/.conductor/patterns/letters/letter.ejs': 'one\ntwo\n<% if (item { %>\n' }, { code: 'template-syntax', file: '.conductor/patterns/letters/letter.ejs', line: 3 }],
    ['a broken partial that nothing includes', { '/ws/.conductor/patterns/letters/unused.ejs': '<%= ( %>' }, { code: 'template-syntax', file: '.conductor/patterns/letters/unused.ejs', line: 1 }],
    ['a tag that is not closed', { '/ws/.conductor/patterns/letters/letter.ejs': 'one\n<%= item.name \n' }, { code: 'template-syntax', line: 2 }],
    ['a template that is no text', { '/ws/.conductor/patterns/letters/letter.ejs': 'a\u0000b' }, { code: 'template-syntax', received: 'it is not a text in UTF-8' }],
    ['a spec that is a folder', { [CONFIG]: config({ specs: [{ adapter: 'data', path: 'folder' }] }), '/ws/app/folder/x': '' }, { code: 'invalid-value', line: 5, received: 'the folder app/folder' }],
    ['a name that does not exist', { '/ws/.conductor/patterns/letters/letter.ejs': 'one\n<%= kebabcase(item.name) %>' }, { code: 'template-failed', line: 2, received: 'kebabcase is not defined; did you mean kebabCase?' }],
    ['a template that leaves by return', { '/ws/.conductor/patterns/letters/letter.ejs': 'one\n<% if (item.name) return; %>\ntwo' }, { code: 'template-failed', file: '.conductor/patterns/letters/letter.ejs', received: expect.stringContaining('it left by `return`') }],
    ['a partial that leaves by return', { '/ws/.conductor/patterns/letters/head.ejs': 'one<% return 1 %>' }, { code: 'template-failed', file: '.conductor/patterns/letters/head.ejs' }],
    ['an error in a partial', { '/ws/.conductor/patterns/letters/head.ejs': '\n\n<%= item.no.no %>' }, { code: 'template-failed', file: '.conductor/patterns/letters/head.ejs', line: 3 }],
    ['a partial that is not there', { '/ws/.conductor/patterns/letters/letter.ejs': "<%- include('haed') %>" }, { code: 'template-failed', message: expect.stringContaining('did you mean head.ejs?') }],
    ['an include without end', { '/ws/.conductor/patterns/letters/head.ejs': "<%- include('head') %>" }, { code: 'template-failed', message: expect.stringContaining('endless recursion') }],
    ['a helper module that throws', { '/ws/.conductor/patterns/letters/helpers.js': 'throw new Error("nope")' }, { code: 'helpers-failed', received: 'Error: nope' }],
    ['a collection that is not there', { [PATTERN]: pattern({ outputs: [{ template: 'letter.ejs', forEach: 'letters', to: 'x' }] }) }, { code: 'unknown-name' }],
    ['two jobs for one path', { [PATTERN]: pattern({ outputs: [{ template: 'letter.ejs', forEach: '/letters', to: 'same.txt' }] }), '/ws/.conductor/patterns/letters/letter.ejs': 'x' }, { code: 'claimed-twice', received: expect.stringContaining('#/letters/Alpha and ') }],
    ['a formatter that is not installed', { [CONFIG]: config({ format: 'prettier' }), [PATTERN]: pattern({}), '/ws/.conductor/patterns/letters/letter.ejs': 'x' }, { code: 'invalid-value', expected: expect.stringContaining('npm install') }],
  ])('%s', async (_, changes, expected) => {
    const [first] = await failuresOf(changes);
    expect(first).toMatchObject(Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)));
    expect(first?.expected).toBeTruthy();
    expect(first?.received).toBeTruthy();
    expect(first?.hint).toBeTruthy();
  });

  it.each([
    ['../../x', 'a "." or ".." segment'],
    ['/etc/passwd', 'absolute'],
    ['C:\\x', 'absolute or backslash'],
    ['a\\b', 'backslash'],
    ['CON', 'device'],
    ['nul.txt', 'device'],
    ['a/../../b', 'dots'],
    ['x'.repeat(300), 'too long'],
    ['a\u0000b', 'control'],
    ['trailing.', 'dot'],
    ['trailing ', 'space'],
    ['a//b', 'empty name'],
    ['.conductor-staging-1/x', 'ours'],
    ['a:b', 'stream'],
    ['\ud800', 'no Unicode'],
  ])('the hostile name %j is refused (%s)', async (name) => {
    const spec = JSON.stringify({ letters: { Alpha: { name, n: 1 } } });
    const [first] = await failuresOf({ '/ws/app/spec.json': spec, [PATTERN]: pattern({}), '/ws/.conductor/patterns/letters/letter.ejs': 'x' });
    expect(first).toMatchObject({ code: 'bad-path', file: '.conductor/patterns/letters/pattern.json' });
  });

  it.each([
    [['Foo', 'foo']],
    [['\u00e9', 'e\u0301']],
    [['a', 'a/b']],
    [['A/x', 'a/y']],
  ])('the names %j cannot lie side by side', async (names) => {
    const spec = JSON.stringify({ letters: names.map((name) => ({ name, n: 1 })) });
    const [first] = await failuresOf({ '/ws/app/spec.json': spec, [PATTERN]: pattern({}), '/ws/.conductor/patterns/letters/letter.ejs': 'x' });
    expect(first).toMatchObject({ code: 'claimed-twice' });
  });

  it('a name that is __proto__ is a name like any other', async () => {
    const disk = workspace({ '/ws/app/spec.json': '{"letters":{"__proto__":{"n":1},"constructor":{"n":2}}}', [PATTERN]: pattern({}), '/ws/.conductor/patterns/letters/letter.ejs': '<%= item.key %>' });
    expect((await run(disk)).failures).toEqual([]);
    expect(below(disk, '/ws/app/out')).toEqual({ '/ws/app/out/__proto__': '__proto__', '/ws/app/out/constructor': 'constructor' });
  });

  it('reports every broken pattern in use and every broken spec at once', async () => {
    const failures = await failuresOf({ '/ws/app/spec.json': '{', '/ws/.conductor/patterns/letters/head.ejs': '<% ( %>', '/ws/.conductor/patterns/letters/index.ejs': '<% ) %>' });
    expect(failures.map((failure) => failure.code)).toEqual(['template-syntax', 'template-syntax', 'syntax']);
  });
});

describe('a byte order mark, as editors of Windows leave it,', () => {
  it.each([[CONFIG], ['/ws/app/spec.json'], [PATTERN], ['/ws/.conductor/patterns/letters/letter.ejs'], ['/ws/.conductor/patterns/letters/head.ejs'], ['/ws/.conductor/patterns/letters/helpers.js'], ['/ws/nx.json']])('is passed by in %s', async (path) => {
    const made = below(await ran(workspace()), '/ws/app/out');
    const disk = workspace();
    const text = utf8Of(disk.read(path) as Uint8Array);
    disk.write(path, `\ufeff${text}`);
    expect(below(await ran(disk), '/ws/app/out')).toEqual(made);
    expect((await run(disk)).jobs).toMatchObject({ ran: 0 });
  });

  it('hides nothing that conductor.json says', async () => {
    const text = `\ufeff${config({ validate: 'off', optimizations: { incremental: false } })}`;
    const disk = workspace({ [CONFIG]: text });
    expect(peekConfig(text)).toMatchObject({ uses: ['letters'], specs: ['spec.json'], output: 'out' });
    expect(optimizationsIn(text)).toMatchObject({ incremental: false });
    expect(gateOf(createMemoryMachine(disk), projectAt(disk, '/ws/app'))).toEqual({ skipped: '"validate" is "off"' });
  });
});

/** The disk after a run without a failure. */
async function ran(disk: MemoryDisk): Promise<MemoryDisk> {
  expect((await run(disk)).failures).toEqual([]);
  return disk;
}

describe('a broken pattern that the project does not use', () => {
  it('is a warning and hides no other', async () => {
    const disk = workspace({ '/ws/.conductor/patterns/broken/pattern.json': '{\n"id": "broken",' });
    const result = await run(disk);
    expect(result.failures).toEqual([]);
    expect(result.warnings).toMatchObject([{ code: 'syntax', place: { file: '.conductor/patterns/broken/pattern.json', line: 2 } }]);
    expect(result.artifacts.created).toBe(3);
  });
});

describe('a project that is asked for by name', () => {
  it('is refused when two have that name, and found by its folder', async () => {
    const machine = createMemoryMachine(workspace({ '/ws/libs/app/conductor.json': '{}' }));
    const byName = await findProject(machine, '/ws/.conductor', 'app');
    expect(byName.ok ? [] : byName.failures.map(sentences)).toMatchObject([{ code: 'invalid-value', message: 'the project name "app" is not acceptable', received: 'app and libs/app' }]);
    expect(await findProject(machine, '/ws', 'libs/app')).toMatchObject({ ok: true, value: { root: '/ws/libs/app' } });
  });
});

describe('the fence', () => {
  it('holds against a symbolic link below the output folder', async () => {
    const disk = workspace();
    disk.symlink('/etc', '/ws/app/out/letters');
    expect((await run(disk)).failures).toMatchObject([{ code: 'bad-path', place: { file: 'app/out/letters' } }]);
    expect(disk.list('/etc')).toBeUndefined();
  });

  it('holds when the output folder itself leads out of the workspace', async () => {
    const disk = workspace({ '/elsewhere/keep.txt': 'x' });
    disk.symlink('/elsewhere', '/ws/app/out');
    const { failures } = await run(disk);
    expect(failures).toMatchObject([{ code: 'bad-path', place: { file: 'app/out' } }]);
    expect(failures.map((each) => sentences(each).hint)).toEqual(['remove the link, or name another folder as "output" in conductor.json']);
    expect(below(disk, '/elsewhere')).toEqual({ '/elsewhere/keep.txt': 'x' });
  });

  it('never takes a folder of sources for the output', async () => {
    const disk = workspace({ [CONFIG]: config({ specs: [{ adapter: 'data', path: 'out/spec.json' }] }), '/ws/app/out/spec.json': '{"letters":{"spec.json":{"n":1}}}', [PATTERN]: pattern({}), '/ws/.conductor/patterns/letters/letter.ejs': 'x' });
    expect((await run(disk)).failures).toMatchObject([{ code: 'invalid-value', what: '"output"', received: '"out", which holds app/out/spec.json', place: { line: 13 } }]);
    expect((await run(disk, { onConflict: 'overwrite' })).failures).toHaveLength(1);
  });
});
