import { useState, type FormEvent, type ReactElement } from 'react';
import type { Ticket } from './ticket.js';

export interface TicketFormProps {
  readonly ticket: Ticket;
  readonly onSave: (ticket: Ticket) => Promise<void>;
}

/** A form for one ticket. */
export function TicketForm({ ticket, onSave }: TicketFormProps): ReactElement {
  const [draft, setDraft] = useState(ticket);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (draft.id == '') {
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
        seat
        <input value={String(draft.seat)} onChange={(event) => setDraft({ ...draft, seat: event.target.value as never })} />
      </label>
      <label>
        price
        <input value={String(draft.price)} onChange={(event) => setDraft({ ...draft, price: event.target.value as never })} />
      </label>
      <label>
        soldAt
        <input value={String(draft.soldAt)} onChange={(event) => setDraft({ ...draft, soldAt: event.target.value as never })} />
      </label>
      <label>
        standing
        <input value={String(draft.standing)} onChange={(event) => setDraft({ ...draft, standing: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
