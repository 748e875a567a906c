import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failureMessage } from '../failure-message.mjs';
import { measure } from '../measure.mjs';
import { describeOutput } from '../output.mjs';
import { benchFolder } from '../packages.mjs';

/**
 * @typedef {object} CompilerProject a compiler's folder, with the state of its last run in it
 * @property {import('./contenders.mjs').Compiler} compiler
 * @property {string} folder
 * @property {(path: string, text: string) => void} put saves a source
 * @property {() => Promise<Ran>} run
 * @property {() => void} forget takes outputs and caches away, so that the next run starts from nothing
 * @property {() => string} digest of the outputs
 *
 * @typedef {object} Ran
 * @property {import('../measure.mjs').Cost} cost of all its commands: seconds added up, the largest peak, the worst exit code
 * @property {string[]} printed standard output, one text for each command
 * @property {string | undefined} failed why, when a command did not end with 0
 */

/**
 * @param {import('./contenders.mjs').Compiler} compiler
 * @param {import('./workload.mjs').Workload} workload
 * @param {{ folder: string, timeoutSeconds: number, setAside: (path: string) => void }} task `folder` is the project's own
 * @returns {CompilerProject}
 */
export function openCompilerProject(compiler, workload, { folder, timeoutSeconds, setAside }) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of workload.files) put(path, text);
  // Outputs are ES modules, and each folder is a package of its own.
  put('package.json', '{ "name": "program", "private": true, "type": "module" }\n');
  // A compiler that starts another one looks for it among the packages of the project.
  symlinkSync(join(benchFolder, 'node_modules'), join(folder, 'node_modules'));
  compiler.configure(folder);
  return {
    compiler,
    folder,
    put,
    run: async () => {
      const costs = [];
      for (const argv of compiler.commands(folder)) costs.push(await measure({ argv, folder }, { timeoutSeconds }));
      const broken = costs.find(({ exitCode }) => exitCode !== 0);
      return {
        cost: sum(costs),
        printed: costs.map(({ stdout }) => stdout),
        failed: broken && `exit ${broken.exitCode}: ${failureMessage(broken, folder)}`,
      };
    },
    forget: () => {
      for (const name of compiler.caches) setAside(join(folder, name));
    },
    // The compiler's own record of the outputs has times in it.
    digest: () => describeOutput(join(folder, 'dist'), (path) => !/(^|\/)\.conductor-|\.tsbuildinfo$/.test(path)).digest,
  };
}

function sum(costs) {
  return {
    wallSeconds: costs.reduce((total, { wallSeconds }) => total + wallSeconds, 0),
    cpuSeconds: costs.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0),
    peakBytes: Math.max(...costs.map(({ peakBytes }) => peakBytes)),
    exitCode: Math.max(...costs.map(({ exitCode }) => exitCode)),
  };
}
