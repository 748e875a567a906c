import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ended, start } from './letters';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'conductor modules é ')));
  put({ 'conductor.json': JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'p' }], output: 'out' }), 'spec.json': '{"a":{"n":1}}' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};
/** Files of the pattern, whose rule is the module. */
const pattern = (module: string, files: Readonly<Record<string, string>>, more: object = {}): void =>
  put({ '.conductor/patterns/p/pattern.json': JSON.stringify({ id: 'p', outputs: [{ module, to: 'made.txt' }], ...more }), ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`.conductor/patterns/p/${path}`, text])) });
const generate = (...args: string[]) => ended(start(folder, ['generate', ...args]));
const made = () => readFileSync(join(folder, 'out', 'made.txt'), 'utf8');

const IN_ES = "import { word } from './deep/word.mjs';\nexport default (item, { document }) => `${word} ${document.a.n} ${import.meta.url.startsWith('file:')}\\n`;\n";
const WORD = "export const word = 'es';\n";

describe('a module of a pattern', () => {
  it('may be an ES module, and everything that it imports counts', async () => {
    pattern('make.mts', { 'make.mts': IN_ES.replace('(item, { document })', '(item: unknown, { document }: any)'), 'deep/word.mjs': WORD });
    expect(await generate()).toMatchObject({ code: 0 });
    expect(made()).toBe('es 1 true\n');
    expect(await generate()).toMatchObject({ code: 0, text: expect.stringContaining('0 of 1 jobs ran') });
    put({ '.conductor/patterns/p/deep/word.mjs': WORD.replace("'es'", "'changed'") });
    expect(await generate('--explain')).toMatchObject({ code: 0, text: expect.stringMatching(/module make\.mts: [0-9a-f]{12} → /) });
    expect(made()).toBe('changed 1 true\n');
  });

  it('may have helpers that are an ES module, by name or by default', async () => {
    const template = { 'made.ejs': '<%= loud(document.a.n) %>\n' };
    const rule = { helpers: 'helpers.mjs', outputs: [{ template: 'made.ejs', to: 'made.txt' }] };
    pattern('', { ...template, 'helpers.mjs': "import { word } from './word.mjs';\nexport const loud = (n) => `${word} ${n}!`;\n", 'word.mjs': WORD }, rule);
    expect(await generate()).toMatchObject({ code: 0 });
    expect(made()).toBe('es 1!\n');
    pattern('', { 'helpers.mjs': 'export default (conductor) => ({ loud: (n) => `${conductor.pascalCase("by default")} ${n}` });\n' }, rule);
    expect(await generate()).toMatchObject({ code: 0 });
    expect(made()).toBe('ByDefault 1\n');
  });

  it.each([
    ['awaits while it is loaded', { 'make.mjs': "const word = await Promise.resolve('x');\nexport default () => word;\n" }],
    ['imports a package that does', { 'make.mjs': "import { word } from 'slow';\nexport default () => word;\n", 'node_modules/slow/package.json': '{"name":"slow","version":"1.0.0","type":"module","exports":"./slow.js"}', 'node_modules/slow/slow.js': 'export const word = await 1;\n' }],
  ])('that %s is refused with the reason, and nothing is written', async (_, files) => {
    pattern('make.mjs', files);
    expect(await generate()).toMatchObject({ code: 2, text: expect.stringMatching(/error\[module-failed\] \.conductor\/patterns\/p\/make\.mjs[^]*awaits while it is loaded/) });
    expect(() => made()).toThrow();
  });

  it('may import installed packages of both kinds', async () => {
    pattern('make.mjs', {
      'make.mjs': "import { word } from 'es';\nimport shout from 'common';\nexport default () => shout(word);\n",
      'node_modules/es/package.json': '{"name":"es","version":"1.0.0","type":"module","exports":"./index.js"}',
      'node_modules/es/index.js': "export const word = 'of a package';\n",
      'node_modules/common/package.json': '{"name":"common","version":"1.0.0"}',
      'node_modules/common/index.js': 'module.exports = (text) => text.toUpperCase();\n',
    });
    expect(await generate()).toMatchObject({ code: 0 });
    expect(made()).toBe('OF A PACKAGE');
  });
});
