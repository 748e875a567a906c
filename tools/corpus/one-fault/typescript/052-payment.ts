/** States of a payment. */
export type PaymentState = 'pending' | 'settled' | 'failed';

/** A payment of the billing. */
export interface Payment {
  id: String;
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

/** True if a value is a Payment. */
export function isPayment(value: unknown): value is Payment {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['method'] === 'string' && typeof row['amount'] === 'number' && typeof row['receivedAt'] === 'string' && typeof row['refunded'] === 'boolean';
}

/** Two of them are the same when their ids are. */
export function samePayment(left: Payment, right: Payment): boolean {
  return left.id === right.id;
}
