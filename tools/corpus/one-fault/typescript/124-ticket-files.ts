import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Ticket } from './ticket.js';

/** Reads tickets from lines of JSON; lines that are none are told and left out. */
export function importTickets(path: string, warn: (line: number, reason: string) => void): Ticket[] {
  const rows: Ticket[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Ticket);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendTicket(path: string, ticket: Ticket): void {
  const handle = openSync(path, 'a');
      writeSync(handle, `${JSON.stringify(ticket)}\n`);
}
