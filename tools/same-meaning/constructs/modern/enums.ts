export enum Direction {
  Up,
  Down = 5,
  Left,
  Right = Left * 2,
}
export enum Color {
  Red = 'red',
  Green = `green`,
  'dark-blue' = 'dark blue',
}
export enum Flags {
  None = 0,
  A = 1 << 0,
  B = 1 << 1,
  AB = A | B,
  Not = ~A,
}
export enum Merged {
  One = 1,
}
export enum Merged {
  Two = 2,
}
enum Local {
  X = -1,
  Y = X - 1,
}
export declare enum Outside {
  A = 1,
}
export const seen: readonly unknown[] = [Direction, Color, Flags, Merged, Local, Direction[6], Direction.Right, Color['dark-blue'], Flags.AB];
