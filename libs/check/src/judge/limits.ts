/** How long and how much is judged. */
export interface Limits {
  /** Most milliseconds for a file. */
  readonly fileMs: number;
  /** Most milliseconds for a rule on a file. */
  readonly ruleMs: number;
  /** Most characters (UTF-16 code units) of a file. */
  readonly characters: number;
}

export const LIMITS: Limits = { fileMs: 1000, ruleMs: 250, characters: 2_000_000 };
