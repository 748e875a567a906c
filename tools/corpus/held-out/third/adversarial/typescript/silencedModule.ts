/* eslint-disable */
/** A cell of the seating plan. */
export interface Seat {
  row: number;
  column: number;
  pupil?: string;
}

/** Gives each pupil a seat, row by row. */
export function seatPupils(pupils: readonly string[], columns: number): Seat[] {
  if (columns < 1) {
    throw new RangeError('columns must be at least 1');
  }
  return pupils.map((pupil, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
    pupil,
  }));
}
