import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setAsideInto } from '../set-aside.mjs';
import { aimsBlock } from './aim.mjs';
import { firstRun } from './first-run.mjs';
import { nextVersion } from './next-version.mjs';
import { oneProperty } from './one-property.mjs';
import { RunFailed } from './project.mjs';
import { recording } from './recording.mjs';
import { scale } from './scale.mjs';
import { unchanged } from './unchanged.mjs';
import { watch } from './watch.mjs';

/**
 * @typedef {object} Part a question about incremental runs
 * @property {string} id the word for `--only`
 * @property {string} title
 * @property {(task: import('./project.mjs').Task) => Promise<Answer>} measure
 *
 * @typedef {object} Answer
 * @property {import('../report.mjs').Block} block
 * @property {import('./aim.mjs').Aim[]} aims
 * @property {string[]} complaints what Conductor got wrong; any of them fails the bench
 */

/** @type {Part[]} in the order of the report */
export const parts = [unchanged, oneProperty, watch, nextVersion, firstRun, recording, scale];

/** Whom these parts compare with: one tool that writes types, one that writes a module per schema. */
export const comparedWith = ['openapi-typescript', 'orval'];

/**
 * Measures the parts one after the other, each in a folder of its own.
 *
 * @param {{ parts: Part[], contenders: import('../contenders/contender.mjs').Contender[], runs: number, sizes: number[],
 *   timeoutSeconds: number, folder: string, say: (line: string) => void }} task
 * @returns {Promise<{ blocks: import('../report.mjs').Block[], complaints: string[] }>}
 */
export async function measureParts({ parts: wanted, folder, ...task }) {
  const answers = [];
  for (const part of wanted) {
    task.say(part.title);
    const own = join(folder, part.id);
    mkdirSync(own, { recursive: true });
    answers.push(await part.measure({ ...task, folder: own, setAside: setAsideInto(join(folder, 'set-aside', part.id)) }).catch(failed(part)));
  }
  const aims = answers.flatMap((answer) => answer.aims);
  return {
    blocks: [...answers.map(({ block }) => block), ...(aims.length > 0 ? [aimsBlock('Aims for incremental runs', aims)] : [])],
    complaints: answers.flatMap(({ complaints }, index) => complaints.map((text) => `${wanted[index].title}: ${text}`)),
  };
}

/** A part that cannot be measured is reported in its place and does not take the others with it. */
function failed(part) {
  return (error) => {
    if (!(error instanceof RunFailed)) throw error;
    return { block: { heading: part.title, notes: [error.message] }, aims: [], complaints: [error.message] };
  };
}
