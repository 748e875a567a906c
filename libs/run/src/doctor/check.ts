import type { Failure } from '@nx-conductor/core';

/** One thing that the doctor looked at. */
export interface Check {
  /** `node`, `nx`, `git`, …, or the name of a project. */
  readonly about: string;
  /** A problem keeps Conductor from its work; with a warning it works, and something is not as it should be. */
  readonly state: 'good' | 'warning' | 'problem';
  readonly says: string;
  /** What to do. */
  readonly hint?: string;
  /** What is wrong with files, each with its place. */
  readonly failures?: readonly Failure[];
}

export const good = (about: string, says: string): Check => ({ about, state: 'good', says });

export const warning = (about: string, says: string, hint: string): Check => ({ about, state: 'warning', says, hint });

export const problem = (about: string, says: string, hint: string): Check => ({ about, state: 'problem', says, hint });
