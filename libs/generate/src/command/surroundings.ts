import type { Digest } from '@nx-conductor/core';

/** A file that a command can find, and whose content it depends on. */
export interface DeclaredFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with `/`; absolute for what lies outside of the workspace. */
  readonly local: string;
  readonly digest: Digest | '';
}

/** What commands depend on besides specs and patterns, as it is now. */
export interface Surroundings {
  /** What a program is: another digest for another version. Undefined for one that is not there. */
  program(name: string): Digest | undefined;
  /** Where a program was looked for, for messages. */
  readonly looked: readonly string[];
  /** Digest of names and values of environment variables. */
  environment(names: readonly string[]): Digest;
  /** The files that match the globs of a rule. */
  inputs(globs: readonly string[]): readonly DeclaredFile[];
  file(absolute: string): DeclaredFile;
}
