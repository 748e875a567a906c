/**
 * @typedef {object} Line a row of the report
 * @property {string} scenario
 * @property {string} contender
 * @property {{ files: number, bytes: number }} [output]
 * @property {{ wallSeconds: number, cpuSeconds: number, peakBytes: number }} [median]
 * @property {{ wall: number, cpu: number, memory: number }} [ratio] its median over that of the base in the same scenario;
 *   absent for the base itself, and where there is nothing to compare with
 * @property {number} [typeErrors]
 * @property {string} [failed]
 */

/**
 * Turns the costs of one document into medians and ratios. The base of all ratios is the first contender of ours: with
 * types and client it makes at least what any other makes, so no ratio flatters it.
 *
 * @param {import('./compare.mjs').Comparison} comparison
 * @param {import('./contenders/contender.mjs').Contender[]} contenders
 * @returns {Line[]}
 */
export function summarize({ rows, checks }, contenders) {
  const medians = new Map(rows.filter(({ costs }) => costs.length > 0).map((row) => [keyOf(row), medianCost(row.costs)]));
  const first = contenders.find(({ ours }) => ours)?.id;
  return rows.map((row) => {
    const median = medians.get(keyOf(row));
    const base = row.contender === first ? undefined : medians.get(keyOf({ scenario: row.scenario, contender: first }));
    return {
      scenario: row.scenario,
      contender: row.contender,
      output: row.output,
      median,
      ratio: median && base ? ratioOf(median, base) : undefined,
      typeErrors: checks.find((check) => check.contender === row.contender)?.result.errors,
      failed: row.failed,
    };
  });
}

/** @param {number[]} values at least one @returns {number} the middle one, or the mean of the two in the middle */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @returns {{ wall: number, cpu: number, memory: number }} how many times `cost` is of `base` */
export function ratioOf(cost, base) {
  return { wall: cost.wallSeconds / base.wallSeconds, cpu: cost.cpuSeconds / base.cpuSeconds, memory: cost.peakBytes / base.peakBytes };
}

/** @param {import('./measure.mjs').Cost[]} costs at least one @returns {{ wallSeconds: number, cpuSeconds: number, peakBytes: number }} each figure's own median */
export function medianCost(costs) {
  const of = (field) => median(costs.map((cost) => cost[field]));
  return { wallSeconds: of('wallSeconds'), cpuSeconds: of('cpuSeconds'), peakBytes: of('peakBytes') };
}

function keyOf({ scenario, contender }) {
  return `${scenario} ${contender}`;
}
