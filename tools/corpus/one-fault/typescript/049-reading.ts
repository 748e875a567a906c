/** States of a reading. */
export type ReadingState = 'raw' | 'checked' | 'rejected';

/** A reading of the weather. */
export interface Reading {
  id: string;
  stationId: string;
  label: string;
  celsius: number;
  takenAt: string;
  checked: boolean;
  state: ReadingState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewReading = Partial<Record<string, any>>;

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
