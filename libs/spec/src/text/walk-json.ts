import type { JSONScanner } from 'jsonc-parser';
import type { StructureVisitor } from '@nx-conductor/core';
import { shownText } from './shown-text';

/** The first thing in a text that its grammar forbids. */
export interface SyntaxProblem {
  readonly offset: number;
  readonly expected: string;
  readonly received: string;
}

// Token kinds and scan errors of jsonc-parser, whose const enums cannot be imported from isolated modules.
const TOKEN = { OpenBrace: 1, CloseBrace: 2, OpenBracket: 3, CloseBracket: 4, Comma: 5, Colon: 6, Null: 7, True: 8, False: 9, String: 10, Number: 11, LineComment: 12, BlockComment: 13, LineBreak: 14, Trivia: 15, End: 17 };
const SCAN_ERROR: Readonly<Record<number, string>> = {
  1: 'a comment that ends',
  2: 'a string that ends on its line',
  3: 'a number with all of its digits',
  4: 'four hexadecimal digits after \\u',
  5: 'one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
  6: 'no control character in a string (write it as an escape)',
};

/**
 * Walks JSON (RFC 8259, no comments, no trailing commas) without building values and without recursion, so that
 * neither size nor depth matters. Returns the first syntax problem, or undefined when the text is JSON.
 */
export function walkJson(text: string, visitor?: StructureVisitor): SyntaxProblem | undefined {
  // Loaded here: only messages need positions, and a run without mistakes has none.
  const { createScanner } = require('jsonc-parser') as typeof import('jsonc-parser');
  const scanner = createScanner(text, false);
  const open: ('object' | 'array')[] = [];
  let state: 'value' | 'first' | 'first-key' | 'key' | 'colon' | 'after' = 'value';
  for (;;) {
    const token = nextToken(scanner);
    const offset = scanner.getTokenOffset();
    const problem = (expected: string): SyntaxProblem => ({ offset, expected, received: received(text, scanner) });
    const scanError = SCAN_ERROR[scanner.getTokenError()];
    if (scanError !== undefined) return problem(scanError);
    const inside = open.at(-1);
    if (state === 'colon') {
      if (token !== TOKEN.Colon) return problem('`:` after the key');
      state = 'value';
    } else if (state === 'after') {
      if (inside === undefined) return token === TOKEN.End ? undefined : problem('nothing after the value');
      if (token === TOKEN.Comma) state = inside === 'object' ? 'key' : 'value';
      else if (token === closer(inside)) close();
      else return problem(inside === 'object' ? '`,` or `}`' : '`,` or `]`');
    } else if (state === 'key' || state === 'first-key') {
      if (token === TOKEN.String) {
        visitor?.key(scanner.getTokenValue(), offset);
        state = 'colon';
      } else if (token === TOKEN.CloseBrace && state === 'first-key') close();
      else return problem(state === 'key' ? 'a key in double quotes (no comma may follow the last one)' : 'a key in double quotes or `}`');
    } else if (token === TOKEN.CloseBracket && state === 'first') close();
    else if (token === TOKEN.OpenBrace || token === TOKEN.OpenBracket) {
      open.push(token === TOKEN.OpenBrace ? 'object' : 'array');
      visitor?.open(token === TOKEN.OpenBrace ? 'object' : 'array', offset);
      state = token === TOKEN.OpenBrace ? 'first-key' : 'first';
    } else if (token >= TOKEN.Null && token <= TOKEN.Number) {
      visitor?.scalar(offset);
      state = 'after';
    } else if (token === TOKEN.CloseBracket && inside === 'array') return problem('a value (no comma may follow the last one)');
    else return problem(state === 'first' ? 'a value or `]`' : 'a value');
  }

  function close(): void {
    open.pop();
    visitor?.close();
    state = 'after';
  }
}

const closer = (inside: 'object' | 'array'): number => (inside === 'object' ? TOKEN.CloseBrace : TOKEN.CloseBracket);

function nextToken(scanner: JSONScanner): number {
  let token: number = scanner.scan();
  while (token === TOKEN.LineBreak || token === TOKEN.Trivia) token = scanner.scan();
  return token;
}

function received(text: string, scanner: JSONScanner): string {
  const token: number = scanner.getToken();
  if (token === TOKEN.End) return 'the end of the file';
  if (token === TOKEN.LineComment || token === TOKEN.BlockComment) return 'a comment';
  return shownText(text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + Math.max(1, scanner.getTokenLength())));
}
