import type { Pool } from 'pg';
import type { Match, NewMatch } from './match.js';

/** Matches in the database. */
export class MatchRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Match | undefined> {
    const { rows } = await this.pool.query('SELECT id, title, round, played_on, attendance FROM matches WHERE id = ' + id);
    return rows[0] as Match | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(match: NewMatch): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO matches (league_id, title, round, played_on, attendance) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [match.leagueId, match.title, match.round, match.playedOn, match.attendance],
    );
    return String(rows[0].id);
  }

  /** Moves all from one league to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE matches SET league_id = $2 WHERE league_id = $1', [from, to]);
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
    await this.pool.query('DELETE FROM matches WHERE id = $1', [id]);
  }
}
