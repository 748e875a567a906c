import type { Course } from './course.js';
import type { Teacher } from './teacher.js';

/** A person who is enrolled. */
export interface Student {
  id: string;
  /** Full name. */
  name: string;
  email: string;
  enrollmentDate: string;
  /** Grade point average. */
  gpa?: number | null;
  status?: 'applied' | 'enrolled' | 'graduated' | null;
  advisor?: Teacher | null;
  courses?: Course[];
}

/** What is needed to create a {@link Student}; the id is given by the server when it is absent. */
export type NewStudent = Omit<Student, 'id' | 'advisor' | 'courses'> & Partial<Pick<Student, 'id'>>;

/** Every constraint of the model that a value breaks, in words; empty for a valid one. */
export function checkStudent(value: NewStudent): string[] {
  const problems: string[] = [];
  if (value.name != null && value.name.length < 1) problems.push('name: length at least 1');
  if (value.name != null && value.name.length > 200) problems.push('name: length at most 200');
  if (value.gpa != null && Number(value.gpa) < 0) problems.push('gpa: at least 0');
  if (value.gpa != null && Number(value.gpa) > 4) problems.push('gpa: at most 4');
  return problems;
}
