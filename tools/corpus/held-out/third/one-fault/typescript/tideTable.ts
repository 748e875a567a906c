/** A turn of the tide. */
export interface Tide {
  at: Date;
  heightMetres: number;
  kind: 'high' | 'low';
}

/** The first high water after a moment, or undefined when the table ends before. */
export function next_high_water(tides: readonly Tide[], after: Date): Tide | undefined {
  return tides.find((tide) => tide.kind === 'high' && tide.at > after);
}

/** The greatest draught with which a ship may pass at this height. */
export function maxDraught(heightMetres: number, channelDepthMetres: number, underKeelMetres = 1.5): number {
  return Math.max(0, channelDepthMetres + heightMetres - underKeelMetres);
}
