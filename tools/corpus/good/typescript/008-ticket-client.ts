import type { Ticket, NewTicket } from './ticket.js';

/** An answer that is no success. */
export class TicketRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'TicketRequestError';
  }
}

/** Talks to the service of tickets. */
export class TicketClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All tickets of one venue. */
  async list(venueId: string): Promise<Ticket[]> {
    const response = await fetch(`${this.base}/tickets?venue=${encodeURIComponent(venueId)}`, { headers: this.headers });
    if (!response.ok) throw new TicketRequestError(response.status, await response.text());
    return (await response.json()) as Ticket[];
  }

  /** Makes one. */
  async create(ticket: NewTicket): Promise<Ticket> {
    const response = await fetch(`${this.base}/tickets`, { method: 'POST', headers: this.headers, body: JSON.stringify(ticket) });
    if (response.status !== 201) throw new TicketRequestError(response.status, await response.text());
    return (await response.json()) as Ticket;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewTicket[]): Promise<number> {
    for (const ticket of list) await this.create(ticket);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
