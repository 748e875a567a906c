import type { Pool } from 'pg';

/** A seat was taken by somebody else in the meantime. */
export class SeatTakenError extends Error {}

/** Reserves seats of a show. */
export class SeatReservations {
  constructor(private readonly pool: Pool) {}

  /** Reserves one seat, or throws SeatTakenError. */
  async reserve(showId: string, seat: string, guestId: string): Promise<void> {
    const client = await this.pool.connect();
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM reservation WHERE show_id = $1 AND seat = $2) AS taken',
      [showId, seat],
    );
    if (rows[0]?.taken) {
      throw new SeatTakenError(`${seat} is taken`);
    }
    await client.query('INSERT INTO reservation (show_id, seat, guest_id) VALUES ($1, $2, $3)', [
      showId,
      seat,
      guestId,
    ]);
    client.release();
  }
}
