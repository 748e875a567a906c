/** Where the time of a run went: its phases, the longest first, each with its share. Empty when none took a millisecond. */
export function timeSpent(phases: Readonly<Record<string, number>>): string {
  const total = Object.values(phases).reduce((sum, ms) => sum + ms, 0);
  const parts = Object.entries(phases)
    .filter(([, ms]) => ms > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([phase, ms]) => `${phase} ${ms} ms (${Math.round((ms / total) * 100)} %)`);
  return parts.join(', ');
}
