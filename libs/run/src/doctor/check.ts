import type { Failure } from '@nx-conductor/core';
import type { Project } from '../project/project';

/** What the doctor is told of the process that it runs in. */
export interface Patient {
  /** The one project to look at; all of the workspace around the folder when absent. */
  readonly project?: Project | undefined;
  /** Absolute path of the folder in which it was called. */
  readonly cwd: string;
  /** Version of Node, such as `v20.20.0`. */
  readonly node: string;
}

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
