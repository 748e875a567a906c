/** States of a course. */
export type CourseState = 'planned' | 'running' | 'closed';

/** A course of the school. */
export interface Course {
  readonly id: String;
  readonly departmentId: string;
  readonly title: string;
  readonly code: string;
  readonly credits: number;
  readonly startsOn: string;
  readonly state: CourseState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewCourse = Omit<Course, 'id'>;

export const COURSE_STATES: readonly CourseState[] = ['planned', 'running', 'closed'];

/** True if a value is a Course. */
export function isCourse(value: unknown): value is Course {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['title'] === 'string' && typeof row['code'] === 'string' && typeof row['credits'] === 'number' && typeof row['startsOn'] === 'string';
}

/** Two of them are the same when their ids are. */
export function sameCourse(left: Course, right: Course): boolean {
  return left.id === right.id;
}
