import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { COMMANDS } from '../src/cli/commands';
import { SWITCHES } from '../src/cli/optimizations';
import { COMMAND_NAMES } from '../src/cli/options';
import { parseCommandLine } from '../src/cli/parse';
import { optionsPage } from './options-page';

const root = join(__dirname, '..', '..', '..');
const PAGES = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => join('docs', name))].filter((path) => path.endsWith('.md'));

/** Blocks of shell commands that no test of a page runs: they install from a registry, are what CI itself runs, or measure. */
const NOT_RUN = {
  'npm ci && npx nx run codegen:generate': 'README.md',
  'npm cit': 'README.md',
  'npm install --save-dev @nx-conductor/plugin': 'README.md',
  'npm --prefix tools/bench start -- incremental --only recording --runs 1 --peers none': 'docs/records.md',
};

/** Command lines in the shell blocks of a page, as words; what a shell would have to work out is left out. */
function commandsIn(page: string): string[][] {
  const blocks = [...readFileSync(join(root, page), 'utf8').matchAll(/^ *```(?:sh|bash)\n([^]*?)^ *```$/gm)].map(([, text = '']) => text);
  const lines = blocks.flatMap((text) => text.split('\n')).flatMap((line) => /^ *(?:npx )?conductor ([^|;&<>]*)/.exec(line.replace(/ #.*$/, ''))?.[1] ?? []);
  return lines.filter((line) => !/["'$\\(]/.test(line)).map((line) => line.trim().replace(/ \d$/, '').split(/ +/));
}

describe('documentation', () => {
  it('docs/options.md tells every option of every command (UPDATE_GOLDEN=1 writes it)', () => {
    const path = join(root, 'docs', 'options.md');
    const page = optionsPage();
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path, page);
    expect(readFileSync(path, 'utf8')).toBe(page);
    for (const name of COMMAND_NAMES) expect(page).toContain(`## ${name}\n`);
  });

  it('runs every block of shell commands in a test, or says why not', () => {
    const blocks = PAGES.flatMap((page) => [...readFileSync(join(root, page), 'utf8').matchAll(/^ *```(sh|bash)\n([^]*?)^ *```$/gm)].map(([, language = '', text = '']) => ({ page, language, text: text.trim() })));
    expect(Object.fromEntries(blocks.filter(({ language }) => language === 'sh').map(({ page, text }) => [text, page]))).toEqual(NOT_RUN);
    const run = new Set(blocks.filter(({ language }) => language === 'bash').map(({ page }) => page));
    const tests = ['bash', 'docs'].map((name) => readFileSync(join(root, 'plugins', 'conductor', 'e2e', `${name}.spec.ts`), 'utf8')).join('');
    expect([...run].map((page) => basename(page, '.md')).filter((name) => !tests.includes(`'${name}'`) && !tests.includes(`${name}.md`))).toEqual([]);
  });

  it('names only commands and options that there are', () => {
    const told = PAGES.flatMap((page) => commandsIn(page).map((words) => ({ page, words, parsed: parseCommandLine(words) })));
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter(({ parsed }) => !parsed.ok).map(({ page, words }) => `${page}: conductor ${words.join(' ')}`)).toEqual([]);
  });

  it('so do the examples of --help', () => {
    const examples = Object.values(COMMANDS).flatMap(({ examples: each }) => each.map(([line]) => line)).filter((line) => /^conductor [^"'|$<>();]*$/.test(line));
    expect(examples.length).toBeGreaterThan(10);
    expect(examples.filter((line) => !parseCommandLine(line.split(' ').slice(1)).ok)).toEqual([]);
  });

  it('has every switch with its variable', () => {
    const page = readFileSync(join(root, 'docs', 'switches.md'), 'utf8');
    for (const [option, variable] of Object.entries(SWITCHES)) {
      expect(page).toContain(`--no-${option}`);
      expect(page).toContain(`${variable}=0`);
    }
  });

  it.each(PAGES)('%s links to files that there are', (page) => {
    const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});
