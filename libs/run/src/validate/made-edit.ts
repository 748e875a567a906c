import type { Fixed } from '@nx-conductor/check';

/** An edit of a rule, with what stood there and what stands there now. */
export interface MadeEdit {
  readonly rule: string;
  /** Place of what the rule found, in the text of the round in which it was mended; from 1. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

/** The same, with its file as people know it. */
export interface FileEdit extends MadeEdit {
  readonly file: string;
}

/** What was changed, in the order in which it was. */
export const editsOf = (applied: Fixed['applied']): MadeEdit[] => applied.map(({ rule, line, column, before, fix }) => ({ rule, line, column, before, after: fix.text }));
