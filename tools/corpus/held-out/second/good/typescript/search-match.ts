/** How the words of a query are combined. */
export type MatchMode = 'any' | 'all';

/** A query that has been taken apart. */
export interface Query {
  readonly mode: MatchMode;
  readonly words: readonly string[];
}

/** Reads "any: red blue" or "red blue" (which means all of the words). */
export function readQuery(text: string): Query {
  const any = text.startsWith('any:');
  const words = (any ? text.slice('any:'.length) : text)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return { mode: any ? 'any' : 'all', words };
}

/** Evaluates a query against a document. */
export function evaluate(query: Query, document: string): boolean {
  if (query.words.length === 0) return true;
  const haystack = document.toLowerCase();
  const contains = (word: string): boolean => haystack.includes(word);
  return query.mode === 'any' ? query.words.some(contains) : query.words.every(contains);
}
