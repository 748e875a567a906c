import type { Loan, NewLoan } from './loan.js';

/** An answer that is no success. */
export class LoanRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'LoanRequestError';
  }
}

/** Talks to the service of loans. */
export class LoanClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All loans of one member. */
  async list(memberId: string): Promise<Loan[]> {
    const response = await fetch(`${this.base}/loans?member=${encodeURIComponent(memberId)}`, { headers: this.headers });
    if (!response.ok) throw new LoanRequestError(response.status, await response.text());
    return (await response.json()) as Loan[];
  }

  /** Makes one. */
  async create(loan: NewLoan): Promise<Loan> {
    const response = await fetch(`${this.base}/loans`, { method: 'POST', headers: this.headers, body: JSON.stringify(loan) });
    if (response.status !== 201) throw new LoanRequestError(response.status, await response.text());
    return (await response.json()) as Loan;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewLoan[]): Promise<number> {
    for (const loan of list) await this.create(loan);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
