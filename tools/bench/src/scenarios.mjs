import { join } from 'node:path';

/**
 * @typedef {object} Scenario what a run finds when it starts
 * @property {string} id the word for `--scenario`
 * @property {string} title
 * @property {boolean} afterRun whether a finished run must lie behind it; that one is not measured
 * @property {boolean} sameBytes whether the output must equal that of a run from nothing, byte for byte
 * @property {(contender: import('./contenders/contender.mjs').Contender) => boolean} suits whether it means anything for a contender
 * @property {(contender: import('./contenders/contender.mjs').Contender, place: Place) => void} before
 *   makes the state, before every measured run and outside the measurement
 *
 * @typedef {object} Place
 * @property {string} folder the contender's project
 * @property {number} round from 1
 * @property {(path: string) => void} setAside takes a file or folder away
 */

/** @type {Scenario[]} in the order of the report */
export const scenarios = [
  {
    id: 'cold',
    title: 'cold',
    afterRun: false,
    sameBytes: true,
    suits: () => true,
    before: (contender, place) => setAside(place, [contender.output, ...contender.caches]),
  },
  {
    id: 'warm-cache',
    title: 'warm cache, no output',
    afterRun: true,
    sameBytes: true,
    suits: (contender) => contender.keepsCache,
    before: (contender, place) => setAside(place, [contender.output, ...contender.records]),
  },
  {
    id: 'unchanged',
    title: 'nothing changed',
    afterRun: true,
    sameBytes: true,
    suits: () => true,
    before: () => {},
  },
];

function setAside(place, names) {
  for (const name of names) place.setAside(join(place.folder, name));
}
