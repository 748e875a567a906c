import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Loan } from './loan.js';

/** Where exports go. */
export const exportFolder = (): string => join(process.cwd(), 'exports');

/** Writes loans as lines of JSON, and tells how many. */
export async function exportLoans(rows: Iterable<Loan>, file: string): Promise<number> {
  const handle = await open(join(exportFolder(), file), 'w');
  let lines = 0;
      for (const row of rows) {
      await handle.write(`${JSON.stringify(row)}\n`);
      lines += 1;
    }
  return lines;
}
