import { useState, type FormEvent, type ReactElement } from 'react';
import type { Course } from './course.js';

export interface CourseFormProps {
  readonly course: Course;
  readonly onSave: (course: Course) => Promise<void>;
}

/** A form for one course. */
export function CourseForm({ course, onSave }: CourseFormProps): ReactElement {
  const [draft, setDraft] = useState(course);
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
    } catch (error) {}
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <label>
        title
        <input value={String(draft.title)} onChange={(event) => setDraft({ ...draft, title: event.target.value as never })} />
      </label>
      <label>
        code
        <input value={String(draft.code)} onChange={(event) => setDraft({ ...draft, code: event.target.value as never })} />
      </label>
      <label>
        credits
        <input value={String(draft.credits)} onChange={(event) => setDraft({ ...draft, credits: event.target.value as never })} />
      </label>
      <label>
        startsOn
        <input value={String(draft.startsOn)} onChange={(event) => setDraft({ ...draft, startsOn: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
