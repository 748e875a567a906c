import type { Failure, Place } from './failure';
import { isObject, type Json, type JsonObject } from './json';
import { done, failed, type Outcome } from './outcome';

/**
 * Parses strict JSON (RFC 8259). The fast parser of the engine does the work; only when it refuses is the text
 * read again by jsonc-parser, to say where and what was expected.
 */
export function parseJsonFile(text: string, file: string): Outcome<Json> {
  const bare = withoutMark(text);
  try {
    return done(JSON.parse(bare) as Json);
  } catch (error) {
    return failed(isTooDeep(error) ? tooDeep(file) : jsonSyntaxFailure(bare, file));
  }
}

/** The object in a JSON text that somebody else checks; undefined when there is none. A byte order mark is passed by, as everywhere. */
export function jsonObjectIn(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(withoutMark(text)) as Json;
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Parses JSON with comments and commas before closing brackets, as a tsconfig has them. */
export function parseJsonc(text: string, file: string): Outcome<Json> {
  const bare = withoutMark(text);
  try {
    // Most have neither, and then no library is needed.
    return done(JSON.parse(bare) as Json);
  } catch (error) {
    if (isTooDeep(error)) return failed(tooDeep(file));
    const jsonc = require('jsonc-parser') as typeof import('jsonc-parser');
    const errors: { error: number; offset: number; length: number }[] = [];
    const value = jsonc.parse(bare, errors, COMMENTED) as Json;
    return errors.length === 0 ? done(value) : failed(jsonSyntaxFailure(bare, file, COMMENTED));
  }
}

/** A text without the byte order mark that some editors begin a file with. */
export const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const STRICT = { disallowComments: true, allowTrailingComma: false };
const COMMENTED = { disallowComments: false, allowTrailingComma: true };

/** By name, not by class: an error of another realm (a test runner's) is of another class. */
const isTooDeep = (error: unknown) => typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError';

const tooDeep = (file: string): Failure => ({ code: 'syntax', place: { file }, language: 'json', expected: 'JSON of a sane depth', received: 'values nested too deeply to read' });

/** The first thing that is wrong with a text that is not JSON. */
function jsonSyntaxFailure(text: string, file: string, dialect = STRICT): Failure {
  const jsonc = require('jsonc-parser') as typeof import('jsonc-parser');
  const errors: { error: number; offset: number; length: number }[] = [];
  try {
    jsonc.parse(text, errors, dialect);
  } catch (error) {
    // jsonc-parser descends by recursion, where the engine's own parser does not.
    if (isTooDeep(error)) return tooDeep(file);
    throw error;
  }
  const first = errors[0];
  const offset = first?.offset ?? 0;
  const expected = first ? (EXPECTED[jsonc.printParseErrorCode(first.error)] ?? 'JSON') : 'JSON (RFC 8259)';
  const received = offset >= text.trimEnd().length ? 'the end of the file' : JSON.stringify(text.slice(offset, offset + Math.max(1, Math.min(first?.length ?? 1, 40))));
  return { code: 'syntax', place: { file, ...positionAt(text, offset) }, language: 'json', expected, received };
}

/** What jsonc-parser would have liked to see, by the name of its error. */
const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: 'true, false, null, a number or a quoted string',
  InvalidNumberFormat: 'a number as JSON writes it',
  PropertyNameExpected: 'a property name in double quotes',
  ValueExpected: 'a value',
  ColonExpected: '":"',
  CommaExpected: '","',
  CloseBraceExpected: '"}"',
  CloseBracketExpected: '"]"',
  EndOfFileExpected: 'the end of the file',
  InvalidCommentToken: 'JSON without comments',
  UnexpectedEndOfComment: 'JSON without comments',
  UnexpectedEndOfString: 'the closing quote of the string',
  UnexpectedEndOfNumber: 'the rest of the number',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'an escape that JSON knows',
  InvalidCharacter: 'a character that a JSON string may hold',
};

/** Line and column, both from 1, of an offset in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/**
 * Where the value at a path of keys stands in a JSON text; the innermost value that exists when the path leads
 * further. With `key`, the place of that property's name. Reads the text again, so only for messages.
 */
export function placeInJson(text: string, file: string, path: readonly PropertyKey[], key?: string): Place {
  const jsonc = require('jsonc-parser') as typeof import('jsonc-parser');
  const root = jsonc.parseTree(text);
  if (!root) return { file };
  let node = root;
  for (const segment of path) {
    const next = jsonc.findNodeAtLocation(node, [typeof segment === 'number' ? segment : String(segment)]);
    if (!next) break;
    node = next;
  }
  const property = key === undefined ? undefined : node.children?.find((child) => child.children?.[0]?.value === key);
  return { file, ...positionAt(text, (property ?? node).offset) };
}
