import type { Json } from '@nx-conductor/core';

/** A tsconfig with everything that it extends put into it. */
export interface Tsconfig {
  /** Absolute. */
  readonly path: string;
  readonly compilerOptions: Readonly<Record<string, Json | undefined>>;
  /** Paths and globs, absolute or relative to the folder of the tsconfig. */
  readonly files?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

/** An option of a tsconfig that is not done as it says. */
export interface OptionIssue {
  readonly option: string;
  readonly value: Json;
  /** What was expected, or why it cannot be honoured. */
  readonly reason: string;
  /** What to do about it. */
  readonly hint: string;
}
