import type { Language } from '../language';

/** Names that the grammar of a language has for what every language has. */
export interface Grammar {
  /** The kind of the root of a tree; one of which nothing is understood is an `ERROR`. */
  readonly root: string;
  readonly comments: readonly string[];
  /** Literals of text, or the part of them that is text. */
  readonly strings: readonly string[];
  /** Literals of text with all that is in them, where {@link strings} names a part. */
  readonly longStrings: readonly string[];
  /** Kinds that only a text which is not of the language has, although its parser accepts it, with what is wrong. */
  readonly foreign: Readonly<Record<string, string>>;
  /** At the top of a file, these do nothing. */
  readonly inert: readonly string[];
  /**
   * How sure an error of the parser is. The grammar of SQL knows less than any of its dialects: what it does not know can
   * be right.
   */
  readonly confidence: number;
}

const script: Grammar = { root: 'program', comments: ['comment', 'html_comment'], strings: ['string', 'string_fragment', 'jsx_text'], longStrings: ['template_string'], foreign: {}, inert: ['empty_statement', 'hash_bang_line'], confidence: 0.95 };

export const GRAMMARS: Readonly<Record<Language, Grammar>> = {
  typescript: { ...script, strings: ['string', 'string_fragment'] },
  tsx: script,
  javascript: script,
  html: { root: 'document', comments: ['comment'], strings: ['quoted_attribute_value', 'text'], longStrings: [], foreign: { erroneous_end_tag: 'this end tag has no start tag' }, inert: ['doctype', 'text', 'entity'], confidence: 0.95 },
  css: { root: 'stylesheet', comments: ['comment', 'js_comment'], strings: ['string_value'], longStrings: [], foreign: { js_comment: 'CSS has no comments of this kind' }, inert: ['charset_statement'], confidence: 0.95 },
  json: { root: 'document', comments: ['comment'], strings: ['string'], longStrings: [], foreign: {}, inert: [], confidence: 0.95 },
  python: { root: 'module', comments: ['comment'], strings: ['string'], longStrings: [], foreign: { print_statement: '`print` is a function in Python 3', exec_statement: '`exec` is a function in Python 3' }, inert: ['pass_statement'], confidence: 0.95 },
  sql: { root: 'program', comments: ['comment', 'marginalia'], strings: ['literal'], longStrings: [], foreign: {}, inert: [';'], confidence: 0.7 },
};
