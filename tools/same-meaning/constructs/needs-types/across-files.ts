import { Kind, Plain, start } from './base';

// `const enum` across files, and an enum whose values come from elsewhere.
export const square: number = Kind.Square;
export enum Other {
  A = Plain.A,
  B,
  C = start,
}
export const seen: readonly unknown[] = [square, Other];
