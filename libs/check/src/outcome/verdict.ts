import type { Finding } from '../finding';

/** What is known of a file: it may be used, it must not, or it cannot be told. */
export const OUTCOMES = ['approved', 'rejected', 'uncertain'] as const;

export type FileOutcome = (typeof OUTCOMES)[number];

/** Why a file is uncertain. */
export type Doubt =
  /** A language that is not parsed. */
  | { readonly code: 'unknown-language' }
  /** A language that has no parser on this platform. Depends on the machine: not kept. */
  | { readonly code: 'no-parser'; readonly language: string }
  /** An error of confidence under 0.8, or a requirement of such confidence that is not met. `at` is its place among the findings. */
  | { readonly code: 'low-confidence'; readonly rule: string; readonly at: number }
  /** It did not end in time. `rule` is undefined when the parser did not. A verdict with this one depends on the machine: it is not kept. */
  | { readonly code: 'time-limit'; readonly rule?: string; readonly limitMs: number }
  /** More characters than are judged. */
  | { readonly code: 'too-large'; readonly characters: number; readonly limit: number }
  /** Nothing but comments and space, or nothing at all: it keeps all rules and does nothing. */
  | { readonly code: 'no-code' }
  /** The rule broke off, or broke the process that judges; it is no fault of the file. Not kept either. */
  | { readonly code: 'rule-failed'; readonly rule?: string; readonly reason: string };

/** The judgement of one file. */
export interface Verdict {
  readonly outcome: FileOutcome;
  /** Why it is uncertain, or would be if it were not rejected. Empty for an approved file. */
  readonly doubts: readonly Doubt[];
  /** In order of place, then rule. */
  readonly findings: readonly Finding[];
  /** Findings that a comment in the file holds back: not counted, and told only when asked. */
  readonly suppressed: readonly Finding[];
}

/** False for a verdict that another run could find otherwise: nothing of it may be kept. */
export const isLasting = (verdict: Verdict): boolean => verdict.doubts.every(({ code }) => code !== 'time-limit' && code !== 'rule-failed' && code !== 'no-parser');
