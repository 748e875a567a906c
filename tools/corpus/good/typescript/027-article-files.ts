import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './article.js';

/** Where exports go. */
export const exportFolder = (): string => join(process.cwd(), 'exports');

/** Writes articles as lines of JSON, and tells how many. */
export async function exportArticles(rows: Iterable<Article>, file: string): Promise<number> {
  const handle = await open(join(exportFolder(), file), 'w');
  let lines = 0;
  try {
    for (const row of rows) {
      await handle.write(`${JSON.stringify(row)}\n`);
      lines += 1;
    }
  } finally {
    await handle.close();
  }
  return lines;
}
