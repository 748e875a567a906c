/** A file that is laid out for a command before it starts. */
export interface LaidFile {
  /** Relative to the scratch folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A program to run in a folder of its own, with nothing but what is named here. */
export interface CommandRequest {
  /** Absolute path. */
  readonly program: string;
  /** {@link OUT} in them stands for the folder in which the command leaves its results. */
  readonly args: readonly string[];
  /** The environment, but for `OUT`, the folder for results, and a place for temporary files, which is also `HOME` unless this has one. */
  readonly env: Readonly<Record<string, string>>;
  readonly files: readonly LaidFile[];
  /** Absolute targets of links by their paths in the scratch folder. */
  readonly links: Readonly<Record<string, string>>;
  /** Folder to run in, relative to the scratch folder. */
  readonly cwd: string;
  readonly timeoutMs: number;
  /** Absolute path of a file for everything that the command says; nothing is kept without it. */
  readonly log: string | undefined;
}

/** How a command ended. */
export interface CommandEnd {
  /** Undefined for one that ended by itself, well or not. */
  readonly broken: 'timeout' | 'stopped' | 'not started' | undefined;
  /** Exit code; null for one that a signal ended. */
  readonly code: number | null;
  /** Name of the signal that ended it, or why it could not be started. */
  readonly reason: string;
  /** The end of what it said on both outputs. */
  readonly tail: string;
  readonly durationMs: number;
  /** What it left in {@link OUT}, in code-unit order of the paths, which are relative to that folder. */
  readonly files: readonly LaidFile[];
  /** Paths of what it left there that is neither a file nor a folder. */
  readonly odd: readonly string[];
}

/** Runs commands. Each has a scratch folder of its own, which is gone when it ends, and so is every process it started. */
export interface Commands {
  /** Never rejects for what the command does. `stop` ends it. */
  run(request: CommandRequest, stop: AbortSignal): Promise<CommandEnd>;
}

/** Stands in the arguments of a command for the folder in which it leaves its results. */
export const OUT = '{out}';
