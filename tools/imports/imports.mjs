#!/usr/bin/env node
/** Prints every forbidden import and machine global under libs/ and plugins/, and exits 1 when there is one. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';
import { violations } from './rules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const paths = glob.sync(['libs/*/{src,tests}/**/*.ts', 'plugins/*/{src,tests,e2e}/**/*.ts'], { cwd: root, ignore: ['**/node_modules/**', '**/*.golden.ts', '**/golden/**'] }).sort();
const found = paths.flatMap((path) => violations(path, readFileSync(join(root, path), 'utf8')));
for (const { path, line, what, reason } of found) console.error(`${path}:${line}  ${what}: ${reason}`);
console.log(`${paths.length} files, ${found.length} forbidden`);
process.exitCode = found.length > 0 ? 1 : 0;
