import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadModule } from '@nx-conductor/host';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'conductor-modules-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = (path: string) => join(folder, path);

/** Writes files, and loads the first of them. */
function load(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
  return loadModule(at(Object.keys(files)[0] as string));
}

/** What a module gives whose exports are a function. */
const call = (exports: unknown): unknown => (exports as () => unknown)();

describe('a module', () => {
  it('has every file that it loaded, also while its factory ran', () => {
    const loaded = load({ 'a.js': "const b = require('./b'); module.exports = () => [b.x, require('./c.json').x, require('node:path').sep.length];", 'b.js': 'exports.x = 1;', 'c.json': '\ufeff{"x":2}' });
    expect(call(loaded.exports)).toEqual([1, 2, 1]);
    expect(loaded.files).toEqual([at('a.js'), at('b.js'), at('c.json')]);
  });

  it('tells which of its own files use what nobody sees, also in its functions, and in an ES module', () => {
    const loaded = load({
      'a.js': "const { sep } = require('path'); const kept = require('kept'); module.exports = () => [require('./b.mjs').default, require('os').EOL, require('node:fs').sep];",
      'b.mjs': "import { readFileSync } from 'node:fs/promises';\nexport default process.env.X ?? typeof readFileSync;",
      'node_modules/kept/index.js': "require('child_process');",
    });
    expect(loaded.unseen).toEqual([]);
    call(loaded.exports);
    expect(loaded.unseen).toEqual([
      { file: at('b.mjs'), what: 'process.env' },
      { file: at('b.mjs'), what: 'fs/promises' },
      { file: at('a.js'), what: 'os' },
      { file: at('a.js'), what: 'fs' },
    ]);
  });

  it('is read again when it is loaded again', () => {
    const text = (x: number) => ({ 'a.js': "module.exports = require('./b').x;", 'b.js': `exports.x = ${x};` });
    expect([load(text(1)).exports, load(text(2)).exports]).toEqual([1, 2]);
  });

  it('has new variables in each instance, and so has all that it loads, but for installed packages', () => {
    const loaded = load({
      'a.js': "let own = 0; const list = require('./c.json'); module.exports = () => [++own, require('./b')(), list.push(0), require('kept')()];",
      'b.js': 'let calls = 0; module.exports = () => ++calls;',
      'c.json': '[]',
      'node_modules/kept/index.js': 'let calls = 0; module.exports = () => ++calls;',
    });
    expect([call(loaded.exports), call(loaded.exports), call(loaded.fresh()), call(loaded.fresh())]).toEqual([[1, 1, 1, 1], [2, 2, 2, 2], [1, 1, 1, 3], [1, 1, 1, 4]]);
    expect(loaded.files).toContain(at('node_modules/kept/index.js'));
  });

  it('of an installed package has new variables together with the other files of its package', () => {
    const loaded = load({
      'node_modules/@acme/pack/p/a.js': "const b = require('../b'); module.exports = () => [b(), require('kept')()];",
      'node_modules/@acme/pack/b.js': 'let calls = 0; module.exports = () => ++calls;',
      'node_modules/@acme/kept/index.js': '',
      'node_modules/kept/index.js': 'let calls = 0; module.exports = () => ++calls;',
    });
    expect([call(loaded.exports), call(loaded.fresh()), call(loaded.fresh())]).toEqual([[1, 1], [1, 2], [1, 3]]);
  });

  it('may be one of two that load each other', () => {
    const loaded = load({ 'a.js': "exports.x = 1; const b = require('./b'); exports.y = b.y();", 'b.js': "const a = require('./a'); exports.y = () => a.x + 1;" });
    expect([loaded.exports, loaded.fresh()]).toEqual([{ x: 1, y: 2 }, { x: 1, y: 2 }]);
  });

  it('sees itself as a module does', () => {
    const loaded = load({ 'a.js': '#!/usr/bin/env node\nmodule.exports = [this === module.exports || this === exports, __filename, __dirname, module.id, require.resolve("./a"), module.loaded];' });
    expect(loaded.exports).toEqual([true, at('a.js'), folder, at('a.js'), at('a.js'), false]);
  });

  it('in TypeScript loads others without their ending', () => {
    const loaded = load({ 'a.ts': "import { x } from './b'; let calls: number = 0; export default () => [x, ++calls];", 'b.ts': 'export const x: number = 1;' });
    const made = [loaded.exports, loaded.fresh(), loaded.fresh()].map((exports) => call((exports as { default: unknown }).default));
    expect(made).toEqual([[1, 1], [1, 1], [1, 1]]);
    expect(loaded.files).toEqual([at('a.ts'), at('b.ts')]);
  });

  it('may not load in its functions what nobody has seen that it depends on', () => {
    const loaded = load({ 'a.js': "module.exports = (name) => name && require(name);", 'b.js': 'exports.x = 1;', 'node_modules/late/index.js': '' });
    call(loaded.exports);
    const made = loaded.fresh() as (name: string) => unknown;
    expect(() => made('./b')).toThrow(`${at('a.js')} requires "./b" when its functions are called: require it while the module loads`);
    expect(() => made('late')).toThrow('requires "late" when its functions are called');
    expect(made('node:os')).toBe(jest.requireActual('node:os'));
    expect(() => made('./none')).toThrow("Cannot find module './none'");
  });

  const IN_ES = "import { word } from './deep/word.mjs';\nlet calls = 0;\nexport default () => `${word} ${++calls} ${import.meta.url.startsWith('file:')}`;\n";
  const WORD = "export const word = 'es';\n";

  it.each<[kind: string, files: Record<string, string>]>([
    ['.mjs', { 'make.mjs': IN_ES, 'deep/word.mjs': WORD }],
    ['.js of a package of ES modules', { 'make.js': IN_ES, 'package.json': '{"type":"module"}', 'deep/word.mjs': WORD }],
    ['.js that is an ES module by its text', { 'make.js': IN_ES, 'package.json': '{}', 'deep/word.mjs': WORD }],
    ['.mts', { 'make.mts': `import type { X } from './none.mts';\n${IN_ES.replace('()', '(x?: X)')}`, 'deep/word.mjs': WORD }],
    ['.ts with the endings of what it becomes', { 'make.ts': IN_ES.replace('word.mjs', 'word.js'), 'deep/word.ts': WORD.replace('word', 'word: string') }],
    ['.cts that imports an ES module', { 'make.cts': "import { word } from './deep/word';\nlet calls: number = 0;\nmodule.exports = { default: () => `${word} ${++calls} true` };\n", 'deep/word.mjs': WORD }],
    ['.cjs that requires an ES module', { 'make.cjs': "const { word } = require('./deep/word.mjs');\nlet calls = 0;\nmodule.exports = { default: () => `${word} ${++calls} true` };\n", 'deep/word.mjs': WORD }],
  ])('may be %s: everything that it imports is known, fresh in each instance, and read again', (_, files) => {
    const [main, imported] = [Object.keys(files)[0], Object.keys(files).at(-1)] as [string, string];
    const loaded = load(files);
    const said = (exports: unknown) => call((exports as { default: unknown }).default);
    expect([said(loaded.exports), said(loaded.exports), said(loaded.fresh())]).toEqual(['es 1 true', 'es 2 true', 'es 1 true']);
    expect(loaded.files).toEqual([at(main), at(imported)]);
    expect(said(load({ ...files, [imported]: (files[imported] as string).replace("'es'", "'changed'") }).exports)).toBe('changed 1 true');
  });

  it('in CommonJS is what it is, whatever its words look like and its package is', () => {
    expect(load({ 'a.cjs': 'module.exports = `\nimport { x }\nexport * from y`;', 'package.json': '{"type":"module"}' }).exports).toBe('\nimport { x }\nexport * from y');
    expect(load({ 'a.js': 'module.exports = `\nimport { x }\n`;', 'package.json': '{}' }).exports).toBe('\nimport { x }\n');
    expect(load({ 'a.js': 'module.exports = 1;', 'package.json': '{"type":"module"}' }).exports).toBe(1);
  });

  it.each<[what: string, files: Record<string, string>]>([
    ['awaits while it is loaded', { 'a.mjs': 'const x = await 1;\nexport default x;\n' }],
    ['imports what does', { 'a.ts': "import { x } from './b.mjs';\nexport default x;\n", 'b.mjs': 'export const x = await 1;\n' }],
  ])('that %s is refused', (_, files) => expect(() => load(files)).toThrow('awaits while it is loaded'));

  it.each<[what: string, change: () => void]>([
    ['what it imports says something else', () => writeFileSync(at('word.js'), 'module.exports = 2;')],
    ['what it imports is gone', () => rmSync(at('word.js'))],
    ['what it asks for is found elsewhere first', () => writeFileSync(at('word'), '')],
    ['what it did not find has come to be', () => writeFileSync(at('maybe.js'), '')],
    ['its package says that it is of another kind', () => writeFileSync(at('package.json'), '{"type":"module"}')],
  ])('is no longer current when %s', (_, change) => {
    const loaded = load({ 'a.js': "let more;\ntry { more = require('./maybe'); } catch {}\nmodule.exports = [require('./word'), more];", 'word.js': 'module.exports = 1;', 'package.json': '{}' });
    writeFileSync(at('other.js'), '');
    expect(loaded.isCurrent()).toBe(true);
    change();
    expect(loaded.isCurrent()).toBe(false);
  });

  it('that is broken says where', () => {
    expect(() => load({ 'a.js': 'module.exports = ;' })).toThrow("Unexpected token ';'");
    const loaded = load({ 'b.js': '\nmodule.exports = () => { throw new Error("no"); };' });
    try {
      call(loaded.fresh());
    } catch (error) {
      expect((error as Error).stack).toContain(`${at('b.js')}:2:`);
    }
    expect.assertions(2);
  });
});
