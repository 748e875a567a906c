import type { Pool } from 'pg';
import type { Ticket, NewTicket } from './ticket.js';

/** Tickets in the database. */
export class TicketRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Ticket | undefined> {
    const { rows } = await this.pool.query('SELECT id, seat, price, sold_at, standing FROM tickets WHERE id = $1', [id]);
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

  /** How many there are in a state. */
  async count(state: string): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*) AS n FROM tickets WHERE state = $1', [state]);
    return Number(rows[0]?.n ?? 0);
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query(`DELETE FROM tickets WHERE id = '${id}'`);
  }
}
