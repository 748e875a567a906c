import type { CompileThread, Processes } from '@nx-conductor/compile';
import type { Clock, Commands, Disk, Locks, StartChild } from '@nx-conductor/core';
import type { LookThread } from '@nx-conductor/outputs';

/** A helper module as it was loaded: what it exports, and every file that came with it. */
export interface LoadedModule {
  readonly exports: unknown;
  /** Absolute paths, the module first: of all that it has loaded until it is asked. */
  readonly files: readonly string[];
  /**
   * What a new instance exports: the same code, evaluated again with whatever it loads, installed packages aside. Throws
   * what the module throws, and when it loads what the first instance did not.
   */
  fresh(): unknown;
  /** What its own files use besides what they are given: modules of Node such as `fs`, by absolute path of the file. Until it is asked. */
  readonly unseen: readonly { readonly file: string; readonly what: string }[];
  /** Whether loading it again would load the same: every file says what it said, and what it asks for leads where it led. Installed packages aside. */
  isCurrent(): boolean;
}

/** A formatter of the project, ready to use. */
export interface Formatter {
  /** Name and version, such as `oxfmt 0.78.0`. */
  readonly id: string;
  /** Formats one text; the path tells the language. Rejects with a reason for people. */
  format(path: string, text: string): Promise<string>;
}

/** What came of a three-way merge: a text, with conflict markers for `overlaps`; or why there is none. */
export type MergedTexts = { readonly kind: 'clean' | 'overlaps'; readonly text: string } | { readonly kind: 'git-missing' | 'not-text' };

/** The machine as a run sees it. `libs/host` has the real one. */
export interface Machine {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly processes: Processes;
  readonly commands: Commands;
  /** Environment variables of this process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The Node.js that runs this: absolute path of its program, and its version. */
  readonly node: { readonly path: string; readonly version: string };
  /** Operating system and processor as Node and npm name them, such as `linux-x64`. */
  readonly platform: string;
  /** A number from 0 to 1, another at every call and in every process: for names, never for secrets. */
  readonly chance: () => number;
  /** How many processors there are to work with. */
  readonly processors: () => number;
  /** Starts a thread that takes its share of a compile; undefined where there is none to start. */
  readonly startThread?: (() => CompileThread) | undefined;
  /** Starts a thread that looks at files (see `createLooker`), and keeps no process alive; undefined where there is none to start. */
  readonly startLooker?: (() => LookThread) | undefined;
  /** Starts a process that judges files (see `gatherJury`); undefined where there is none to start. */
  readonly startJudge?: StartChild | undefined;
  /** Loads a CommonJS module afresh. Throws what the module throws. */
  loadModule(path: string): LoadedModule;
  /** Absolute path of what `require` of a file would load, or undefined. */
  resolveModule(request: string, from: string): string | undefined;
  /** Merges what changed from the base to either text. */
  mergeTexts(edited: string, base: string, generated: string): MergedTexts;
  /** Does synchronous work of others' (templates, helpers, tables), which Ctrl-C can end. Throws what it throws. */
  interruptible<T>(work: () => T): T;
  /** Lets signals that have arrived be heard (nothing else interrupts synchronous work), or waits for some milliseconds. */
  pause(ms?: number): Promise<void>;
  /** Absolute paths of files matching a glob below a folder, in code-unit order. */
  glob(pattern: string, folder: string, ignore: readonly string[]): Promise<readonly string[]>;
  /** A formatter installed for a project, or undefined when it is not installed. `configuration` is its configuration file, if there is one. */
  loadFormatter(name: string, from: string, configuration: string | undefined): Promise<Formatter | undefined>;
}

/** Conductor itself: what it is and where its own patterns are found. */
export interface Edition {
  readonly version: string;
  /** Changes with every change of the code, also between versions. */
  readonly build: string;
  /** Folder from which the packs that Conductor depends on are found. */
  readonly home: string;
}
