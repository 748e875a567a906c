import type { Pool } from 'pg';

/** Moves energy credits between two accounts of a community. */
export async function transferCredits(pool: Pool, from: number, to: number, kwh: number): Promise<void> {
  if (!(kwh > 0)) {
    throw new RangeError('kwh must be positive');
  }
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const taken = await client.query(
      'UPDATE credit_account SET balance_kwh = balance_kwh - $1 WHERE id = $2 AND balance_kwh >= $1',
      [kwh, from],
    );
    if (taken.rowCount !== 1) {
      throw new Error('the account does not hold enough credits');
    }
    await client.query('UPDATE credit_account SET balance_kwh = balance_kwh + $1 WHERE id = $2', [kwh, to]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
