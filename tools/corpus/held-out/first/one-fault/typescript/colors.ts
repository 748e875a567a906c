/** Red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number];

export function mix(left: Color, right: Color, share: number): Color {
  const at = (index: 0 | 1 | 2): number => Math.round(left[index] * (1 - share) + right[index] * share);
  return [at(0), at(1), at(2)];
}
