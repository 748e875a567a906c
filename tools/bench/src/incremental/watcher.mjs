import { spawn } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { plainEnvironment } from '../measure.mjs';
import { RunFailed } from './project.mjs';

/**
 * @typedef {object} Watcher a `conductor generate --watch --json` that runs
 * @property {() => Promise<{ document: object, at: number }>} next the next document it prints, and when it came
 *   (milliseconds of `Date.now`)
 * @property {() => number} peakBytes the largest resident set so far
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a watch; the first document of `next` is that of the run it begins with.
 *
 * @param {import('./project.mjs').Project} project
 * @param {number} timeoutSeconds for one document
 * @returns {Watcher}
 */
export function startWatch({ contender, folder }, timeoutSeconds) {
  const [program, ...args] = [...contender.command(folder), '--watch'];
  const child = spawn(program, args, { cwd: folder, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill('SIGINT');
  process.once('exit', stop);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const arrived = [];
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = { at: Date.now(), document: JSON.parse(line) };
    const taker = waiting.shift();
    if (taker) taker(told);
    else arrived.push(told);
  });
  const next = () => (arrived.length > 0 ? Promise.resolve(arrived.shift()) : new Promise((resolve) => waiting.push(resolve)));
  return {
    next: () => within(timeoutSeconds, next(), ended, () => stderr.trim()),
    peakBytes: () => 1024 * Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]),
    stop: async () => {
      stop();
      await ended;
      process.removeListener('exit', stop);
    },
  };
}

/**
 * Saves a file as editors do, whole under its name in one step, and says when: the clock starts as the file is there,
 * not with the writing of its thirteen megabytes.
 *
 * @param {import('./project.mjs').Project} project
 * @param {string} text
 * @returns {number} milliseconds of `Date.now`
 */
export function save({ folder }, text) {
  const temporary = join(folder, '.api.json.saving');
  writeFileSync(temporary, text);
  renameSync(temporary, join(folder, 'api.json'));
  return Date.now();
}

async function within(timeoutSeconds, promise, ended, stderr) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new RunFailed(`the watch said nothing for ${timeoutSeconds} s: ${stderr()}`)), timeoutSeconds * 1000);
  });
  const died = ended.then((code) => {
    throw new RunFailed(`the watch ended with ${code}: ${stderr()}`);
  });
  died.catch(() => undefined);
  try {
    return await Promise.race([promise, late, died]);
  } finally {
    clearTimeout(timer);
  }
}
