import { firstRun } from './first-run.mjs';
import { nextVersion } from './next-version.mjs';
import { oneProperty } from './one-property.mjs';
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
