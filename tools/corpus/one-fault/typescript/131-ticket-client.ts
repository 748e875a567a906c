import type { Ticket } from './ticket.js';
import { baseUrl, requestTimeout } from './config.js';

const apiKey = 'k3y-9f8e7d6c5b4a';

/** One ticket by its id; undefined when there is none. */
export async function fetchTicket(id: string): Promise<Ticket | undefined> {
  const answer = await fetch(`${baseUrl()}/tickets/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`tickets: ${answer.status}`);
  return (await answer.json()) as Ticket;
}

/** Removes one. True if there was one. */
export async function removeTicket(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/tickets/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeTickets(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removeTicket(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
