import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { placeMarkedSection } from '../bench/src/marked-section.mjs';
import { asMarkdown, asText } from '../bench/src/report.mjs';
import { loadMeasure } from './src/load-measure.mjs';
import { blocksOf, section } from './src/report.mjs';

const help = `Judges the labelled files of tools/corpus by the standard rule packs and mends a hundred of them: how many come out how, and
the tokens that a language model would have written to make the files anew, beside those of the patches.

  npm --prefix tools/corpus ci && npm --prefix tools/corpus start -- [options]

  --markdown file   also rewrite the section on rules of a page, e.g. docs/benchmarks.md
  --check           exit with 1 when that section of docs/benchmarks.md is not what comes out

The exit code is 1 when a figure misses its aim; 2 when the options are wrong.`;

/** npm runs its scripts in the package's folder; paths in the options are meant from where the person stands. */
const startFolder = process.env.INIT_CWD ?? process.cwd();

const home = dirname(fileURLToPath(import.meta.url));
const kept = join(home, '..', '..', 'docs', 'benchmarks.md');

process.exitCode = main(process.argv.slice(2));

/** @param {string[]} args @returns {number} the exit code */
function main(args) {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  const measured = loadMeasure()((text) => countTokens(text));
  const blocks = blocksOf(measured, (folder) => JSON.parse(readFileSync(join(home, folder, 'first-run.json'), 'utf8')));
  console.log(asText(blocks));
  const complaints = measured.aims.filter(({ met }) => !met).map(({ what, aim, is }) => `${what}: ${is}, and ${aim} is asked for`);
  const placed = (page) => placeMarkedSection(page, asMarkdown(blocks), section);
  if (options.markdown) rewrite(resolve(startFolder, options.markdown), placed);
  if (options.check && !isPlaced(kept, placed)) complaints.push('docs/benchmarks.md has other figures; npm --prefix tools/corpus start -- --markdown docs/benchmarks.md writes these');
  for (const complaint of complaints) console.error(`WRONG  ${complaint}`);
  return complaints.length > 0 ? 1 : 0;
}

function optionsOf(args) {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean' }, markdown: { type: 'string' }, check: { type: 'boolean' } } }).values;
  } catch (error) {
    return error.message;
  }
}

function rewrite(path, placed) {
  writeFileSync(path, placed(readFileSync(path, 'utf8')));
}

function isPlaced(path, placed) {
  const page = readFileSync(path, 'utf8');
  return placed(page) === page;
}
