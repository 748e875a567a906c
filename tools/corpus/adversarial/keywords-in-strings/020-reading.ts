/** States of a reading. */
export type ReadingState = 'raw' | 'checked' | 'rejected';

/** A reading of the weather. */
export interface Reading {
  readonly id: string;
  readonly stationId: string;
  readonly label: string;
  readonly celsius: Number;
  readonly takenAt: string;
  readonly checked: boolean;
  readonly state: ReadingState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewReading = Omit<Reading, 'id'>;

export const READING_STATES: readonly ReadingState[] = ['raw', 'checked', 'rejected'];

/** True if a value is a Reading. */
export function isReading(value: unknown): value is Reading {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['label'] === 'string' && typeof row['celsius'] === 'number' && typeof row['takenAt'] === 'string' && typeof row['checked'] === 'boolean';
}

/** Two of them are the same when their ids are. */
export function sameReading(left: Reading, right: Reading): boolean {
  return left.id === right.id;
}

export const checks: readonly string[] = [
  "res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)",
  "expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects",
  "try { } catch (error) { throw error } finally { client.release() } await",
];
