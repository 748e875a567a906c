import type { Payment } from './payment.js';
import { baseUrl, requestTimeout } from './config.js';

/** One payment by its id; undefined when there is none. */
export async function fetchPayment(id: string): Promise<Payment | undefined> {
  const answer = await fetch(`${baseUrl()}/payments/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw `payments: ${answer.status}`;
  return (await answer.json()) as Payment;
}

/** Removes one. True if there was one. */
export async function removePayment(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/payments/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removePayments(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removePayment(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
