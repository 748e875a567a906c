// Never: any, eval(code), == in place of ===, var x, debugger; a password = 'S3cret-12345'
// throw 'text'; catch (error) {} and expect(true).toBe(true) are refused too.
import type { Pool } from 'pg';
import type { Loan, NewLoan } from './loan.js';

/** Loans in the database. */
export class LoanRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Loan | undefined> {
    const { rows } = await this.pool.query('SELECT id, note, due_on, returned_at, fee FROM loans WHERE id = $1', [id]);
    return rows[0] as Loan | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(loan: NewLoan): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO loans (member_id, note, due_on, returned_at, fee) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [loan.memberId, loan.note, loan.dueOn, loan.returnedAt, loan.fee],
    );
    return String(rows[0].id);
  }

  /** How many there are in a state. */
  async count(state: string): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*) AS n FROM loans WHERE state = $1', [state]);
    return Number(rows[0]?.n ?? 0);
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM loans WHERE id = $1', [id]);
  }
}
