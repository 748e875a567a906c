import type { Json } from './json';

/**
 * Everything that can be wrong with what people give us, as one closed union. The fields are facts;
 * `describe.ts` is the only place that turns them into sentences, so wording never hides in a room.
 */

/** A place in a file that a person can open. Lines and columns count from 1. */
export interface Place {
  /** Path as people know it: relative to the workspace, or absolute when it lies outside. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** JSON Pointer (RFC 6901) inside the file, when the format has one. */
  readonly pointer?: string;
}

/** What is wrong, with the values that show it. `code` is stable: scripts read it from `--json`. */
export type Failure =
  /** A file that something asked for is not there. */
  | { readonly code: 'missing-file'; readonly place: Place; readonly wanted: string; readonly nearest?: string }
  /** JSON or YAML that does not parse. */
  | { readonly code: 'syntax'; readonly place: Place; readonly language: 'json' | 'yaml'; readonly expected: string; readonly received: string }
  /** A key that the file's schema does not know. */
  | { readonly code: 'unknown-key'; readonly place: Place; readonly key: string; readonly known: readonly string[] }
  /** A value that the file's schema does not accept. */
  | { readonly code: 'invalid-value'; readonly place: Place; readonly what: string; readonly expected: string; readonly received: string }
  /** A name that should refer to something of a closed list and does not. */
  | { readonly code: 'unknown-name'; readonly place?: Place; readonly what: string; readonly name: string; readonly known: readonly string[] }
  /** A `$ref` whose target does not exist. */
  | { readonly code: 'dangling-ref'; readonly place: Place; readonly ref: string; readonly nearest?: string }
  /** `$ref`s that lead to each other and never to a value. */
  | { readonly code: 'ref-cycle'; readonly place: Place; readonly chain: readonly string[] }
  /** A template that EJS or the JavaScript parser rejects. */
  | { readonly code: 'template-syntax'; readonly place: Place; readonly reason: string }
  /** A template or one of its helpers threw while it rendered. */
  | { readonly code: 'template-failed'; readonly place: Place; readonly job: string; readonly reason: string }
  /** A helper module that cannot be loaded. */
  | { readonly code: 'helpers-failed'; readonly place: Place; readonly reason: string }
  /** A module of a pattern that uses `what`, where nobody sees what it reads. A warning. */
  | { readonly code: 'unseen-input'; readonly place: Place; readonly what: readonly string[] }
  /** A program that a pattern runs and that is not there. `looked` are the places. */
  | { readonly code: 'unknown-program'; readonly place: Place; readonly program: string; readonly looked: readonly string[] }
  /** A command that did not do its work. `output` is the end of what it said, `log` a file that has all of it. */
  | { readonly code: 'command-failed'; readonly place: Place; readonly job: string; readonly command: string; readonly reason: string; readonly output: string; readonly log?: string }
  /** A module that makes artifacts and cannot be loaded, or failed for a job. */
  | { readonly code: 'module-failed'; readonly place: Place; readonly job?: string; readonly reason: string }
  /** An output path outside the fence: hostile, unportable or pointing elsewhere. Without a job it is what lies on the disk. */
  | { readonly code: 'bad-path'; readonly place: Place; readonly path: string; readonly reason: string; readonly job?: string }
  /** Two jobs claim one path, or paths that one disk cannot hold side by side. */
  | { readonly code: 'claimed-twice'; readonly place: Place; readonly paths: readonly string[]; readonly jobs: readonly string[] }
  /** A file on disk that is not what Conductor last wrote there. `merge`: why a merge that was asked for was not possible. `folder`: it is a folder, which is never replaced. */
  | { readonly code: 'conflict'; readonly place: Place; readonly kind: 'edited' | 'foreign'; readonly diff: string; readonly folder?: boolean; readonly merge?: 'overlaps' | 'base-missing' | 'git-missing' | 'not-text' }
  /** An artifact that the manifest lists and the disk does not hold. */
  | { readonly code: 'missing-artifact'; readonly place: Place }
  /** A manifest whose bytes are not what was written. `repaired`: the run that found it has written it anew. */
  | { readonly code: 'damaged-manifest'; readonly place: Place; readonly repaired?: boolean }
  /** Entries of the store whose bytes were not what was written. They are removed already. */
  | { readonly code: 'damaged-entries'; readonly place: Place; readonly entries: number }
  /** `doctor` found something that keeps Conductor from its work. */
  | { readonly code: 'problems-found'; readonly place: Place; readonly problems: number }
  /** `--check` found that a run would change something. `what` changes: artifacts unless said otherwise. */
  | { readonly code: 'stale'; readonly place: Place; readonly changes: number; readonly repair: string; readonly what?: 'outputs' | 'sources' }
  /** An option of a tsconfig that is not done as it says. */
  | { readonly code: 'unsupported-option'; readonly place: Place; readonly option: string; readonly value: Json; readonly reason: string; readonly hint: string }
  /** Sources with errors, which were told one by one. `place` is the first of them. */
  | { readonly code: 'compile-failed' | 'typecheck-failed'; readonly place: Place; readonly errors: number; readonly files: number; readonly first: string }
  /** Files that rules reject; the findings were told one by one. `place` is the first of them. `written`: false when they were kept from being written. */
  | { readonly code: 'rejected'; readonly place: Place; readonly files: number; readonly errors: number; readonly first: string; readonly written: boolean }
  /** Files of which it cannot be told whether they are right, where that was asked for. */
  | { readonly code: 'uncertain'; readonly place: Place; readonly files: number }
  /** A text that could not be mended the same way on every machine: judging it broke off. */
  | { readonly code: 'fix-failed'; readonly place: Place; readonly reason: string }
  /** A compiler that could not be run, or that broke off without telling what is wrong with the sources. */
  | { readonly code: 'compiler-failed'; readonly place: Place; readonly compiler: string; readonly reason: string }
  /** A rule that does not do what its examples say, or that cannot be used at all. */
  | { readonly code: 'bad-rule'; readonly place: Place; readonly rule: string; readonly reason: string; readonly hint: string }
  /** The operating system refused. */
  | { readonly code: 'disk'; readonly place: Place; readonly operation: string; readonly errno: string }
  /** Formatting was asked for and cannot be done, or was refused by the formatter. */
  | { readonly code: 'format-failed'; readonly place: Place; readonly formatter: string; readonly reason: string; readonly hint: string }
  /** Another run holds the project. */
  | { readonly code: 'locked'; readonly place: Place; readonly holder: string }
  /** The command line is wrong. */
  | { readonly code: 'usage'; readonly expected: string; readonly received: string; readonly hint: string }
  /** The run was interrupted by a signal. */
  | { readonly code: 'interrupted'; readonly signal: string };

/** The stable code of a failure. */
export type FailureCode = Failure['code'];
