const program = `
import { Pool } from 'pg';

/** Reads stations. */
export class StationRepository {
  constructor(private readonly pool: Pool) {}

  /** One station. */
  async find(id: number): Promise<{ id: number; name: string } | null> {
    const { rows } = await this.pool.query('SELECT id, name FROM station WHERE id = $1', [id]);
    return rows[0] ?? null;
  }
}
`;

export default program;
