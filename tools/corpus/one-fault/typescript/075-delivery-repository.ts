import type { Pool } from 'pg';
import type { Delivery, NewDelivery } from './delivery.js';

/** Deliveries in the database. */
export class DeliveryRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Delivery | undefined> {
    const { rows } = await this.pool.query('SELECT id, reference, parcels, weight, arrives_on FROM deliveries WHERE id = $1', [id]);
    return rows[0] as Delivery | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(delivery: NewDelivery): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO deliveries (carrier_id, reference, parcels, weight, arrives_on) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [delivery.carrierId, delivery.reference, delivery.parcels, delivery.weight, delivery.arrivesOn],
    );
    return String(rows[0].id);
  }

  /** Moves all from one carrier to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE deliveries SET carrier_id = $2 WHERE carrier_id = $1', [from, to]);
      await client.query('COMMIT');
      return result.rowCount ?? 0;
    } catch (error) {} finally {
      client.release();
    }
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM deliveries WHERE id = $1', [id]);
  }
}
