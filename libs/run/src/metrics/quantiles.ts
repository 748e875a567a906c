/** How values lie: of a list, without the list. */
export interface Spread {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The spread of some values; undefined of none. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const sum = sorted.reduce((total, each) => total + each, 0);
  return { count: sorted.length, sum, min: sorted[0] as number, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99), max: sorted.at(-1) as number };
}

/** Nearest rank: the smallest of the sorted values that at least this share of them does not exceed. A value that occurred, never one between. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}
