import type { Order } from './order.js';
import { baseUrl, requestTimeout } from './config.js';

/** One order by its id; undefined when there is none. */
export async function fetchOrder(id: string): Promise<Order | undefined> {
  const answer = await fetch(`${baseUrl()}/orders/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw `orders: ${answer.status}`;
  return (await answer.json()) as Order;
}

/** Removes one. True if there was one. */
export async function removeOrder(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/orders/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeOrders(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removeOrder(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
