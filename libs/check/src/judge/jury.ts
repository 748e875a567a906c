import type { Rule } from '../rule/rule';
import type { Verdict } from '../outcome/verdict';
import type { Fixed } from '../fix/fixed';
import type { Failure } from '@nx-conductor/core';

/** A file to judge: its text as it is or would be written. */
export interface Candidate {
  /** For messages only. */
  readonly path: string;
  readonly text: string;
  /** As {@link languageOf} tells; undefined for a language that is not parsed. */
  readonly language: string | undefined;
  /** Which of the sets of rules holds for it: an index. */
  readonly ruleSet: number;
}

/** Files and the rules for them. Many files share a set, so that it is sent and prepared once. */
export interface Case {
  /** Rules with the severity that holds for these files; see `chooseRules`. */
  readonly ruleSets: readonly (readonly Rule[])[];
  readonly files: readonly Candidate[];
}

/**
 * Judges files in other processes, which it starts when there is something to judge and can end at any instant: the code
 * that parses and matches cannot be interrupted otherwise. Answers are in the order of the questions. A jury that is kept
 * open stays warm.
 */
export interface Jury {
  judge(what: Case): Promise<readonly Verdict[]>;
  /** Mends what can be mended: at most three rounds of edits, judging after each. */
  fix(what: Case): Promise<readonly Fixed[]>;
  /** Runs the examples of rules. One list of failures (`bad-rule`) for each rule, empty for a sound one. */
  test(rules: readonly Rule[]): Promise<readonly (readonly Failure[])[]>;
  /** Ends all processes. Nothing keeps this process alive once nothing is being judged. */
  close(): void;
}
