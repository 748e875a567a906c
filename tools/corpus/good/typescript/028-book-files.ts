import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Book } from './book.js';

/** Reads books from lines of JSON; lines that are none are told and left out. */
export function importBooks(path: string, warn: (line: number, reason: string) => void): Book[] {
  const rows: Book[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Book);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendBook(path: string, book: Book): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(book)}\n`);
  } finally {
    closeSync(handle);
  }
}
