import { digestOfFields, OUT, type Digest } from '@nx-conductor/core';
import type { DeclaredFile } from './surroundings';

/** A command, ready to run: a value. */
export interface PlannedCommand {
  /** Key of its result in the store: everything that the result depends on. */
  readonly key: Digest;
  readonly program: string;
  /** {@link OUT} in them stands for the folder of its results. */
  readonly args: readonly string[];
  readonly files: readonly DeclaredFile[];
  readonly env: readonly string[];
  readonly timeoutMs: number;
}

/** What the result of a command depends on. */
export interface CommandFacts {
  /** Digests of the programs by name, the one that runs first. */
  readonly programs: Readonly<Record<string, Digest>>;
  /** Arguments as on every machine: no path in them is absolute. */
  readonly args: readonly string[];
  readonly environment: Digest;
  readonly files: readonly DeclaredFile[];
  /** Digest of the pattern's folder, when the command reads it. */
  readonly pattern: Digest | undefined;
}

/** The key under which the result of a command is stored. */
export function commandKey({ programs, args, environment, files, pattern }: CommandFacts): Digest {
  return digestOfFields('conductor command 2', {
    args: JSON.stringify(args),
    environment,
    files: JSON.stringify(files.map(({ local, digest }) => [local, digest])),
    out: OUT,
    pattern: pattern ?? '',
    programs: JSON.stringify(programs),
  });
}
