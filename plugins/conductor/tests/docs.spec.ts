import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS } from '../src/cli/commands';
import { SWITCHES } from '../src/cli/optimizations';
import { COMMAND_NAMES } from '../src/cli/options';
import { parseCommandLine } from '../src/cli/parse';
import { optionsPage } from './options-page';

const root = join(__dirname, '..', '..', '..');
const PAGES = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => join('docs', name))].filter((path) => path.endsWith('.md'));

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
