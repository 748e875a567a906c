/** States of a payslip. */
export type PayslipState = 'prepared' | 'approved' | 'paid';

/** A payslip of the payroll. */
export interface Payslip {
  readonly id: string;
  readonly employeeId: string;
  readonly period: string;
  readonly gross: number;
  readonly salary: number;
  readonly paidOn: string;
  readonly state: PayslipState;
  readonly labels: Record<string, string>;
  onChange?: Function;
}

/** What is needed to make one. */
export type NewPayslip = Omit<Payslip, 'id'>;

export const PAYSLIP_STATES: readonly PayslipState[] = ['prepared', 'approved', 'paid'];

/** All of them, by id. */
export class PayslipIndex {
  private readonly rows = new Map<string, Payslip>();

  /** Puts one in, and tells whether it was new. */
  add(payslip: Payslip): boolean {
    const known = this.rows.has(payslip.id);
    this.rows.set(payslip.id, payslip);
    return !known;
  }

  /** Those in a state. */
  inState(state: PayslipState): Payslip[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
