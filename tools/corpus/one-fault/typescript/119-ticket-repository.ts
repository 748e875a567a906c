import type { Pool } from 'pg';
import type { Ticket, NewTicket } from './ticket.js';

/** Tickets in the database. */
export class TicketRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Ticket | undefined> {
    const { rows } = await this.pool.query('SELECT id, seat, price, sold_at, standing FROM tickets WHERE id = ' + id);
    return rows[0] as Ticket | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(ticket: NewTicket): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO tickets (venue_id, seat, price, sold_at, standing) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [ticket.venueId, ticket.seat, ticket.price, ticket.soldAt, ticket.standing],
    );
    return String(rows[0].id);
  }

  /** Moves all from one venue to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE tickets SET venue_id = $2 WHERE venue_id = $1', [from, to]);
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
    await this.pool.query('DELETE FROM tickets WHERE id = $1', [id]);
  }
}
