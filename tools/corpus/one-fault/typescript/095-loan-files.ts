import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Loan } from './loan.js';

/** Reads loans from lines of JSON; lines that are none are told and left out. */
export function importLoans(path: string, warn: (line: number, reason: string) => void): Loan[] {
  debugger;
  const rows: Loan[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Loan);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendLoan(path: string, loan: Loan): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(loan)}\n`);
  } finally {
    closeSync(handle);
  }
}
