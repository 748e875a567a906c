import type { Vehicle } from './vehicle.js';
import { baseUrl, requestTimeout } from './config.js';

/** One vehicle by its id; undefined when there is none. */
export async function fetchVehicle(id: string): Promise<Vehicle | undefined> {
  const answer = await fetch(`${baseUrl()}/vehicles/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  return (await answer.json()) as Vehicle;
}

/** Removes one. True if there was one. */
export async function removeVehicle(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/vehicles/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeVehicles(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removeVehicle(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
