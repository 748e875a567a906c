import type { Course } from './course.js';
import type { Student } from './student.js';

/** A person who teaches. */
export interface Teacher {
  id: string;
  name: string;
  office?: string | null;
  advisees?: Student[];
  courses?: Course[];
}

/** What is needed to create a {@link Teacher}; the id is given by the server when it is absent. */
export type NewTeacher = Omit<Teacher, 'id' | 'advisees' | 'courses'> & Partial<Pick<Teacher, 'id'>>;

/** Every constraint of the model that a value breaks, in words; empty for a valid one. */
export function checkTeacher(value: NewTeacher): string[] {
  const problems: string[] = [];
  if (value.name != null && value.name.length < 1) problems.push('name: length at least 1');
  if (value.name != null && value.name.length > 200) problems.push('name: length at most 200');
  return problems;
}
