import type { Pool } from 'pg';
import type { Order, NewOrder } from './order.js';

/** Orders in the database. */
export class OrderRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Order | undefined> {
    const { rows } = await this.pool.query('SELECT id, reference, total, placed_at, gift_wrap FROM orders WHERE id = $1', [id]);
    return rows[0] as Order | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(order: NewOrder): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO orders (customer_id, reference, total, placed_at, gift_wrap) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [order.customerId, order.reference, order.total, order.placedAt, order.giftWrap],
    );
    return String(rows[0].id);
  }

  /** Moves all from one customer to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE orders SET customer_id = $2 WHERE customer_id = $1', [from, to]);
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
    await this.pool.query(`DELETE FROM orders WHERE id = '${id}'`);
  }
}
