import { byCodeUnit, isObject } from '@nx-conductor/core';

/** How {@link comment} lays out a comment. */
export interface CommentOptions {
  /** Text before every line but the first: the template writes that one. Default none. */
  readonly indent?: string;
}

/**
 * A JSDoc block of any text: on one line when the text is one line, else a line for each. What would end the comment
 * early is broken up, control characters are dropped. Empty text gives an empty text.
 * @example comment('First line\nSecond line', { indent: '  ' })
 */
export function comment(text: string, options: CommentOptions = {}): string {
  if (PLAIN.test(text) && !text.includes('*/')) return `/** ${text.trimEnd()} */`;
  const lines = commentLines(text);
  if (lines.length === 0) return '';
  if (lines.length === 1) return `/** ${lines[0]} */`;
  const margin = options.indent ?? '';
  return ['/**', ...lines.map((line) => `${margin} *${line === '' ? '' : ` ${line}`}`), `${margin} */`].join('\n');
}

/** One line of printable text, not blank. */
const PLAIN = /^[!-~][ -~\u00a0-\u2027\u202a-\ufefe]*$/;
/** Printable text in lines. */
const CLEAN = /^[\t\n -~\u00a0-\u2027\u202a-\ufefe]*$/;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/;
const CONTROL = /(?!\t)\p{Cc}/gu;

/** The text's lines as they may stand in a comment, without blank lines at either end. */
export function commentLines(text: string): readonly string[] {
  if (PLAIN.test(text) && !text.includes('*/')) return [text.trimEnd()];
  const lines = CLEAN.test(text) && !text.includes('*/')
    ? text.split('\n').map((line) => line.trimEnd())
    : text.split(LINE_BREAK).map((line) => line.replace(CONTROL, '').replaceAll('*/', '*\\/').trimEnd());
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start] === '') start++;
  while (end > start && lines[end - 1] === '') end--;
  return lines.slice(start, end);
}

/**
 * Indents every line of a text that is not blank.
 * @param by number of spaces, or the text to put before each line
 * @param options `first: false` leaves the first line, for text that follows something on its line
 */
export function indent(text: string, by: number | string = 2, options: { readonly first?: boolean } = {}): string {
  const margin = typeof by === 'number' ? ' '.repeat(by) : by;
  return text
    .split('\n')
    .map((line, index) => (line === '' || (index === 0 && options.first === false) ? line : margin + line))
    .join('\n');
}

/**
 * A value as JSON text, the same for the same value whatever order its keys came in: keys sorted by code unit.
 * What JSON cannot say (undefined, functions) is left out of objects and `null` elsewhere.
 * @param spaces indentation; 0 for one line
 */
export function json(value: unknown, spaces = 2): string {
  return JSON.stringify(sorted(value), null, spaces) ?? 'null';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  // No prototype, so that a key named `__proto__` is a key.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value).sort(byCodeUnit)) copy[key] = sorted(value[key]);
  return copy;
}
