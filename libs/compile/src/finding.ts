/** Something that is wrong in a source, or that cannot be done as the configuration asks. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Stable, for scripts: TypeScript's own code (`TS9010`) where there is one, else a word such as `syntax`. */
  readonly code: string;
  readonly message: string;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column?: number;
  /** UTF-16 code units that the finding spans on its line. */
  readonly length?: number;
  /** The text of the line, without its end. */
  readonly sourceLine?: string;
  /** What to do about it. */
  readonly hint?: string;
}
