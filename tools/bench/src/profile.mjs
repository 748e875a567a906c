import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryFolder } from './packages.mjs';

/**
 * @typedef {object} SelfTime time spent in a function itself, without what it calls
 * @property {string} name
 * @property {string} place file and line, relative to the repository
 * @property {number} milliseconds
 *
 * @typedef {object} Profile
 * @property {number} milliseconds all samples but idle ones
 * @property {SelfTime[]} functions the costliest first
 * @property {{ place: string, milliseconds: number }[]} files the costliest first
 */

/**
 * The same command with V8's sampling profiler on, in every process and thread that it starts.
 *
 * @param {string[]} argv node, program, arguments
 * @param {string} profiles a folder to put the profiles in
 * @returns {string[]}
 */
export function withProfiler([node, ...rest], profiles) {
  rmSync(profiles, { recursive: true, force: true });
  mkdirSync(profiles, { recursive: true });
  return [node, '--cpu-prof', '--cpu-prof-interval', '250', '--cpu-prof-dir', profiles, ...rest];
}

/** @param {string} profiles the folder of `withProfiler` after the run @returns {Profile} */
export function readProfiles(profiles) {
  const files = readdirSync(profiles).filter((name) => name.endsWith('.cpuprofile')).sort();
  return foldProfiles(files.map((name) => JSON.parse(readFileSync(join(profiles, name), 'utf8'))));
}

/**
 * Sums self times over profiles in V8's `.cpuprofile` format: `samples` are node ids, `timeDeltas` the microseconds
 * before each sample.
 *
 * @param {{ nodes: { id: number, callFrame: { functionName: string, url: string, lineNumber: number } }[], samples: number[], timeDeltas: number[] }[]} profiles
 * @returns {Profile}
 */
export function foldProfiles(profiles) {
  const functions = new Map();
  const files = new Map();
  let total = 0;
  for (const { nodes, samples, timeDeltas } of profiles) {
    const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
    for (const [index, id] of samples.entries()) {
      const frame = frames.get(id);
      if (frame.functionName === '(idle)') continue;
      const milliseconds = timeDeltas[index] / 1000;
      const name = frame.functionName || '(anonymous)';
      const file = placeOf(frame.url);
      const place = file === '' ? '' : `${file}:${frame.lineNumber + 1}`;
      total += milliseconds;
      add(functions, `${name}\0${place}`, milliseconds);
      add(files, file || name, milliseconds);
    }
  }
  return {
    milliseconds: total,
    functions: costliest(functions).map(([key, milliseconds]) => ({ name: key.split('\0')[0], place: key.split('\0')[1], milliseconds })),
    files: costliest(files).map(([place, milliseconds]) => ({ place, milliseconds })),
  };
}

/** @param {Profile} profile @param {number} rows @returns {{ functions: string[][], files: string[][] }} tables with heads */
export function profileTables({ milliseconds: total, functions, files }, rows) {
  const share = (value) => `${((100 * value) / total).toFixed(1)} %`;
  return {
    functions: [['function', 'place', 'ms', 'share'], ...functions.slice(0, rows).map(({ name, place, milliseconds }) => [name, place, milliseconds.toFixed(0), share(milliseconds)])],
    files: [['file', '', 'ms', 'share'], ...files.slice(0, rows).map(({ place, milliseconds }) => [place, '', milliseconds.toFixed(0), share(milliseconds)])],
  };
}

function placeOf(url) {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url;
  return path.startsWith(repositoryFolder) ? path.slice(repositoryFolder.length) : path;
}

function add(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function costliest(sums) {
  return [...sums].sort((a, b) => b[1] - a[1]);
}
