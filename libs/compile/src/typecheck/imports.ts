import { nodeCrypto } from '@nx-conductor/core';

/** A text between two quotes, wherever it stands, and where. Every module specifier is one of these. */
export interface Literal {
  /** UTF-16 offset of the opening quote. */
  readonly offset: number;
  readonly text: string;
}

/**
 * Everything between neighbouring quotes on one line: more than the string literals, never less. That is enough where
 * each is then looked up as the name of a module, and needs no parser that agrees with TypeScript on where strings begin.
 */
export function literalsOf(text: string): Literal[] {
  const found: Literal[] = [];
  for (const match of text.matchAll(/(?<=["'`])[^"'`\r\n]+(?=["'`])/g)) found.push({ offset: match.index - 1, text: match[0] });
  return found;
}

/**
 * The literals that what stands before them can make a module specifier, each once: `from`, `import`, `require`,
 * `module`. None of a text that is not known.
 */
export function specifiersIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  const found = literalsOf(text).filter(({ offset }) => BEFORE.test(text.slice(Math.max(0, offset - 200), offset)));
  return [...new Set(found.map((each) => each.text))];
}

/** Words before a specifier, possibly with comments, line breaks and a bracket between. */
const BEFORE = /(?:\bfrom|\bimport|\brequire|\bmodule)\s*(?:\/\*[^]*\*\/\s*|\/\/[^\n]*\n\s*)*(?:\(\s*(?:\/\*[^]*\*\/\s*|\/\/[^\n]*\n\s*)*)?$/;

/**
 * What a source imports, as sorted numbers: as long as they are the same, it imports what it did. 48 bits of a digest,
 * and one that tells whether it is a name of a package rather than a path. Nothing for a text that is not known.
 */
export function importKeys(text: string | undefined, specifiers: readonly string[]): number[] {
  const pragmas = text?.match(/@jsx\w*\s+\S+/g) ?? [];
  const keys = new Set([...pragmas, ...specifiers].map(keyOf));
  return [...keys].sort((a, b) => a - b);
}

const keyOf = (specifier: string): number => nodeCrypto().createHash('sha256').update(specifier).digest().readUIntBE(0, 6) * 2 + (specifier.startsWith('.') ? 0 : 1);

/** Whether a key is of a name of a package. */
export const isBare = (key: number): boolean => key % 2 === 1;
