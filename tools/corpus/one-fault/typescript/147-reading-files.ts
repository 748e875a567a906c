import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Reading } from './reading.js';

/** Reads readings from lines of JSON; lines that are none are told and left out. */
export function import_readings(path: string, warn: (line: number, reason: string) => void): Reading[] {
  const rows: Reading[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Reading);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendReading(path: string, reading: Reading): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(reading)}\n`);
  } finally {
    closeSync(handle);
  }
}
