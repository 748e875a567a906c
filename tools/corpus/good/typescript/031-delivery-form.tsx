import { useState, type FormEvent, type ReactElement } from 'react';
import type { Delivery } from './delivery.js';

export interface DeliveryFormProps {
  readonly delivery: Delivery;
  readonly onSave: (delivery: Delivery) => Promise<void>;
}

/** A form for one delivery. */
export function DeliveryForm({ delivery, onSave }: DeliveryFormProps): ReactElement {
  const [draft, setDraft] = useState(delivery);
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
        reference
        <input value={String(draft.reference)} onChange={(event) => setDraft({ ...draft, reference: event.target.value as never })} />
      </label>
      <label>
        parcels
        <input value={String(draft.parcels)} onChange={(event) => setDraft({ ...draft, parcels: event.target.value as never })} />
      </label>
      <label>
        weight
        <input value={String(draft.weight)} onChange={(event) => setDraft({ ...draft, weight: event.target.value as never })} />
      </label>
      <label>
        arrivesOn
        <input value={String(draft.arrivesOn)} onChange={(event) => setDraft({ ...draft, arrivesOn: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
