import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wrapper = fileURLToPath(new URL('./measure.pl', import.meta.url));

/**
 * @typedef {object} Command
 * @property {string[]} argv the program and its arguments
 * @property {string} folder where it runs
 *
 * @typedef {object} Cost
 * @property {number} wallSeconds
 * @property {number} cpuSeconds user and system time of the process, its threads and every descendant that ended no later than it
 * @property {number} peakBytes the largest resident set of any one process among them
 * @property {number} exitCode 0 to 255; 124 when the time ran out
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a command to its end and says what it cost. A command that fails is a result like any other; the promise
 * rejects only when measuring itself is impossible (no perl, not Linux).
 *
 * @param {Command} command
 * @param {{ timeoutSeconds?: number }} [limits]
 * @returns {Promise<Cost>}
 */
export async function measure({ argv, folder }, { timeoutSeconds = 900 } = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'conductor-bench-cost-'));
  const file = (name) => join(scratch, name);
  try {
    const ended = await runWrapped(argv, folder, file, timeoutSeconds);
    const stdout = readFileSync(file('stdout'), 'utf8');
    const stderr = readFileSync(file('stderr'), 'utf8');
    if (ended === 'timeout') {
      return { wallSeconds: timeoutSeconds, cpuSeconds: NaN, peakBytes: NaN, exitCode: 124, stdout, stderr: `${stderr}\nstopped after ${timeoutSeconds} s` };
    }
    if (ended !== 0) throw new Error(`cannot measure ${argv[0]}: ${stderr.trim() || `the wrapper ended with ${ended}`}`);
    const cost = JSON.parse(readFileSync(file('report'), 'utf8'));
    return {
      wallSeconds: cost.wallSeconds,
      cpuSeconds: cost.userSeconds + cost.systemSeconds,
      peakBytes: cost.peakBytes,
      exitCode: cost.signal > 0 ? 128 + cost.signal : cost.exitCode,
      stdout,
      stderr,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Output goes to files, not pipes: a full pipe, or a reader that wakes up for it, would be part of the figure. */
function runWrapped(argv, folder, file, timeoutSeconds) {
  const out = openSync(file('stdout'), 'w');
  const err = openSync(file('stderr'), 'w');
  return new Promise((resolve, reject) => {
    // A process group of its own, so that a stop reaches the descendants too.
    const child = spawn('perl', [wrapper, file('report'), ...argv], {
      cwd: folder,
      env: plainEnvironment(),
      stdio: ['ignore', out, err],
      detached: true,
    });
    let late = false;
    const stop = () => killGroup(child.pid);
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, timeoutSeconds * 1000);
    process.once('exit', stop);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.removeListener('exit', stop);
      resolve(late ? 'timeout' : (code ?? -1));
    });
  }).finally(() => {
    closeSync(out);
    closeSync(err);
  });
}

function killGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * The environment of a person at a shell: without what npm adds for its scripts (its `node_modules/.bin` folders put
 * another Node first in PATH), and without colour. Also without certificates of this machine's network: Node 20 reads
 * them before it runs anything, which takes longer than all else that it does to start.
 */
export function plainEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_OPTIONS$|^INIT_CWD$|^NODE_EXTRA_CA_CERTS$/i.test(name));
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !/node_modules\/\.bin$|node-gyp-bin$/.test(folder));
  return { ...Object.fromEntries(kept), PATH: path.join(':'), NO_COLOR: '1', NX_DAEMON: 'false' };
}
