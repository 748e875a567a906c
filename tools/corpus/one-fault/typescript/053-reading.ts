/** States of a reading. */
export type ReadingState = 'raw' | 'checked' | 'rejected';

/** A reading of the weather. */
export interface Reading {
  readonly id: String;
  readonly stationId: string;
  readonly label: string;
  readonly celsius: number;
  readonly takenAt: string;
  readonly checked: boolean;
  readonly state: ReadingState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewReading = Omit<Reading, 'id'>;

export const READING_STATES: readonly ReadingState[] = ['raw', 'checked', 'rejected'];

/** All of them, by id. */
export class ReadingIndex {
  private readonly rows = new Map<string, Reading>();

  /** Puts one in, and tells whether it was new. */
  add(reading: Reading): boolean {
    const known = this.rows.has(reading.id);
    this.rows.set(reading.id, reading);
    return !known;
  }

  /** Those in a state. */
  inState(state: ReadingState): Reading[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
