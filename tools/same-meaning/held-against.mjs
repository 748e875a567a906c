import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compareOutputs } from './compare-outputs.mjs';
import { emitWithExecutable, emitWithTypeScript } from './reference.mjs';
import { followSourceMaps } from './source-maps.mjs';

/**
 * @typedef {object} Held a project that `conductor compile` and TypeScript have both compiled
 * @property {string[]} sources
 * @property {object} result the document that `conductor compile --json` printed
 * @property {number} exitCode
 * @property {Map<string, string>} ours outputs by path below the project
 * @property {Map<string, string>} theirs
 * @property {Awaited<ReturnType<typeof compareOutputs>>['compared']} compared
 * @property {import('./compare-outputs.mjs').OutputDifference[]} differences outputs that differ from what either TypeScript
 *   writes; those of sources that ours refused are left out
 * @property {number} unlikeFirst outputs that differ from those of TypeScript 6
 * @property {number} [unlikeSecond] and from those of the second TypeScript, where one was given
 * @property {{ places: number, wrong: string[] }} maps what they lead to; wrong is only what TypeScript's own lead to rightly
 * @property {string[]} errors what TypeScript finds wrong with the sources
 */

/**
 * Compiles a project with the `conductor` command and with TypeScript, and compares what they wrote.
 *
 * @param {string} folder of the project, which has a tsconfig.json; ours writes into its output folder, TypeScript nowhere
 * @param {{ node: string, conductor: string, options?: string[], second?: string }} command `conductor` is the program; `options`
 *   for `compile`; `second` the executable of another TypeScript, whose output is right too: editions order and spell some
 *   inferred types in their own ways
 * @returns {Promise<Held>}
 */
export async function holdAgainstTypeScript(folder, { node, conductor, options = [], second }) {
  const { sources, rootDir, outDir, outputs: theirs, errors, facts } = emitWithTypeScript(join(folder, 'tsconfig.json'));
  const ran = spawnSync(node, [conductor, 'compile', folder, '--json', ...options], { encoding: 'utf8', maxBuffer: 1e9 });
  if (ran.stdout.trim() === '') throw new Error(`conductor compile printed no document: ${ran.stderr}`);
  const result = JSON.parse(ran.stdout);
  const ours = filesIn(folder, outDir);
  const refused = new Set((result.findings ?? []).filter(({ severity }) => severity === 'error').map(({ file }) => stem(relative(rootDir, file))));
  const known = (outputs) => new Map([...outputs].filter(([path]) => !refused.has(stem(relative(outDir, path)))));
  const { compared, differences: first } = await compareOutputs(ours, known(theirs), facts);
  const others = second && (await compareOutputs(ours, known(emitWithExecutable(join(folder, 'tsconfig.json'), second, outDir)), facts)).differences;
  const differences = first.filter(({ path }) => !others || others.some((each) => each.path === path));
  const unlike = { unlikeFirst: first.length, ...(others ? { unlikeSecond: others.length } : {}) };
  return { sources, result, exitCode: ran.status ?? -1, ours, theirs, compared, differences, ...unlike, maps: followBoth(ours, theirs, folder), errors };
}

/** TypeScript's own maps know no place for a name before which a comment stands oddly. */
function followBoth(ours, theirs, folder) {
  const { places, wrong } = followSourceMaps(ours, folder);
  const either = wrong.length === 0 ? [] : followSourceMaps(theirs, folder).wrong;
  return { places, wrong: wrong.filter(({ path, name }) => !either.some((each) => each.path === path && each.name === name)).map(({ what }) => what) };
}

function filesIn(folder, outDir) {
  const place = join(folder, outDir);
  if (!existsSync(place)) return new Map();
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.conductor'));
  return new Map(files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** A path without its endings. */
function stem(path) {
  return path.replace(/(\.d)?\.[^/]*$/, '');
}
