import type { Point } from './shapes.js';

export interface Line {
  readonly from: Point;
  readonly to: Point;
}
export type Lines = readonly Line[];
declare module './shapes.js' {
  interface Point {
    readonly z?: number;
  }
}
