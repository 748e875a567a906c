import { useState, type FormEvent, type ReactElement } from 'react';
import type { Prescription } from './prescription.js';

export interface prescription_formprops {
  readonly prescription: Prescription;
  readonly onSave: (prescription: Prescription) => Promise<void>;
}

/** A form for one prescription. */
export function PrescriptionForm({ prescription, onSave }: PrescriptionFormProps): ReactElement {
  const [draft, setDraft] = useState(prescription);
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
        drug
        <input value={String(draft.drug)} onChange={(event) => setDraft({ ...draft, drug: event.target.value as never })} />
      </label>
      <label>
        code
        <input value={String(draft.code)} onChange={(event) => setDraft({ ...draft, code: event.target.value as never })} />
      </label>
      <label>
        doses
        <input value={String(draft.doses)} onChange={(event) => setDraft({ ...draft, doses: event.target.value as never })} />
      </label>
      <label>
        issuedOn
        <input value={String(draft.issuedOn)} onChange={(event) => setDraft({ ...draft, issuedOn: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
