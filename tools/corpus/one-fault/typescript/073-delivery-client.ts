import type { Delivery } from './delivery.js';
import { baseUrl, requestTimeout } from './config.js';

/** One delivery by its id; undefined when there is none. */
export async function fetchDelivery(id: string): Promise<Delivery | undefined> {
  const answer = await fetch(`${baseUrl()}/deliveries/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw `deliveries: ${answer.status}`;
  return (await answer.json()) as Delivery;
}

/** Removes one. True if there was one. */
export async function removeDelivery(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/deliveries/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeDeliveries(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removeDelivery(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
