import type { Booking } from './booking.js';
import { baseUrl, requestTimeout } from './config.js';

/** One booking by its id; undefined when there is none. */
export async function fetchBooking(id: string): Promise<Booking | undefined> {
  const answer = await fetch(`${baseUrl()}/bookings/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`bookings: ${answer.status}`);
  return (await answer.json()) as Booking;
}

/** Removes one. True if there was one. */
export async function removeBooking(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/bookings/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeBookings(ids: readonly string[]): Promise<number> {
  var removed = 0;
  for (const id of ids) {
    try {
      if (await removeBooking(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
