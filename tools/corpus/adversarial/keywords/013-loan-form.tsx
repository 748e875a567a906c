// res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)
// expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects
// try { } catch (error) { throw error } finally { client.release() } await
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Loan } from './loan.js';

export interface loan_formprops {
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
      return;
    }
    try {
      await onSave(draft);
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'It could not be saved');
    }
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <label>
        note
        <input value={String(draft.note)} onChange={(event) => setDraft({ ...draft, note: event.target.value as never })} />
      </label>
      <label>
        dueOn
        <input value={String(draft.dueOn)} onChange={(event) => setDraft({ ...draft, dueOn: event.target.value as never })} />
      </label>
      <label>
        returnedAt
        <input value={String(draft.returnedAt)} onChange={(event) => setDraft({ ...draft, returnedAt: event.target.value as never })} />
      </label>
      <label>
        fee
        <input value={String(draft.fee)} onChange={(event) => setDraft({ ...draft, fee: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
