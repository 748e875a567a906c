export * from './shapes.js';
export * as shapes from './shapes.js';
export { default as area, origin as zero } from './shapes.js';
export type { Point as P, Pair } from './shapes.js';
export { type Point as Q, Shape as default } from './shapes.js';
const local: number = 1;
export { local as 'a name with spaces', local };
