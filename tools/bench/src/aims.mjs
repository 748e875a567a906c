import { ratioOf } from './summary.mjs';

/**
 * What Conductor aims for on the GitHub document, as a share of what openapi-typescript costs from nothing. Each aim is
 * held against both of our contenders, the one that writes types alone and the one that writes the client too.
 */
const aims = [
  { scenario: 'cold', figure: 'cpu', share: 1 / 3, text: 'cold, CPU seconds' },
  { scenario: 'unchanged', figure: 'cpu', share: 1 / 30, text: 'nothing changed, CPU seconds' },
  { scenario: 'cold', figure: 'memory', share: 1, text: 'cold, peak memory' },
];

/**
 * @typedef {object} Verdict
 * @property {string} text
 * @property {string} contender
 * @property {number} share what was aimed for
 * @property {number} reached
 *
 * @param {import('./summary.mjs').Line[]} lines of the GitHub document
 * @param {import('./contenders/contender.mjs').Contender[]} contenders
 * @returns {Verdict[]} nothing for aims whose two sides were not both measured
 */
export function judgeAims(lines, contenders) {
  const find = (scenario, contender) => lines.find((line) => line.scenario === scenario && line.contender === contender)?.median;
  const peer = find('cold', 'openapi-typescript');
  if (peer === undefined) return [];
  return contenders.filter(({ ours }) => ours).flatMap(({ id }) =>
    aims.flatMap(({ scenario, figure, share, text }) => {
      const own = find(scenario, id);
      return own ? [{ text, contender: id, share, reached: ratioOf(own, peer)[figure] }] : [];
    }),
  );
}
