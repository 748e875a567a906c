import { costCells, count } from '../figures.mjs';
import { medianCost } from '../summary.mjs';
import { documentOf, RunFailed } from './project.mjs';

/**
 * @typedef {object} Series the costs of one contender in one state, a cost per round
 * @property {string} state
 * @property {import('../contenders/contender.mjs').Contender} contender
 * @property {import('../measure.mjs').Cost[]} costs
 * @property {string} [failed]
 */

/**
 * @param {string} state
 * @param {import('../contenders/contender.mjs').Contender} contender
 * @returns {Series}
 */
export function series(state, contender) {
  return { state, contender, costs: [] };
}

/**
 * Adds a round. A peer that fails is noted and left out from then on; a run of ours that fails ends the part.
 *
 * @param {Series} target
 * @param {import('./project.mjs').Project} project
 * @param {(line: string) => void} say
 * @param {...string} extra arguments
 */
export async function take(target, project, say, ...extra) {
  if (target.failed) return;
  try {
    const cost = await project.run(...extra);
    target.costs.push(cost);
    say(`  ${target.state}, ${target.contender.id}: ${cost.wallSeconds.toFixed(3)} s, CPU ${cost.cpuSeconds.toFixed(3)} s, ${Math.round(cost.peakBytes / 1e6)} MB`);
  } catch (error) {
    if (!(error instanceof RunFailed) || target.contender.ours) throw error;
    target.failed = error.message;
    target.costs.length = 0;
    say(`  ${target.state}: ${error.message}`);
  }
}

/** @param {Series | undefined} target @returns {ReturnType<typeof medianCost> | undefined} undefined when there is none */
export function medianOf(target) {
  return target && target.costs.length > 0 ? medianCost(target.costs) : undefined;
}

export const seriesHead = ['what happened', 'contender', 'wall s', 'CPU s', 'peak MB', 'jobs ran', 'artifacts touched'];

/** @param {Series} target @returns {string[]} a row under `seriesHead` */
export function seriesRow(target) {
  return [target.state, target.contender.title, ...costCells(medianOf(target)), ...workCells(target)];
}

/** What Conductor says it did in the last round; peers say nothing. */
function workCells({ contender, costs }) {
  if (!contender.ours || costs.length === 0) return ['', ''];
  const { jobs, artifacts } = documentOf(costs.at(-1));
  const touched = artifacts.created + artifacts.updated + artifacts.removed;
  return [`${count(jobs.ran)} of ${count(jobs.total)}`, `${count(touched)} of ${count(artifacts.total)}`];
}

/** @param {Series[]} all @returns {string[]} a note per contender that failed */
export function failuresOf(all) {
  return [...new Set(all.filter(({ failed }) => failed).map(({ failed }) => `fails: ${failed}`))];
}
