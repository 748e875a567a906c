import type { Severity } from './rule/rule';

/** A replacement of part of a text. Offsets count UTF-16 code units from 0, as JavaScript's strings do. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule says of a file. */
export interface Finding {
  /** Id of the rule; `parse` for a text that does not parse. */
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly message: string;
  readonly help: string;
  /** Lines and columns count from 1, columns in UTF-16 code units; the end is behind the last character. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The same range in UTF-16 code units from 0. */
  readonly start: number;
  readonly end: number;
  /** The edit that mends it; undefined when the rule has none. */
  readonly fix?: Edit;
  /** No local edit can mend it. */
  readonly structural: boolean;
}

/** Ids of findings that no rule file makes. */
export const BUILT_IN = { parse: 'parse', suppressionWithoutReason: 'suppression-without-reason', unusedSuppression: 'unused-suppression' } as const;
