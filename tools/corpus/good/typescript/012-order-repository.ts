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

  /** How many there are in a state. */
  async count(state: string): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*) AS n FROM orders WHERE state = $1', [state]);
    return Number(rows[0]?.n ?? 0);
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM orders WHERE id = $1', [id]);
  }
}
