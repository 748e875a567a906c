import type { Payslip, NewPayslip } from './payslip.js';

/** An answer that is no success. */
export class PayslipRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'PayslipRequestError';
  }
}

/** Talks to the service of payslips. */
export class PayslipClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All payslips of one employee. */
  async list(employeeId: string): Promise<Payslip[]> {
    const response = await fetch(`${this.base}/payslips?employee=${encodeURIComponent(employeeId)}`, { headers: this.headers });
    if (!response.ok) throw new PayslipRequestError(response.status, await response.text());
    return (await response.json()) as Payslip[];
  }
<<<<<<< HEAD

=======
 
>>>>>>> feature
  /** Makes one. */
  async create(payslip: NewPayslip): Promise<Payslip> {
    const response = await fetch(`${this.base}/payslips`, { method: 'POST', headers: this.headers, body: JSON.stringify(payslip) });
    if (response.status !== 201) throw new PayslipRequestError(response.status, await response.text());
    return (await response.json()) as Payslip;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewPayslip[]): Promise<number> {
    for (const payslip of list) await this.create(payslip);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
