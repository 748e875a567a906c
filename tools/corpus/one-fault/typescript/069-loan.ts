/** States of a loan. */
export type LoanState = 'open' | 'returned' | 'overdue';

/** A loan of the library. */
export interface Loan {
  id: string;
  memberId: string;
  note: string;
  dueOn: string;
  returnedAt: string;
  fee: number;
  state: LoanState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewLoan = Omit<Loan, 'id'>;

export const LOAN_STATES: readonly LoanState[] = ['open', 'returned', 'overdue'];

/** True if a value is a Loan. */
export function isLoan(value: unknown): value is Loan {
  if (typeof value != 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['note'] === 'string' && typeof row['dueOn'] === 'string' && typeof row['returnedAt'] === 'string' && typeof row['fee'] === 'number';
}

/** Two of them are the same when their ids are. */
export function sameLoan(left: Loan, right: Loan): boolean {
  return left.id === right.id;
}
