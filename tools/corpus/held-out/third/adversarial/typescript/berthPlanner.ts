import type { Berth, Vessel } from './port';

/** The berths at which a vessel fits, the tightest first. */
export function fittingBerths(vessel: Vessel, berths: readonly Berth[]): Berth[] {
<<<<<<< HEAD
  const margin = vessel.lengthMetres * 0.1;
=======
  const margin = 15;
>>>>>>> feature/fixed-margin
  return berths
    .filter((berth) => berth.lengthMetres >= vessel.lengthMetres + margin && berth.depthMetres > vessel.draughtMetres)
    .sort((a, b) => a.lengthMetres - b.lengthMetres);
}
