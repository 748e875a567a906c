import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realDisk } from '@nx-conductor/host';
import { frame } from '../src/cli/frame';
import { sourceLines } from '../src/cli/source-line';
import { entityProject, run } from './command';

const plain = (text: string) => text;
const PAINT = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain };

describe('frame', () => {
  it.each<[string, number | undefined, number | undefined, string[]]>([
    ['  "paterns": []', 3, undefined, ['  7 |   "paterns": []', '    |   ^^^^^^^^^']],
    ['const age = 1;', 7, 3, ['  7 | const age = 1;', '    |       ^^^']],
    ['\tage: 1', 2, undefined, ['  7 | \tage: 1', '    | \t^^^']],
    ['名前: x', 5, undefined, ['  7 | 名前: x', '    |       ^']],
    ['{ x', 99, undefined, ['  7 | { x', `    | ${' '.repeat(98)}^`]],
    ['no column', undefined, undefined, ['  7 | no column']],
    // Neither the cursor nor the direction of writing can be moved by a source.
    ['a\u001b[2Jb\u202ec', 1, undefined, ['  7 | a\ufffd[2Jb\ufffdc', '    | ^']],
  ])('%j, column %j', (text, column, length, lines) => {
    expect(frame(text, 7, column, length, PAINT)).toEqual(lines);
  });

  it('cuts a long line around the place', () => {
    const [shown = '', below = ''] = frame(`${'x'.repeat(5000)} here ${'y'.repeat(5000)}`, 1, 5002, undefined, PAINT);
    expect(shown.length).toBeLessThan(200);
    expect(shown.slice(below.indexOf('^'), below.lastIndexOf('^') + 1)).toBe('here');
  });
});

describe('a failure with a place shows the line', () => {
  let folder: string;
  beforeEach(() => {
    folder = entityProject();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('of the configuration', async () => {
    writeFileSync(join(folder, 'conductor.json'), '{\r\n  "specs": [],\r\n  "paterns": []\r\n}');
    expect((await run(['generate'], folder)).stderr).toContain('\n  3 |   "paterns": []\n    |   ^^^^^^^^^\n');
  });

  it('of a spec, in a workspace and wherever the command is called', async () => {
    const elsewhere = join(folder, 'libs', 'elsewhere');
    mkdirSync(elsewhere, { recursive: true });
    writeFileSync(join(folder, 'nx.json'), '{}');
    writeFileSync(join(folder, 'models', 'm.yaml'), 'entities:\n  - name: User\n    atributes: []\n');
    const { stderr } = await run(['generate'], folder);
    expect(stderr).toMatch(/models\/m\.yaml:3:5: .*\n {2}3 \| {5}atributes: \[\]\n {4}\| {5}\^{9}\n/);
    const untimed = (text: string) => text.replace(/\d+ ms/g, '');
    expect(untimed((await run(['generate', '../..'], elsewhere)).stderr)).toBe(untimed(stderr));
  });

  it('of a template', async () => {
    writeFileSync(join(folder, '.conductor', 'patterns', 'entity-model', 'model.ts.ejs'), 'one\n<%= item.name.oops.deeper %>\n');
    expect((await run(['generate'], folder)).stderr).toContain('\n  2 | <%= item.name.oops.deeper %>\n');
  });

  it.each([
    ['that does not parse', 'helpers.js', 'module.exports = () => ({\n  shout: (text) => text.toUpperCase(\n});\n', 'helpers.js:3', '\n  3 | });\n'],
    ['that throws when it is loaded', 'helpers.js', "const a = 1;\nthrow new Error('nope');\n", 'helpers.js:2', "\n  2 | throw new Error('nope');\n"],
    ['that throws in its factory', 'helpers.js', 'module.exports = (conductor) => {\n  return { a: conductor.nothing.at.all };\n};\n', 'helpers.js:2', '\n  2 |   return { a: conductor.nothing.at.all };\n'],
    ['by a file that it requires', 'part.js', "\n\nthrow new TypeError('part');\n", 'part.js:3', "\n  3 | throw new TypeError('part');\n"],
    ['compiled before it runs, so that its lines are others: none is told', 'helpers.js', "export default () => ({});\n\nthrow new Error('es');\n", 'helpers.js: the helper module', "Error: es\n"],
  ])('of a helper module %s', async (_, file, text, place, shown) => {
    const pattern = join(folder, '.conductor', 'patterns', 'entity-model');
    const rule = readFileSync(join(pattern, 'pattern.json'), 'utf8');
    writeFileSync(join(pattern, 'pattern.json'), rule.replace('"options"', '"helpers": "helpers.js",\n  "options"'));
    writeFileSync(join(pattern, 'helpers.js'), "require('./part.js');\nmodule.exports = () => ({ shout: (text) => text });\n");
    writeFileSync(join(pattern, file), text);
    const { code, stderr } = await run(['generate'], folder);
    expect(stderr).toContain(`error[helpers-failed] .conductor/patterns/entity-model/${place}`);
    expect(stderr).toContain(shown);
    expect(code).toBe(2);
  });

  it('and is the same without it when the file is gone or has no such line', () => {
    const line = sourceLines(realDisk, folder, undefined);
    expect([line('nowhere.json', 1), line('models/m.yaml', 99), line('models', 1)]).toEqual([undefined, undefined, undefined]);
    expect(line('models/m.yaml', 2)).toBe('  - name: User');
  });
});
