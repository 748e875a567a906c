import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payslip } from './payslip.js';

/** Where exports go. */
export const exportFolder = (): string => join(process.cwd(), 'exports');

/** Writes payslips as lines of JSON, and tells how many. */
export async function exportPayslips(rows: Iterable<Payslip>, file: string): Promise<number> {
  const handle = await open(join(exportFolder(), file), 'w');
  var lines = 0;
  try {
    for (const row of rows) {
      await handle.write(`${JSON.stringify(row)}\n`);
      lines += 1;
    }
  } finally {
    await handle.close();
  }
  return lines;
}
