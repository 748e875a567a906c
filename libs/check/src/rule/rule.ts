import type { Digest, Json, Place } from '@nx-conductor/core';

/** How grave a finding is. Only an `error` decides about a file. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** From this on a finding is confident: one of severity `error` rejects the file; below, the file is uncertain. */
export const CONFIDENT = 0.8;

/** A matcher, as ast-grep writes it in YAML. Its grammar is ast-grep's, and checked by it (`testRule`). */
export type Matcher = Readonly<Record<string, Json>>;

/** Parts of a file that a text rule looks at. */
export const TEXT_PARTS = ['code', 'comments', 'strings'] as const;

export type TextPart = (typeof TEXT_PARTS)[number];

/** What a rule looks for. */
export type Look =
  /** Every match is a finding. */
  | { readonly kind: 'match'; readonly rule: Matcher }
  /**
   * A requirement: a file without a match of `rule` has a finding. With `when`, only a file in which that matches; with
   * `each`, every match of that which the match of `rule` does not hold for is a finding of its own.
   */
  | { readonly kind: 'require'; readonly rule: Matcher; readonly when?: Matcher; readonly each?: Matcher }
  /** Every match of a regular expression (Rust's syntax, linear time) in the named parts is a finding. */
  | { readonly kind: 'text'; readonly regex: string; readonly in: readonly TextPart[]; readonly require: boolean };

/** How a match is mended. */
export interface FixTemplate {
  /** Text with `$META` and `$$$META` of the match. */
  readonly template: string;
  /** Matchers for a sibling behind or before the match that is replaced too, with what lies between (as in ast-grep). `stopBy: end` looks further than the next one. */
  readonly expandEnd?: Matcher;
  readonly expandStart?: Matcher;
}

/** A text that breaks a rule, and what its fix makes of it. */
export interface InvalidExample {
  readonly code: string;
  readonly fixed?: string;
}

/** A rule of the catalogue: plain data, so that it can be sent to another process. */
export interface Rule {
  readonly id: string;
  readonly version: number;
  /** Languages and roles of a file: it is for files in one of the languages, which have one of the roles if any are named. Without a language (text rules only): for any. */
  readonly kinds: readonly string[];
  readonly severity: Severity;
  /** 0 to 1: how sure a match is, or the lack of one. */
  readonly confidence: number;
  /** May name `$META` of the match. */
  readonly message: string;
  readonly help: string;
  readonly look: Look;
  readonly constraints?: Readonly<Record<string, Matcher>>;
  readonly utils?: Readonly<Record<string, Matcher>>;
  readonly fix?: FixTemplate;
  /** No local edit can mend what it finds: the file must be generated anew. */
  readonly structural: boolean;
  /** Globs of paths, relative to the project. All when empty. */
  readonly files: readonly string[];
  readonly ignores: readonly string[];
  /** Language of the examples: the first of `kinds`; `text` for a text rule that names none. */
  readonly language: string;
  readonly valid: readonly string[];
  readonly invalid: readonly InvalidExample[];
  /** The pack that it comes from; undefined for the workspace's own. */
  readonly pack?: string;
  readonly place: Place;
  /** Of everything above but place and pack. */
  readonly digest: Digest;
}
