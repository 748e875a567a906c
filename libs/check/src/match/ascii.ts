/** Whether a text has ASCII characters only. */
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** A matcher, for such texts: see {@link regexInAscii}. */
export function matcherInAscii(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(matcherInAscii);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'regex' && typeof each === 'string' ? regexInAscii(each) : matcherInAscii(each)]));
}

/**
 * A regular expression (Rust's syntax) that matches in ASCII texts what another does, without Unicode's classes. What is not
 * understood here stays as it is, and so does what repeats so often that it could be too large with Unicode's classes only.
 */
export function regexInAscii(regex: string): string {
  if (regex.startsWith('(?-u)')) return regex;
  const plain = regex.replace(/\(\?-u:(\\[bdsw])\)/g, '$1');
  if (!isAscii(regex) || UNCLEAR.test(plain) || repeats(regex) > MOST_REPEATS) return regex;
  const [head = '', flags = ''] = /^\(\?([ims]+)\)/.exec(plain) ?? [];
  const rest = plain.slice(head.length);
  // Flags for a part: which of them hold where is not looked into.
  const isMixed = /\(\?[a-zA-Z-]+[:)]/.test(rest);
  let isClear = true;
  const said = rest.replace(PIECES, (piece) => {
    if (piece[0] !== '[' || !UNCLEAR_CLASS.test(piece)) return piece === '\\B' ? '(?u:\\B)' : NEGATIVE.test(piece) ? `${(isMixed ? undefined : charactersOf(piece, flags)) ?? `(?u:${piece})`}` : piece;
    isClear = false;
    return piece;
  });
  return isClear ? `(?-u)${head}${said}` : regex;
}

/** What matches any characters but some. Without Unicode those would be bytes, of which an expression for texts must not match any. */
const NEGATIVE = /^(?:\.|\\[DSW]|\[\^[^]*|\[[^]*\\[DSW][^]*)$/;

/** A class of the ASCII characters that a piece matches; undefined when it is one that JavaScript reads otherwise. */
function charactersOf(piece: string, flags: string): string | undefined {
  if (/\\[bBAz]/.test(piece)) return undefined;
  let matcher: RegExp;
  try {
    // A bracket that comes first is one of the characters in Rust.
    matcher = new RegExp(piece.replace(/^(\[\^?)\]/, '$1\\]'), flags.replaceAll('m', ''));
  } catch {
    return undefined;
  }
  const hex = (code: number): string => `\\x${code.toString(16).padStart(2, '0')}`;
  let ranges = '';
  for (let code = 0; code < 128; code++) {
    // To JavaScript a carriage return ends a line.
    const isIn = (at: number): boolean => at < 128 && ((piece === '.' && at === 13) || matcher.test(String.fromCharCode(at)));
    if (!isIn(code)) continue;
    const start = code;
    while (isIn(code + 1)) code++;
    ranges += `${hex(start)}-${hex(code)}`;
  }
  return ranges === '' ? undefined : `[${ranges}]`;
}

/** Escapes, classes, any character. */
const PIECES = /\\[^]|\[\^?\]?(?:[^\]\\]|\\[^])*\]|\./g;

/** Flags that change what is written how, escapes for characters by their numbers and what else Rust knows. */
const UNCLEAR = /\(\?[a-zA-Z-]*[uxUR]|\\[^bBAzdDwWsSnrtfv.*+?^$|()[\]{}\\/"'`#&~@!%:;,=_ -]|\\b\{/;

/** Classes in classes, or reckoned with; what JavaScript takes for a range. */
const UNCLEAR_CLASS = /^\[\^?\]?(?:[^\][\\]|\\[^])*\[|&&|--|~~|\\[dDwWsS]-[^\]]/;

/** How often something is repeated, all counts together. */
const repeats = (regex: string): number => [...regex.matchAll(/\{(\d*),?(\d*)\}/g)].reduce((product, [, least, most]) => product * Math.max(1, Number(least), Number(most)), 1);

const MOST_REPEATS = 100;
