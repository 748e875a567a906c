export interface Shape {
  readonly kind: Kind;
}
export const enum Kind {
  Circle = 1,
  Square = Circle << 2,
}
export enum Plain {
  A = 10,
  B = 'b',
}
export const start = 4;
