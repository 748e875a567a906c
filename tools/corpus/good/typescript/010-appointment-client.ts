import type { Appointment } from './appointment.js';
import { baseUrl, requestTimeout } from './config.js';

/** One appointment by its id; undefined when there is none. */
export async function fetchAppointment(id: string): Promise<Appointment | undefined> {
  const answer = await fetch(`${baseUrl()}/appointments/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`appointments: ${answer.status}`);
  return (await answer.json()) as Appointment;
}

/** Removes one. True if there was one. */
export async function removeAppointment(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/appointments/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeAppointments(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removeAppointment(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
