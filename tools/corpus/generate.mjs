import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { labelled } from './src/labelled.mjs';

/**
 * Writes the generated files of the corpus, and the labels of all: `node tools/corpus/generate.mjs [--seed N] [--to FOLDER]`.
 * Without options it writes what is committed.
 */
const home = dirname(fileURLToPath(import.meta.url));
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const seed = Number(option('--seed') ?? 1);
const target = resolve(option('--to') ?? home);

const { files, labels } = labelled(seed, (path) => readFileSync(join(home, path), 'utf8'));
for (const folder of ['good', 'one-fault', 'several-faults', 'adversarial', ...(target === home ? [] : ['by-hand'])]) rmSync(join(target, folder), { recursive: true, force: true });
for (const { path, text } of files) {
  if (target === home && path.startsWith('by-hand/')) continue;
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
writeFileSync(join(target, 'labels.json'), labels);
console.log(`${files.length} files in ${target}`);
