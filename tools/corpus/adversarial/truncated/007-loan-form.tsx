import { useState, type FormEvent, type ReactElement } from 'react';
import type { Loan } from './loan.js';

export interface LoanFormProps {
  readonly loan: Loan;
  readonly onSave: (loan: Loan) => Promise<void>;
}

/** A form for one loan. */
export function LoanForm({ loan, onSave }: LoanFormProps): ReactElement {
  const [draft, setDraft] = useState(loan);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (draft.id === '') {
      setProblem('An id is needed');
      