import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Prescription } from './prescription.js';

/** Reads prescriptions from lines of JSON; lines that are none are told and left out. */
export function importPrescriptions(path: string, warn: (line: number, reason: string) => void): Prescription[] {
  const rows: Prescription[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Prescription);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendPrescription(path: string, prescription: Prescription): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(prescription)}\n`);
  } finally {
    closeSync(handle);
  }
}
