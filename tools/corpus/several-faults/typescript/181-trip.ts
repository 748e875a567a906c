/** States of a trip. */
export type TripState = 'planned' | 'running' | 'done';

/** A trip of the fleet. */
export interface Trip {
  id: string;
  driverId: string;
  route: string;
  distance: number;
  startedAt: string;
  cost: number;
  state: TripState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewTrip = Omit<Trip, 'id'>;

export let TRIP_STATES: readonly TripState[] = ['planned', 'running', 'done'];

/** All of them, by id. */
export class TripIndex {
  private readonly rows = new Map<string, Trip>();

  /** Puts one in, and tells whether it was new. */
  add(trip: Trip): boolean {
    const known = this.rows.has(trip.id);
    this.rows.set(trip.id, trip);
    return !known;
  }

  /** Those in a state. */
  inState(state: TripState): Trip[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}

export function warm(url: string): void {
  fetch(url);
}
