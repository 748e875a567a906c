import type { Loan } from './loan.js';
import { baseUrl, requestTimeout } from './config.js';

/** One loan by its id; undefined when there is none. */
export async function fetchLoan(id: string): Promise<Loan | undefined> {
  const answer = await fetch(`${baseUrl()}/loans/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  return (await answer.json()) as Loan;
}

/** Removes one. True if there was one. */
export async function removeLoan(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/loans/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeLoans(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removeLoan(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
