/** What others import: values, types, both under one name. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Pair<T> = readonly [first: T, second: T];
export class Shape {
  constructor(readonly points: readonly Point[] = []) {}
}
export const origin: Point = { x: 0, y: 0 };
export type Both = 'a' | 'b';
export const Both: { readonly a: Both; readonly b: Both } = { a: 'a', b: 'b' };
export default function area(shape: Shape): number {
  return shape.points.length;
}
