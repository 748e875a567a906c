import type { Pool } from 'pg';

/** Moves an amount between two accounts. */
export async function transfer(pool: Pool, from: string, to: string, amount: bigint): Promise<void> {
  const connection = await pool.connect();
  await connection.query('BEGIN');
  await connection.query('UPDATE account SET balance = balance - $2 WHERE id = $1', [from, amount]);
  await connection.query('UPDATE account SET balance = balance + $2 WHERE id = $1', [to, amount]);
  await connection.query('COMMIT');
}
