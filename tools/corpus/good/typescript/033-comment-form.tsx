import { useState, type FormEvent, type ReactElement } from 'react';
import type { Comment } from './comment.js';

export interface CommentFormProps {
  readonly comment: Comment;
  readonly onSave: (comment: Comment) => Promise<void>;
}

/** A form for one comment. */
export function CommentForm({ comment, onSave }: CommentFormProps): ReactElement {
  const [draft, setDraft] = useState(comment);
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
        body
        <input value={String(draft.body)} onChange={(event) => setDraft({ ...draft, body: event.target.value as never })} />
      </label>
      <label>
        likes
        <input value={String(draft.likes)} onChange={(event) => setDraft({ ...draft, likes: event.target.value as never })} />
      </label>
      <label>
        postedAt
        <input value={String(draft.postedAt)} onChange={(event) => setDraft({ ...draft, postedAt: event.target.value as never })} />
      </label>
      <label>
        pinned
        <input value={String(draft.pinned)} onChange={(event) => setDraft({ ...draft, pinned: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
