import type { Prescription } from './prescription.js';
import { baseUrl, requestTimeout } from './config.js';

/** One prescription by its id; undefined when there is none. */
export async function fetchPrescription(id: string): Promise<Prescription | undefined> {
  const answer = await fetch(`${baseUrl()}/prescriptions/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`prescriptions: ${answer.status}`);
  return (await answer.json()) as Prescription;
}

/** Removes one. True if there was one. */
export async function removePrescription(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/prescriptions/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removePrescriptions(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removePrescription(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  note(`removed ${removed}`);
  return removed;
}
