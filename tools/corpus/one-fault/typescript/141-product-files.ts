import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Product } from './product.js';

/** Reads products from lines of JSON; lines that are none are told and left out. */
export function importProducts(path: string, warn: (line: number, reason: string) => void): Product[] {
  const rows: Product[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(eval(`(${line})`) as Product);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendProduct(path: string, product: Product): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(product)}\n`);
  } finally {
    closeSync(handle);
  }
}
