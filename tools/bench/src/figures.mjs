/** How figures look in every table: one place, so that two tables never show the same figure in two ways. */

/** @param {number} value @returns {string} as in `1,223` */
export function count(value) {
  return value.toLocaleString('en-US');
}

/** @param {number} value @returns {string} seconds, three digits that mean something */
export function seconds(value) {
  return value.toFixed(value < 1 ? 3 : 2);
}

/** @param {number} value @returns {string} a multiple */
export function times(value) {
  return value.toFixed(value < 10 ? 2 : 1);
}

/** @param {number} bytes @returns {string} millions of bytes */
export function megabytes(bytes) {
  return String(Math.round(bytes / 1e6));
}

/** @param {number} value @returns {string} a share of something, as in `0.312 (1/3.2)` */
export function share(value) {
  return value >= 1 ? value.toFixed(2) : `${value.toFixed(3)} (1/${(1 / value).toFixed(1)})`;
}

/** @param {number} value @returns {string} an aim for a share, as in `≤ 1/30` */
export function shareAim(value) {
  return value >= 1 ? `≤ ${value}` : `≤ 1/${Math.round(1 / value)}`;
}

/**
 * The three columns of a cost.
 *
 * @param {{ wallSeconds: number, cpuSeconds: number, peakBytes: number } | undefined} cost undefined when the run failed
 * @returns {string[]}
 */
export function costCells(cost) {
  return cost === undefined ? ['failed', '', ''] : [seconds(cost.wallSeconds), seconds(cost.cpuSeconds), megabytes(cost.peakBytes)];
}
