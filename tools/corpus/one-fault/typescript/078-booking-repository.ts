import type { Pool } from 'pg';
import type { Booking, NewBooking } from './booking.js';

/** Bookings in the database. */
export class BookingRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Booking | undefined> {
    const { rows } = await this.pool.query('SELECT id, room, nights, arrives_on, total, breakfast FROM bookings WHERE id = $1', [id]);
    return rows[0] as Booking | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(booking: NewBooking): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO bookings (guest_id, room, nights, arrives_on, total, breakfast) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
      [booking.guestId, booking.room, booking.nights, booking.arrivesOn, booking.total, booking.breakfast],
    );
    return String(rows[0].id);
  }

  /** Moves all from one guest to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE bookings SET guest_id = $2 WHERE guest_id = $1', [from, to]);
      await client.query('COMMIT');
      return result.rowCount ?? 0;
    } catch {
    } finally {
      client.release();
    }
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM bookings WHERE id = $1', [id]);
  }
}
