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

  /** Puts 