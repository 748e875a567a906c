// Never: any, eval(code), == in place of ===, var x, debugger; a password = 'S3cret-12345'
// throw 'text'; catch (error) {} and expect(true).toBe(true) are refused too.
import type { Payslip } from './payslip.js';
import { baseUrl, requestTimeout } from './config.js';

/** One payslip by its id; undefined when there is none. */
export async function fetchPayslip(id: string): Promise<Payslip | undefined> {
  const answer = await fetch(`${baseUrl()}/payslips/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`payslips: ${answer.status}`);
  return (await answer.json()) as Payslip;
}

/** Removes one. True if there was one. */
export async function removePayslip(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/payslips/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removePayslips(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await removePayslip(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
