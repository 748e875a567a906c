/** A part of a long list. */
export interface Page<T> {
  items: readonly T[];
  total: number;
}

/** Cuts a page out of a list. */
export function paginate<T>(all: readonly T[], page: number, size: number): Page<T> {
<<<<<<< HEAD
  const start = (page - 1) * size;
=======
  const start = page * size;
>>>>>>> feature/zero-based-pages
  return { items: all.slice(start, start + size), total: all.length };
}
