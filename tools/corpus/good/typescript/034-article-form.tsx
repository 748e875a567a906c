import { useState, type FormEvent, type ReactElement } from 'react';
import type { Article } from './article.js';

export interface ArticleFormProps {
  readonly article: Article;
  readonly onSave: (article: Article) => Promise<void>;
}

/** A form for one article. */
export function ArticleForm({ article, onSave }: ArticleFormProps): ReactElement {
  const [draft, setDraft] = useState(article);
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
        headline
        <input value={String(draft.headline)} onChange={(event) => setDraft({ ...draft, headline: event.target.value as never })} />
      </label>
      <label>
        slug
        <input value={String(draft.slug)} onChange={(event) => setDraft({ ...draft, slug: event.target.value as never })} />
      </label>
      <label>
        words
        <input value={String(draft.words)} onChange={(event) => setDraft({ ...draft, words: event.target.value as never })} />
      </label>
      <label>
        publishedOn
        <input value={String(draft.publishedOn)} onChange={(event) => setDraft({ ...draft, publishedOn: event.target.value as never })} />
      </label>
      <label>
        featured
        <input value={String(draft.featured)} onChange={(event) => setDraft({ ...draft, featured: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
