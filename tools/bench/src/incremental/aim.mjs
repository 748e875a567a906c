import { share as shareText, shareAim } from '../figures.mjs';

/**
 * @typedef {object} Aim a row of the last table
 * @property {string} text
 * @property {string} contender a title
 * @property {string} aim
 * @property {string} reached
 * @property {boolean} met
 */

/**
 * An aim that is a share of another cost.
 *
 * @param {string} text
 * @param {import('../contenders/contender.mjs').Contender} contender
 * @param {number} limit
 * @param {number | undefined} own
 * @param {number | undefined} other
 * @returns {Aim[]} none when a side was not measured
 */
export function shareOf(text, contender, limit, own, other) {
  if (own === undefined || other === undefined) return [];
  const reached = own / other;
  return [{ text, contender: contender.title, aim: shareAim(limit), reached: shareText(reached), met: reached <= limit }];
}

/**
 * An aim that is a figure of its own.
 *
 * @param {string} text
 * @param {import('../contenders/contender.mjs').Contender} contender
 * @param {{ limit: number, reached: number | undefined, show: (value: number) => string }} figure
 * @returns {Aim[]} none when it was not measured
 */
export function atMost(text, contender, { limit, reached, show }) {
  if (reached === undefined) return [];
  return [{ text, contender: contender.title, aim: `≤ ${show(limit)}`, reached: show(reached), met: reached <= limit }];
}

/** @param {string} heading @param {Aim[]} aims @returns {import('../report.mjs').Block} */
export function aimsBlock(heading, aims) {
  const rows = aims.map(({ text, contender, aim, reached, met }) => [text, contender, aim, reached, met ? 'yes' : 'no']);
  return { heading, table: [['figure', 'contender', 'aim', 'reached', 'met'], ...rows], notes: [] };
}
