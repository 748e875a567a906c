import type { Edit, Finding } from '../finding';
import type { Verdict } from '../outcome/verdict';

/** A finding whose edit was made. */
export interface Applied extends Finding {
  readonly fix: Edit;
  /** What stood where the edit is. */
  readonly before: string;
}

/** What came of mending a file. */
export interface Fixed {
  /** The text after the last round that stands; the text as it was when nothing could be mended. */
  readonly text: string;
  /** Findings whose edits are in the text, by round, with the places that they had when they were made. */
  readonly applied: readonly Applied[];
  /** Findings whose edits overlapped with others of the same round and were still there at the end. */
  readonly overlapping: readonly Finding[];
  /** Rounds that were made; those that were undone count too. */
  readonly rounds: number;
  /** A round gave a text that does not parse: its edits are undone. */
  readonly undone: boolean;
  /** What is left is no matter of local edits: the file must be generated anew. */
  readonly regenerate: boolean;
  /** Of the text. */
  readonly verdict: Verdict;
}
