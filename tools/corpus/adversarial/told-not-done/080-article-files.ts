// Never: any, eval(code), == in place of ===, var x, debugger; a password = 'S3cret-12345'
// throw 'text'; catch (error) {} and expect(true).toBe(true) are refused too.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Article } from './article.js';

/** Reads articles from lines of JSON; lines that are none are told and left out. */
export function importArticles(path: string, warn: (line: number, reason: string) => void): Article[] {
  const rows: Article[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Article);
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function appendArticle(path: string, article: Article): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(article)}\n`);
  } finally {
    closeSync(handle);
  }
}
