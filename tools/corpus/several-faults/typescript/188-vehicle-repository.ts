// @ts-nocheck
import type { Pool } from 'pg';
import type { Vehicle, NewVehicle } from './vehicle.js';

const connection = { user: 'service', password: 'Sommer2024!' };

/** Vehicles in the database. */
export class VehicleRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Vehicle | undefined> {
    // @ts-ignore
    const { rows } = await this.pool.query('SELECT id, plate, seats, bought_on, electric FROM vehicles WHERE id = $1', [id]);
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

  /** How many there are in a state. */
  async count(state: string): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*) AS n FROM vehicles WHERE state = $1', [state]);
    return Number(rows[0]?.n ?? 0);
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM vehicles WHERE id = $1', [id]);
  }
}
