import { useState, type FormEvent, type ReactElement } from 'react';
import type { Booking } from './booking.js';

export interface BookingFormProps {
  readonly booking: Booking;
  readonly onSave: (booking: Booking) => Promise<void>;
}

/** A form for one booking. */
export function BookingForm({ booking, onSave }: BookingFormProps): ReactElement {
  const [draft, setDraft] = useState(booking);
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
        room
        <input value={String(draft.room)} onChange={(event) => setDraft({ ...draft, room: event.target.value as never })} />
      </label>
      <label>
        nights
        <input value={String(draft.nights)} onChange={(event) => setDraft({ ...draft, nights: event.target.value as never })} />
      </label>
      <label>
        arrivesOn
        <input value={String(draft.arrivesOn)} onChange={(event) => setDraft({ ...draft, arrivesOn: event.target.value as never })} />
      </label>
      <label>
        total
        <input value={String(draft.total)} onChange={(event) => setDraft({ ...draft, total: event.target.value as never })} />
      </label>
      <label>
        breakfast
        <input value={String(draft.breakfast)} onChange={(event) => setDraft({ ...draft, breakfast: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
