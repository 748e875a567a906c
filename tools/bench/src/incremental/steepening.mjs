/**
 * How much dearer an artifact more becomes: the CPU time of an artifact more between each size and the next, and the
 * last of these slopes as a multiple of the one before it. What a process costs before its first artifact falls out.
 *
 * @param {{ size: number, cpuSeconds: number }[]} points by rising size
 * @returns {{ slopes: { from: number, to: number, micros: number }[], ratio: number } | undefined} undefined for fewer than three sizes
 */
export function steepening(points) {
  if (points.length < 3) return undefined;
  const slopes = points.slice(1).map((point, index) => {
    const before = points[index];
    return { from: before.size, to: point.size, micros: ((point.cpuSeconds - before.cpuSeconds) / (point.size - before.size)) * 1e6 };
  });
  return { slopes, ratio: slopes.at(-1).micros / slopes.at(-2).micros };
}
