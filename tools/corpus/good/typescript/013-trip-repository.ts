import type { Pool } from 'pg';
import type { Trip, NewTrip } from './trip.js';

/** Trips in the database. */
export class TripRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Trip | undefined> {
    const { rows } = await this.pool.query('SELECT id, route, distance, started_at, cost FROM trips WHERE id = $1', [id]);
    return rows[0] as Trip | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(trip: NewTrip): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO trips (driver_id, route, distance, started_at, cost) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [trip.driverId, trip.route, trip.distance, trip.startedAt, trip.cost],
    );
    return String(rows[0].id);
  }

  /** How many there are in a state. */
  async count(state: string): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*) AS n FROM trips WHERE state = $1', [state]);
    return Number(rows[0]?.n ?? 0);
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM trips WHERE id = $1', [id]);
  }
}
