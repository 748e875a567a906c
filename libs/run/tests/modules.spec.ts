import { describe as inWords } from '@nx-conductor/core';
import { below, codes, edit, run, workspace } from './bench';

const PATTERN = '/ws/.conductor/patterns/letters';
const MAKE = `${PATTERN}/make.js`;

const patternText = (rule: object, options = {}) => JSON.stringify({ id: 'letters', helpers: 'helpers.js', ...options, outputs: [{ module: 'make.js', forEach: '/letters', ...rule }] });
const withModule = (text: string, rule: object = { to: '<%= item.name %>.txt' }) => workspace({ [`${PATTERN}/pattern.json`]: patternText(rule), [MAKE]: text });

describe('a module that makes artifacts', () => {
  it('gives a text for each item, and runs again only where something that it read has changed', async () => {
    const disk = withModule("module.exports = (item, { upperCase, shout, document, kebabCase }) => kebabCase(item.name) + ' ' + shout(item.n) + '\\n';");
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { total: 2, ran: 2 } });
    expect(below(disk, '/ws/app/out')).toEqual({ '/ws/app/out/Alpha.txt': 'alpha 1!\n', '/ws/app/out/Beta.txt': 'beta 2!\n' });
    expect((await run(disk)).unchanged).toBe(true);
    edit(disk, '/ws/app/spec.json', JSON.stringify({ letters: { Alpha: { n: 1 }, Beta: { n: 3 } }, other: 1 }));
    const again = await run(disk, { explain: true });
    expect(again).toMatchObject({ failures: [], jobs: { ran: 1, kept: 1 }, artifacts: { updated: 1 }, why: [{ job: 'letters/make.js ← spec#/letters/Beta', artifact: 'out/Beta.txt', reason: expect.stringContaining('/letters/Beta/n: 2 → 3') }] });
    edit(disk, MAKE, "module.exports = (item) => item.name + '\\n';");
    expect(await run(disk, { explain: true })).toMatchObject({ failures: [], jobs: { ran: 2 }, why: [{ reason: expect.stringMatching(/^module make\.js: /) }, {}] });
  });

  it('gives a list of files, into a folder; what it lists no more is removed', async () => {
    const disk = withModule("module.exports.default = (item) => Array.from({ length: item.n }, (_, index) => ({ path: `${item.name}/${index}.txt`, content: 'x' }));", { to: 'files' });
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { total: 2, ran: 2 }, artifacts: { created: 3 } });
    expect(Object.keys(below(disk, '/ws/app/out'))).toEqual(['/ws/app/out/files/Alpha/0.txt', '/ws/app/out/files/Beta/0.txt', '/ws/app/out/files/Beta/1.txt']);
    edit(disk, '/ws/app/spec.json', JSON.stringify({ letters: { Alpha: { n: 0 }, Beta: { n: 2 } } }));
    expect(await run(disk)).toMatchObject({ failures: [], jobs: { ran: 1 }, artifacts: { removed: 1, kept: 2 } });
    expect((await run(disk)).unchanged).toBe(true);
  });

  it.each([
    ['throws', "module.exports = () => { throw new Error('no such luck'); };", 'no such luck'],
    ['gives a promise', "module.exports = async () => 'x';", 'it gives a promise'],
    ['gives nothing', 'module.exports = () => undefined;', 'it gives a value of type undefined'],
    ['lists what is no file', "module.exports = () => [{ path: 'a', content: 'x' }, { path: 'b' }];", 'element 1 of its list is no { path, content } of a text and a text or bytes (Uint8Array)'],
    ['gives other binary data', 'module.exports = () => new Uint16Array(2);', 'it gives a value of type object'],
    ['is no function', 'module.exports = { a: 1 };', 'it exports a value of type object'],
    ['cannot be loaded', 'module.exports = ;', "SyntaxError: Unexpected token ';'"],
  ])('that %s fails, and nothing is written', async (_, text, reason) => {
    const disk = withModule(text);
    const result = await run(disk);
    expect(new Set(codes(result))).toEqual(new Set(['module-failed']));
    expect(result.failures[0] && inWords(result.failures[0])).toMatchObject({ file: '.conductor/patterns/letters/make.js', received: reason });
    expect(below(disk, '/ws/app/out')).toEqual({});
  });

  it('that uses what nobody sees is told so, and so is a helper module', async () => {
    const disk = withModule("const fs = require('fs'); const os = require('os'); module.exports = (item) => item.name;");
    const { failures, warnings } = await run(disk);
    expect(failures).toEqual([]);
    expect(warnings.map(inWords)).toMatchObject([{ code: 'unseen-input', file: '.conductor/patterns/letters/make.js', received: 'fs, os', message: 'the module uses fs, os: what it reads there is not seen, and a change of it is missed' }]);
    edit(disk, MAKE, 'module.exports = (item) => item.name;');
    edit(disk, `${PATTERN}/helpers.js`, `const fs = require('fs'); ${disk.files()[`${PATTERN}/helpers.js`]}`);
    expect((await run(disk)).warnings).toMatchObject([{ code: 'unseen-input', place: { file: '.conductor/patterns/letters/helpers.js' } }]);
  });

  it('gives bytes, of one file or of several, which are written as they are', async () => {
    const disk = withModule("const bytes = Uint8Array.of(0, 97, 115, 109, 255); module.exports = (item) => (item.n === 1 ? bytes : Buffer.from('text'));", { to: '<%= item.name %>.wasm' });
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { created: 2, bytes: 9 } });
    expect([...(disk.read('/ws/app/out/Alpha.wasm') ?? [])]).toEqual([0, 97, 115, 109, 255]);
    expect((await run(disk)).unchanged).toBe(true);
    edit(disk, MAKE, "module.exports = (item) => [{ path: `${item.name}.wasm`, content: Uint8Array.of(0, 97) }];");
    edit(disk, `${PATTERN}/pattern.json`, patternText({}));
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { updated: 2, bytes: 4 } });
    expect([...(disk.read('/ws/app/out/Beta.wasm') ?? [])]).toEqual([0, 97]);
  });

  it('cannot leave the output folder', async () => {
    const disk = withModule("module.exports = () => [{ path: '../../escaped.txt', content: 'x' }];", {});
    expect(codes(await run(disk))).toEqual(['bad-path', 'bad-path']);
    expect(disk.files()['/ws/escaped.txt']).toBeUndefined();
  });

  it('is one of the kinds of a rule, and only one', async () => {
    const disk = withModule('module.exports = () => 1;', { template: 'letter.ejs', to: 'x' });
    expect(codes(await run(disk))).toEqual(['invalid-value']);
  });
});
