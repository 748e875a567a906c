#!/usr/bin/env node
/** Prints every forbidden import, machine global and circle of imports under libs/ and plugins/, and exits 1 when there is one. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';
import { circles } from './circles.mjs';
import { violations } from './rules.mjs';

/** A type of a schema is made of types of schemas: these functions call each other as the grammar does, a file a keyword. */
const RECURSIVE = /^libs\/generate\/src\/helpers\/types\//;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const paths = glob.sync(['libs/*/{src,tests}/**/*.ts', 'plugins/*/{src,tests,e2e}/**/*.ts'], { cwd: root, ignore: ['**/node_modules/**', '**/*.golden.ts', '**/golden/**'] }).sort();
const texts = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const found = paths.flatMap((path) => violations(path, texts.get(path)));
const round = circles(texts).filter((files) => !files.every((file) => RECURSIVE.test(file)));
for (const { path, line, what, reason } of found) console.error(`${path}:${line}  ${what}: ${reason}`);
for (const files of round) console.error(`circle of imports: ${files.join(', ')}`);
console.log(`${paths.length} files, ${found.length} forbidden, ${round.length} circles`);
process.exitCode = found.length + round.length > 0 ? 1 : 0;
