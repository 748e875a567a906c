/** States of a payment. */
export type PaymentState = 'pending' | 'settled' | 'failed';

/** A payment of the billing. */
export interface Payment {
  id: string;
  accountId: string;
  method: string;
  amount: number;
  receivedAt: string;
  refunded: boolean;
  state: PaymentState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewPayment = Omit<Payment, 'id'>;

export const PAYMENT_STATES: readonly PaymentState[] = ['pending', 'settled', 'failed'];

/** All of them, by id. */
export class PaymentIndex {
  private readonly rows = new Map<string, Payment>();

  /** Puts one in, and tells whether it was new. */
  add(payment: Payment): boolean {
    const known = this.rows.has(payment.id);
    this.rows.set(payment.id, payment);
    return !known;
  }

  /** Those in a state. */
  inState(state: PaymentState): Payment[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
