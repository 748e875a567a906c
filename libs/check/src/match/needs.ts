import type { Json } from '@nx-conductor/core';
import type { Language } from '../language';
import type { Matcher } from '../rule/rule';
import { wordsOfKind } from './kind-words';
import { needsOfRegex } from './regex-words';
import { folded, oneOf, type Need, type Needs } from './words';

/**
 * What a matcher needs, in texts of a language or of any. Empty: anything may match. Said only of what is certain: words of
 * patterns stand in the code as they are, a statement has its keyword, and of a regular expression those words count that
 * each match of it holds.
 */
export function needsOf(matcher: Matcher, utils: Readonly<Record<string, Matcher>> = {}, language?: Language, depth = 0): Needs {
  // Utilities may refer to each other.
  if (depth > 20) return [];
  const inner = (value: Json | undefined): Needs => (typeof value === 'object' && value !== null && !Array.isArray(value) ? needsOf(value as Matcher, utils, language, depth + 1) : []);
  const needs: (readonly Need[])[] = [];
  for (const [key, value] of Object.entries(matcher)) {
    if (key === 'pattern' && typeof value === 'string') needs.push(...wordsOfPattern(value).map((word) => [word]));
    else if (key === 'regex' && typeof value === 'string') needs.push(...needsOfRegex(value));
    else if (key === 'kind' && typeof value === 'string') needs.push(...listed(wordsOfKind(value, language)));
    else if (key === 'inside' || key === 'has' || key === 'precedes' || key === 'follows') needs.push(...inner(value));
    else if (key === 'all') needs.push(...(value as readonly Json[]).flatMap(inner));
    else if (key === 'any') needs.push(...oneOf((value as readonly Json[]).map(inner)));
    else if (key === 'matches' && typeof value === 'string' && Object.hasOwn(utils, value)) needs.push(...inner(utils[value]));
  }
  return needs;
}

const listed = (words: readonly string[] | undefined): Needs => (words === undefined ? [] : [words]);

/** Words of a pattern outside metavariables, quotes and comments: what stands in those is not always spelled alike. */
function wordsOfPattern(pattern: string): string[] {
  if (/\/[/*]|#|--|\\/.test(pattern)) return [];
  const bare = pattern.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, ' ').replace(/\$+[A-Z_][A-Z0-9_]*|\$\$\$/g, ' ');
  // A quote that is left over begins something that goes on.
  if (/['"`]/.test(bare)) return [];
  return (bare.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []).filter((word) => word.length > 1).map(folded);
}
