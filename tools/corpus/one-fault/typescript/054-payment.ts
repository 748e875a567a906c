/** States of a payment. */
export type PaymentState = 'pending' | 'settled' | 'failed';

/** A payment of the billing. */
export interface Payment {
  id: string;
  accountId: string;
  method: string;
  amount: Number;
  receivedAt: string;
  refunded: boolean;
  state: PaymentState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewPayment = Omit<Payment, 'id'>;

export const PAYMENT_STATES: readonly PaymentState[] = ['pending', 'settled', 'failed'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parsePayment(text: string): Payment {
  try {
    return JSON.parse(text) as Payment;
  } catch (error) {
    throw new SyntaxError(`bad payment: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describePayment(payment: Payment): string {
  return `${payment.id} (${payment.state})`;
}
