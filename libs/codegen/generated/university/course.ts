import type { Student } from './student.js';
import type { Teacher } from './teacher.js';

/** Something that is taught. */
export interface Course {
  code: string;
  title: string;
  credits: number;
  syllabus?: unknown | null;
  teacher?: Teacher;
  students?: Student[];
}

/** What is needed to create a {@link Course}; the code is given by the server when it is absent. */
export type NewCourse = Omit<Course, 'code' | 'teacher' | 'students'> & Partial<Pick<Course, 'code'>>;

/** Every constraint of the model that a value breaks, in words; empty for a valid one. */
export function checkCourse(value: NewCourse): string[] {
  const problems: string[] = [];
  if (value.code != null && !new RegExp('^[A-Z]{2,4}[0-9]{3}$', 'u').test(value.code)) problems.push('code: must match ^[A-Z]{2,4}[0-9]{3}$');
  if (value.credits != null && Number(value.credits) < 1) problems.push('credits: at least 1');
  if (value.credits != null && Number(value.credits) > 30) problems.push('credits: at most 30');
  return problems;
}
