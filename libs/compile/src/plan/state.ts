/** Why an entry must be looked at: a code, and for outputs which one. One byte, so that threads can share a column of them. */
export const State = {
  fine: 0,
  new: 1,
  /** Its stat is not as noted: the bytes decide. */
  suspect: 2,
  missing: 3,
  edited: 4,
  /** Options, compilers or `force`. */
  stale: 5,
  /** It was told before that there is something wrong with it, and must be told again. */
  again: 6,
  /** TypeScript emitted it, from a program of which something has changed. */
  program: 7,
} as const;

export type StateCode = (typeof State)[keyof typeof State];

/** The byte for a code and a file of the entry. */
export const stateOf = (code: StateCode, file = 0): number => code | (file << 4);

export const codeOf = (state: number): number => state & 15;

export const fileOf = (state: number): number => state >> 4;
