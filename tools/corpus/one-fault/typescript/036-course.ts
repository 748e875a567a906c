/** States of a course. */
export type CourseState = 'planned' | 'running' | 'closed';

/** A course of the school. */
export interface Course {
  id: any;
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

/** All of them, by id. */
export class CourseIndex {
  private readonly rows = new Map<string, Course>();

  /** Puts one in, and tells whether it was new. */
  add(course: Course): boolean {
    const known = this.rows.has(course.id);
    this.rows.set(course.id, course);
    return !known;
  }

  /** Those in a state. */
  inState(state: CourseState): Course[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
