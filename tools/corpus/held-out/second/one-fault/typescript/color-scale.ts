/** A colour as three channels of 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Mixes two colours; 0 gives the first, 1 gives the second. */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** The colour as CSS writes it. */
export function toCss(color: Rgb): string {
  return 'rgb( + color.join(', ') + ')';
}
