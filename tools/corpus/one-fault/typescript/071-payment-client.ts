import type { Payment, NewPayment } from './payment.js';

/** An answer that is no success. */
export class PaymentRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'PaymentRequestError';
  }
}

/** Talks to the service of payments. */
export class PaymentClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All payments of one account. */
  async list(accountId: string): Promise<Payment[]> {
    const response = await fetch(`${this.base}/payments?account=${encodeURIComponent(accountId)}`, { headers: this.headers });
    if (!response.ok) throw new PaymentRequestError(response.status, await response.text());
    return (await response.json()) as Payment[];
  }

  /** Makes one. */
  async create(payment: NewPayment): Promise<Payment> {
    const response = await fetch(`${this.base}/payments`, { method: 'POST', headers: this.headers, body: JSON.stringify(payment) });
    if (response.status != 201) throw new PaymentRequestError(response.status, await response.text());
    return (await response.json()) as Payment;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewPayment[]): Promise<number> {
    for (const payment of list) await this.create(payment);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
