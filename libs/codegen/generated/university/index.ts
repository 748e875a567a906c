export * from './student.js';
export * from './teacher.js';
export * from './course.js';
