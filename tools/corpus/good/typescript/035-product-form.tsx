import { useState, type FormEvent, type ReactElement } from 'react';
import type { Product } from './product.js';

export interface ProductFormProps {
  readonly product: Product;
  readonly onSave: (product: Product) => Promise<void>;
}

/** A form for one product. */
export function ProductForm({ product, onSave }: ProductFormProps): ReactElement {
  const [draft, setDraft] = useState(product);
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
        title
        <input value={String(draft.title)} onChange={(event) => setDraft({ ...draft, title: event.target.value as never })} />
      </label>
      <label>
        sku
        <input value={String(draft.sku)} onChange={(event) => setDraft({ ...draft, sku: event.target.value as never })} />
      </label>
      <label>
        price
        <input value={String(draft.price)} onChange={(event) => setDraft({ ...draft, price: event.target.value as never })} />
      </label>
      <label>
        stock
        <input value={String(draft.stock)} onChange={(event) => setDraft({ ...draft, stock: event.target.value as never })} />
      </label>
      <label>
        active
        <input value={String(draft.active)} onChange={(event) => setDraft({ ...draft, active: event.target.value as never })} />
      </label>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
