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

  it.each([
    ['an export', 'export const x = 1;'],
    ['an import', "import x from './x.js';"],
  ])('with %s that is no CommonJS is told how to be', (_, text) => expect(() => load({ 'a.js': text })).toThrow('it is an ES module; helper modules are CommonJS'));

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
