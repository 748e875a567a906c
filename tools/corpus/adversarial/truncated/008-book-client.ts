import type { Book } from './book.js';
import { baseUrl, requestTimeout } from './config.js';

/** One book by its id; undefined when there is none. */
export async function fetchBook(id: string): Promise<Book | undefined> {
  const answer = await fetch(`${baseUrl()}/books/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`books: ${answer.status}`);
  return (await answer.json()) as Book;
}

/** Removes one. True if there was one. */
export async function removeBook(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/books/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text 