import { useState, type FormEvent, type ReactElement } from 'react';
import type { Order } from './order.js';

export interface OrderFormProps {
  readonly order: Order;
  readonly onSave: (order: Order) => Promise<void>;
}

/** A form for one order. */
export function OrderForm({ order, onSave }: OrderFormProps): ReactElement {
  const [draft, setDraft] = useState(order);
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
        total
        <input value={String(draft.total)} onChange={(event) => setDraft({ ...draft, total: event.target.value as never })} />
      </label>
      <label>
        placedAt
        <input value={String(draft.placedAt)} onChange={(event) => setDraft({ ...draft, placedAt: event.target.value as never })} />
      </label>
      <label>
        giftWrap
        <input value={String(draft.giftWrap)} onChange={(event) => setDraft({ ...draft, giftWrap: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
