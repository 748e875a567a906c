import type { Knex } from 'knex';

/** A loan that is overdue. */
export interface OverdueLoan {
  loanId: number;
  borrower: string;
  dueOn: string;
}

/** Loans of a branch that were due before a day. */
export async function overdueLoans(knex: Knex, branch: string, day: string): Promise<OverdueLoan[]> {
  const rows = await knex('loan')
    .join('borrower', 'borrower.id', 'loan.borrower_id')
    .where({ 'loan.branch': branch, 'loan.returned_on': null })
    .andWhereRaw("loan.due_on < '" + day + "'")
    .orderBy('loan.due_on')
    .select<OverdueLoan[]>({ loanId: 'loan.id', borrower: 'borrower.name', dueOn: 'loan.due_on' });
  return rows;
}
