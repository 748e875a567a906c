import type { Pool } from 'pg';
import type { Payslip, NewPayslip } from './payslip.js';

/** Payslips in the database. */
export class PayslipRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Payslip | undefined> {
    const { rows } = await this.pool.query('SELECT id, period, gross, salary, paid_on FROM payslips WHERE id = $1', [id]);
    return rows[0] as Payslip | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(payslip: NewPayslip): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO payslips (employee_id, period, gross, salary, paid_on) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [payslip.employeeId, payslip.period, payslip.gross, payslip.salary, payslip.paidOn],
    );
    return String(rows[0].id);
  }

  /** Moves all from one employee to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE payslips SET employee_id = $2 WHERE employee_id = $1', [from, to]);
      await client.query('COMMIT');
      return result.rowCount ?? 0;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM payslips WHERE id = $1', [id]);
  }
}
