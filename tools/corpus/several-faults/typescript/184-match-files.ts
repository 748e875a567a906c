import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Match } from './match.js';

/** Reads matches from lines of JSON; lines that are none are told and left out. */
export function importMatches(path: string, warn: (line: number, reason: string) => void): Match[] {
  const rows: Match[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(eval(`(${line})`) as Match);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendMatch(path: string, match: Match): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(match)}\n`);
  } finally {
    closeSync(handle);
  }
}

export function warm(url: string): void {
  fetch(url);
}
