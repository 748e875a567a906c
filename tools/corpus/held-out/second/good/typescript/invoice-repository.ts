import type { Pool, PoolClient } from 'pg';

/** A line of an invoice that is not stored yet. */
export interface NewInvoiceLine {
  description: string;
  quantity: number;
  unitCents: number;
}

/** An invoice as it is stored. */
export interface Invoice {
  id: string;
  customerId: string;
  totalCents: number;
}

interface InvoiceRow {
  id: string;
  customer_id: string;
  total_cents: number;
}

const toInvoice = (row: InvoiceRow): Invoice => ({
  id: row.id,
  customerId: row.customer_id,
  totalCents: row.total_cents,
});

/** Reads and writes invoices in PostgreSQL. */
export class InvoiceRepository {
  constructor(private readonly pool: Pool) {}

  /** Finds one invoice, or null when there is none with that id. */
  async findById(id: string): Promise<Invoice | null> {
    const { rows } = await this.pool.query<InvoiceRow>(
      'SELECT id, customer_id, total_cents FROM invoice WHERE id = $1',
      [id],
    );
    const row = rows[0];
    return row ? toInvoice(row) : null;
  }

  /** Stores an invoice with its lines; either all of it is written or nothing. */
  async create(customerId: string, lines: readonly NewInvoiceLine[]): Promise<Invoice> {
    const totalCents = lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0);
    return this.inTransaction(async (client) => {
      const { rows } = await client.query<InvoiceRow>(
        `INSERT INTO invoice (customer_id, total_cents)
         VALUES ($1, $2)
         RETURNING id, customer_id, total_cents`,
        [customerId, totalCents],
      );
      const row = rows[0];
      if (!row) throw new Error('the insert of an invoice returned no row');
      for (const line of lines) {
        await client.query(
          `INSERT INTO invoice_line (invoice_id, description, quantity, unit_cents)
           VALUES ($1, $2, $3, $4)`,
          [row.id, line.description, line.quantity, line.unitCents],
        );
      }
      return toInvoice(row);
    });
  }

  private async inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}
