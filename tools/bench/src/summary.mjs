/**
 * @typedef {object} Line a row of the report
 * @property {string} scenario
 * @property {string} contender
 * @property {string} makes
 * @property {{ files: number, bytes: number }} [output]
 * @property {{ wallSeconds: number, cpuSeconds: number, peakBytes: number }} [median]
 * @property {{ wall: number, cpu: number, memory: number }} [ratio] its median over Conductor's in the same scenario;
 *   absent for Conductor itself, and where there is nothing to compare with
 * @property {number} [typeErrors]
 * @property {string} [failed]
 */

/**
 * Turns the costs of one document into medians and ratios. A contender is compared with the one of ours that makes the
 * same, since a client is more work than types alone.
 *
 * @param {import('./compare.mjs').Comparison} comparison
 * @param {import('./contenders/contender.mjs').Contender[]} contenders
 * @returns {Line[]}
 */
export function summarize({ rows, checks }, contenders) {
  const medians = new Map(rows.filter(({ costs }) => costs.length > 0).map((row) => [keyOf(row), medianCost(row.costs)]));
  return rows.map((row) => {
    const contender = contenders.find(({ id }) => id === row.contender);
    const rival = contenders.find(({ ours, makes }) => ours && makes === contender.makes);
    const median = medians.get(keyOf(row));
    const base = rival && !contender.ours ? medians.get(keyOf({ scenario: row.scenario, contender: rival.id })) : undefined;
    return {
      scenario: row.scenario,
      contender: row.contender,
      makes: contender.makes,
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

function medianCost(costs) {
  const of = (field) => median(costs.map((cost) => cost[field]));
  return { wallSeconds: of('wallSeconds'), cpuSeconds: of('cpuSeconds'), peakBytes: of('peakBytes') };
}

function keyOf({ scenario, contender }) {
  return `${scenario} ${contender}`;
}
