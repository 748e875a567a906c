import type { Order, NewOrder } from './order.js';

/** An answer that is no success. */
export class OrderRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'OrderRequestError';
  }
}

/** Talks to the service of orders. */
export class OrderClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All orders of one customer. */
  async list(customerId: string): Promise<Order[]> {
    const response = await fetch(`${this.base}/orders?customer=${encodeURIComponent(customerId)}`, { headers: this.headers });
    if (!response.ok) throw new OrderRequestError(response.status, await response.text());
    return (await response.json()) as Order[];
  }

  /** Makes one. */
  async create(order: NewOrder): Promise<Order> {
    const response = await fetch(`${this.base}/orders`, { method: 'POST', headers: this.headers, body: JSON.stringify(order) });
    if (response.status !== 201) throw new OrderRequestError(response.status, await response.text());
    return (await response.json()) as Order;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewOrder[]): Promise<number> {
    for (const order of list) await this.create(order);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
