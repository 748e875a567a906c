import type { AdapterId, Digest } from '@nx-conductor/core';

/** A text file of a pattern folder. */
export interface PatternFile {
  /** Path inside the pattern folder, with `/`. */
  readonly path: string;
  /** Path as people know it, for messages. */
  readonly shown: string;
  readonly text: string;
  readonly digest: Digest;
  /** False for bytes that are no UTF-8 text: such a file can lie in the folder, and be nothing that is read as text. */
  readonly isText: boolean;
}

/** A pattern folder as it was found: not read yet, so one that is broken hides no other. */
export interface PatternFolder {
  /** Name of the folder. */
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  /** Path as people know it. */
  readonly shown: string;
  /** Where it was found: `workspace`, or the name of the npm package. */
  readonly origin: string;
  readonly files: ReadonlyMap<string, PatternFile>;
}

/** One option that a pattern declares. */
export interface PatternOption {
  readonly type: 'string' | 'boolean' | 'number' | 'array' | 'object';
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly enum?: readonly (string | number | boolean)[] | undefined;
}

/** One output rule: what makes which files from which items. */
export type PatternOutput = TemplateOutput | ModuleOutput | CommandOutput;

/** What all output rules have. */
interface OutputRule {
  /** A collection of the spec's adapter, or a JSON Pointer. */
  readonly forEach: string;
  /** EJS text of the path inside the output folder: of the file, or of the folder for what a command leaves. */
  readonly to: string;
  /** JavaScript expression; an item for which it is falsy gets no output. */
  readonly when?: string | undefined;
  /** Roles of what it makes, for rules; absent when it names none. */
  readonly kinds?: readonly string[] | undefined;
}

/** A template that gives one file. */
export interface TemplateOutput extends OutputRule {
  readonly kind: 'template';
  readonly template: string;
}

/** A function of a module, that gives a text or files. */
export interface ModuleOutput extends OutputRule {
  readonly kind: 'module';
  readonly module: string;
}

/** A program that leaves files. */
export interface CommandOutput extends OutputRule {
  readonly kind: 'command';
  /** Program and arguments, with placeholders in braces. */
  readonly run: readonly string[];
  /** Globs, relative to the project, of further files that it reads. */
  readonly inputs: readonly string[];
  /** Names of environment variables that it is granted. */
  readonly env: readonly string[];
  /** Names of further programs that it calls. */
  readonly programs: readonly string[];
  readonly timeoutMs: number;
}

/** A pattern that was read and found sound. */
export interface Pattern {
  readonly id: string;
  readonly description: string;
  /** Adapters whose specs it takes; empty for all. */
  readonly accepts: readonly AdapterId[];
  readonly options: Readonly<Record<string, PatternOption>>;
  /** Helper module inside the folder. */
  readonly helpers?: string | undefined;
  readonly outputs: readonly PatternOutput[];
  readonly folder: PatternFolder;
}
