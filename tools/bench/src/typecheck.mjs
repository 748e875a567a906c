import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { packageFolder } from './packages.mjs';

/** A new project's options: strict, a browser's or Node's `fetch` through the DOM types, no ambient packages. */
const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  isolatedModules: true,
  types: [],
};

/**
 * `tsc --strict --noEmit` over an output folder, by the native executable of TypeScript 7.
 *
 * @param {string} folder
 * @param {string} output the folder to check, relative
 * @returns {Promise<{ errors: number, first: string[], wallSeconds: number, failed?: string }>}
 */
export async function typecheck(folder, output) {
  const project = 'tsconfig.bench.json';
  writeFileSync(join(folder, project), JSON.stringify({ compilerOptions, include: [`${output}/**/*.ts`] }));
  const result = await measure({ argv: [nativeCompiler(), '--project', project, '--pretty', 'false'], folder });
  const errors = errorLines(result.stdout);
  const failed = result.exitCode !== 0 && errors.length === 0 ? (result.stderr || result.stdout).trim() : undefined;
  return { errors: errors.length, first: errors.slice(0, 5), wallSeconds: result.wallSeconds, failed };
}

/** @param {string} text what tsc printed @returns {string[]} a line per error */
export function errorLines(text) {
  return text.split('\n').filter((line) => /\berror TS\d+:/.test(line));
}

/** The executable itself: the launcher beside it would only add a Node to every figure. */
export function nativeCompiler() {
  return join(packageFolder(`@typescript/typescript-${process.platform}-${process.arch}`), 'lib', 'tsc');
}
