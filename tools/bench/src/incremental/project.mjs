import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureMessage } from '../failure-message.mjs';
import { measure } from '../measure.mjs';
import { describeOutput } from '../output.mjs';

/**
 * @typedef {object} Task what a part of the incremental bench gets to work with
 * @property {import('../contenders/contender.mjs').Contender[]} contenders
 * @property {number} runs
 * @property {number[]} sizes for the part that grows
 * @property {number} timeoutSeconds of one run
 * @property {string} folder scratch space of the part's own
 * @property {(path: string) => void} setAside
 * @property {(line: string) => void} say
 *
 * @typedef {object} Project a contender's folder, with the state of its last run in it
 * @property {import('../contenders/contender.mjs').Contender} contender
 * @property {string} folder
 * @property {(text: string) => void} put saves `api.json`
 * @property {(...extra: string[]) => Promise<import('../measure.mjs').Cost>} run rejects with a `RunFailed` when the command fails
 * @property {() => void} forget takes output and caches away, so that the next run starts from nothing
 * @property {() => string} digest of the output
 */

/** A run of a contender that did not end with 0; the sentence goes into the report. */
export class RunFailed extends Error {}

/**
 * @param {import('../contenders/contender.mjs').Contender} contender
 * @param {string} name of the folder
 * @param {Task} task
 * @returns {Project}
 */
export function openProject(contender, name, { folder: parent, setAside, timeoutSeconds }) {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  contender.configure(folder);
  return {
    contender,
    folder,
    put: (text) => writeFileSync(join(folder, 'api.json'), text),
    run: async (...extra) => {
      const cost = await measure({ argv: [...contender.command(folder), ...extra], folder }, { timeoutSeconds });
      if (cost.exitCode !== 0) throw new RunFailed(`${contender.title}: exit ${cost.exitCode}: ${failureMessage(cost, folder)}`);
      return cost;
    },
    forget: () => {
      for (const path of [contender.output, ...contender.caches]) setAside(join(folder, path));
    },
    digest: () => describeOutput(join(folder, contender.output)).digest,
  };
}

/**
 * A project on which the contender has run until it is at rest: the run after the first one still looks twice at files
 * that are too young for their time stamps to be trusted.
 *
 * @param {Project} project
 */
export async function settle(project) {
  await project.run();
  await project.run();
}

/** @param {import('../measure.mjs').Cost} cost of a run with `--json` @returns {object} the document */
export function documentOf(cost) {
  return JSON.parse(cost.stdout);
}
