/**
 * An aim that is a share of what the same costs from nothing.
 *
 * @param {string} text
 * @param {number} limit a fraction
 * @param {number} own
 * @param {number} cold
 * @param {string} [contender]
 * @returns {import('../incremental/aim.mjs').Aim}
 */
export function atMostShare(text, limit, own, cold, contender = 'conductor pipeline') {
  const reached = own / cold;
  return { text, contender, aim: `−${percent(1 - limit)}`, reached: `−${percent(1 - reached)}`, met: reached <= limit };
}

const percent = (value) => `${(value * 100).toFixed(1)} %`;
