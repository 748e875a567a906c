import type { Json } from '@nx-conductor/core';
import type { Language } from '../language';
import type { Matcher } from '../rule/rule';
import { isOfKinds, wordsOfKind } from './kind-words';
import { wordsOfRegex } from './regex-words';

/**
 * Words without which a text holds no match: of each list, it must contain one. Looking for words costs a hundredth of
 * what a matcher costs, and most rules are about things that most files do not have. Said only of what is certain: words
 * of patterns stand in the code as they are, a statement has its keyword, and of a regular expression those words count
 * that each match of it holds. In lower case, and looked for in {@link folded} texts.
 */
export type Needs = readonly (readonly string[])[];

/** What a matcher needs, in texts of a language or of any. Empty: anything may match. */
export function needsOf(matcher: Matcher, utils: Readonly<Record<string, Matcher>> = {}, language?: Language, depth = 0): Needs {
  // Utilities may refer to each other.
  if (depth > 20) return [];
  const inner = (value: Json | undefined): Needs => (typeof value === 'object' && value !== null && !Array.isArray(value) ? needsOf(value as Matcher, utils, language, depth + 1) : []);
  const needs: (readonly string[])[] = [];
  for (const [key, value] of Object.entries(matcher)) {
    if (key === 'pattern' && typeof value === 'string') needs.push(...wordsOfPattern(value).map((word) => [word]));
    else if (key === 'regex' && typeof value === 'string') needs.push(...listed(wordsOfRegex(value)));
    else if (key === 'kind' && typeof value === 'string') needs.push(...listed(wordsOfKind(value, language)));
    else if (key === 'inside' || key === 'has' || key === 'precedes' || key === 'follows') needs.push(...inner(value));
    else if (key === 'all') needs.push(...(value as readonly Json[]).flatMap(inner));
    else if (key === 'any') needs.push(...oneOf((value as readonly Json[]).map(inner)));
    else if (key === 'matches' && typeof value === 'string' && Object.hasOwn(utils, value)) needs.push(...inner(utils[value]));
  }
  return needs;
}

const listed = (words: readonly string[] | undefined): Needs => (words === undefined ? [] : [words]);

/** A text in lower case, as regular expressions that pass over case see it: the long s is an s to them. */
export const folded = (text: string): string => text.toLowerCase().replaceAll('\u017f', 's');

/** Whether a text that is {@link folded} has what is needed. */
export const has = (text: string, needs: Needs): boolean => needs.every((words) => words.some((word) => text.includes(word)));

/** Of several ways to match, each must need something for all of them to need something: one list with a word of each. */
function oneOf(ways: readonly Needs[]): Needs {
  const words: string[] = [];
  for (const way of ways) {
    const rarest = rarestOf(way);
    if (rarest === undefined) return [];
    words.push(...rarest);
  }
  return words.length > 0 ? [words] : [];
}

/** The list whose words the fewest texts have: one without keywords and marks, then the one whose shortest word is the longest. */
function rarestOf(way: Needs): readonly string[] | undefined {
  let rarest: readonly string[] | undefined;
  let rarity = -1;
  for (const words of way) {
    const own = words.some(isOfKinds) ? 0 : Math.min(...words.map(({ length }) => length));
    if (own > rarity) [rarest, rarity] = [words, own];
  }
  return rarest;
}

/** Words of a pattern outside metavariables, quotes and comments: what stands in those is not always spelled alike. */
function wordsOfPattern(pattern: string): string[] {
  if (/\/[/*]|#|--|\\/.test(pattern)) return [];
  const bare = pattern.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, ' ').replace(/\$+[A-Z_][A-Z0-9_]*|\$\$\$/g, ' ');
  // A quote that is left over begins something that goes on.
  if (/['"`]/.test(bare)) return [];
  return (bare.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []).filter((word) => word.length > 1).map((word) => word.toLowerCase());
}
