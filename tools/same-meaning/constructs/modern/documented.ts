/* first */
/**
 * Adds.
 *
 * @param a one
 */
export function add(a: number, b: number): number {
  // inside
  return a + b; // after
}
/** @deprecated not any more */
export type Old = string;
export interface Kept {
  /** of a member */
  readonly a: string;
  // line comment
  b: number;
}
