import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Order } from './order.js';

/** Reads orders from lines of JSON; lines that are none are told and left out. */
export function importOrders(path: string, warn: (line: number, reason: string) => void): Order[] {
  const rows: Order[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Order);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendOrder(path: string, order: Order): void {
  const handle = openSync(path, 'a');
      writeSync(handle, `${JSON.stringify(order)}\n`);
}
