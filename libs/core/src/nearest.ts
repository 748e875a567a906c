/**
 * The known name nearest to a mistyped one, or undefined when none is near enough to be a likely slip:
 * at most a third of its letters changed, added, dropped or swapped with their neighbour (optimal string alignment
 * distance, case ignored).
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance, given up as soon as it must reach `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] as number) + 1 : limit;
      row.push(Math.min(substituted, swapped, (previous[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    // A swap reaches back two rows, so both must be beyond the limit.
    if (Math.min(...row) >= limit && Math.min(...previous) >= limit) return limit;
    [before, previous] = [previous, row];
  }
  return previous[b.length] as number;
}
