import type { Pool } from 'pg';

/** Names that contain a word. */
export async function search(pool: Pool, word: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`SELECT name FROM person WHERE name ILIKE '%${word}%' ORDER BY name`);
  return rows.map((row) => row.name);
}
