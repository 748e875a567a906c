import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLetters, ended, start } from './letters';

/** Says that it has come so far, and never comes back. */
const endless = (mark: string) => `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); for (;;);`;

let folder: string;
const pattern = (name: string, text: string) => writeFileSync(join(folder, '.conductor', 'patterns', 'letters', name), text);

beforeEach(() => {
  folder = createLetters();
  pattern('pattern.json', JSON.stringify({ id: 'letters', helpers: 'helpers.js', outputs: [{ template: 'letter.ejs', forEach: '/letters', to: '<%= item.name %>.txt' }] }));
  writeFileSync(join(folder, 'spec.json'), JSON.stringify({ letters: [{ name: 'a', n: 1 }] }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['a helper', (mark: string) => [['helpers.js', `module.exports = () => ({ never() { ${endless(mark)} } });`], ['letter.ejs', '<%= never() %>']]],
  ['a table', (mark: string) => [['helpers.js', `module.exports = (conductor) => ({ all: conductor.table('all', () => { ${endless(mark)} }) });`], ['letter.ejs', '<%= Object.keys(all()) %>']]],
  ['a module that is loaded', (mark: string) => [['helpers.js', endless(mark)]]],
])('Ctrl-C ends an endless loop in %s; nothing is written, and the next run goes on', async (_where, files) => {
  const mark = join(folder, 'mark');
  for (const [name, text] of files(mark)) pattern(name as string, text as string);
  const run = start(folder, ['generate']);
  const end = ended(run);
  for (let tries = 0; tries < 500 && !existsSync(mark); tries++) await sleep(20);
  run.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130, text: expect.stringContaining('interrupted by SIGINT; nothing is half written') });
  expect(existsSync(join(folder, 'out'))).toBe(false);
  pattern('helpers.js', 'module.exports = () => ({ fine: () => 1 });');
  pattern('letter.ejs', '<%= item.name %>');
  expect(await ended(start(folder, ['generate']))).toMatchObject({ code: 0, text: expect.stringContaining('1 of 1 jobs ran') });
});
