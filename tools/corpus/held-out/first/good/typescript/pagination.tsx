import type { JSX } from 'react';

/** What the list of pages is told. */
export interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  onGo(page: number): void;
}

/** Buttons that lead to the pages beside the present one. */
export function Pagination({ page, pages, onGo }: PaginationProps): JSX.Element {
  return (
    <nav aria-label="pages">
      <button type="button" disabled={page <= 1} onClick={() => onGo(page - 1)}>
        back
      </button>
      <span>
        {page} of {pages}
      </span>
      <button type="button" disabled={page >= pages} onClick={() => onGo(page + 1)}>
        on
      </button>
    </nav>
  );
}
