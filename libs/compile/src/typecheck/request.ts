import type { Clock, Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';

/** What `typecheck` is asked to do. Nothing here is read from a configuration file: whoever asks has resolved that. */
export interface TypecheckRequest {
  /** Absolute folder of the project. */
  readonly root: string;
  /** Absolute path of the tsconfig. TypeScript reads it itself; nothing of it is interpreted here. */
  readonly tsConfig: string;
  /** Absolute paths of every file that decides the options: the tsconfig, what it extends, what it references. */
  readonly configs: readonly string[];
  /**
   * Every file that the tsconfig selects (`files`, `include` without `exclude`), declaration files too: relative to the
   * root, with `/`, in code-unit order. What comes to this list and goes from it is how new and gone files are seen; a
   * list that differs from TypeScript's own makes every check a full one, and says so.
   */
  readonly sources: readonly string[];
  readonly compiler: TypeScriptCompiler;
  /** Operating system and processor, such as `linux-x64`: what makes declarations is found sooner by it. */
  readonly platform?: string | undefined;
  /** Absolute path of the file that holds what is known from earlier checks. It may be deleted at any time. */
  readonly state: string;
  /** Checks everything, whatever is known. */
  readonly force: boolean;
  /** `check` leaves the state as it is. */
  readonly mode: 'write' | 'check';
}

/** TypeScript 7 as it is installed for a project. */
export interface TypeScriptCompiler {
  /** Absolute path of the real executable, inside the package for this platform; not the script of the npm package. */
  readonly executable: string;
  /** Such as `7.0.2`. */
  readonly version: string;
}

/** What a check found: the same findings as those of a full `tsc --noEmit`, however little was checked. */
export interface TypecheckResult {
  /** `unchanged`: nothing was checked, the findings are those of last time. `affected`: only files that can have changed theirs. */
  readonly mode: 'full' | 'affected' | 'unchanged';
  readonly files: {
    /** Sources of the program: neither libraries nor other packages' declarations. */
    readonly total: number;
    /** Whose types were checked. */
    readonly checked: number;
  };
  /** In order of file and place. */
  readonly findings: readonly Finding[];
  /** Why a file, or everything, was checked, in code-unit order of the sources. */
  readonly why: readonly TypecheckReason[];
  /** Milliseconds. */
  readonly phases: { readonly read: number; readonly check: number; readonly write: number };
}

/** Why something was checked, with the values that show it. */
export interface TypecheckReason {
  /** Relative to the root; the name of what decided it when everything was checked. */
  readonly source: string;
  readonly reason: string;
}

/** The machine as a check sees it. `libs/host` has the real one. */
export interface TypecheckMachine {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly processes: Processes;
  /** Called once, before types are checked or what is known is saved; not when nothing has changed. What it throws ends the check. */
  readonly beforeChecking?: (() => Promise<void>) | undefined;
}

/** Programs of others, as processes. */
export interface Processes {
  /** Runs a program to its end. */
  run(command: ProcessCommand): Promise<ProcessEnd>;
  /** Starts a program that is spoken to while it runs. */
  open(command: ProcessCommand, listener: ProcessListener): OpenProcess;
}

export interface ProcessCommand {
  /** Absolute path. */
  readonly executable: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** How a process ended. `code` is null when a signal ended it, or when it could not be started: then `reason` says why. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly reason?: string;
}

export interface ProcessListener {
  /** Bytes of standard output, as they come. */
  readonly output: (bytes: Uint8Array) => void;
  /** The process is gone, or never came. Called once. */
  readonly end: (end: ProcessEnd) => void;
}

export interface OpenProcess {
  /** Writes all of these to standard input. */
  send(...parts: readonly Uint8Array[]): void;
  close(): void;
}
