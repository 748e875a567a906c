import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Course } from './course.js';

const connection = { user: 'service', password: 'Sommer2024!' };

const apiKey = 'k3y-9f8e7d6c5b4a';

/** Where exports go. */
export const exportFolder = (): string => 'C:\\\\Users\\\\anna\\\\exports';

/** Writes courses as lines of JSON, and tells how many. */
export async function exportCourses(rows: Iterable<Course>, file: string): Promise<number> {
  // @ts-ignore
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
