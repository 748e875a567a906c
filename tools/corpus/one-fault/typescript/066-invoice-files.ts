import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Invoice } from './invoice.js';

/** Reads invoices from lines of JSON; lines that are none are told and left out. */
export function importInvoices(path: string, warn: (line: number, reason: string) => void): Invoice[] {
  const rows: Invoice[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line == '') return;
    try {
      rows.push(JSON.parse(line) as Invoice);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendInvoice(path: string, invoice: Invoice): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(invoice)}\n`);
  } finally {
    closeSync(handle);
  }
}
