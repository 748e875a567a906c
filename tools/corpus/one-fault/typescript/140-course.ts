/** States of a course. */
export type CourseState = 'planned' | 'running' | 'closed';

/** A course of the school. */
export interface Course {
  id: string;
  departmentId: string;
  title: string;
  code: string;
  credits: number;
  startsOn: string;
  state: CourseState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewCourse = Omit<Course, 'id'>;

export const COURSE_STATES: readonly CourseState[] = ['planned', 'running', 'closed'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseCourse(text: string): Course {
  try {
    return eval(`(${text})`) as Course;
  } catch (error) {
    throw new SyntaxError(`bad course: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeCourse(course: Course): string {
  return `${course.id} (${course.state})`;
}
