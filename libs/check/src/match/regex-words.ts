/**
 * Words of which every match of a regular expression (Rust's syntax) holds one, in lower case; undefined when there is no
 * such list, or the expression says something that is not understood here. Only what must be there counts: nothing that
 * may be repeated no times, no classes, and of alternatives one word of each.
 */
export function wordsOfRegex(regex: string): readonly string[] | undefined {
  let at = 0;

  function alternatives(): readonly string[] | undefined {
    const ways: (readonly string[] | undefined)[] = [sequence()];
    while (regex[at] === '|') {
      at++;
      ways.push(sequence());
    }
    return ways.every((way) => way !== undefined) ? ways.flat() : undefined;
  }

  function sequence(): readonly string[] | undefined {
    let best: readonly string[] | undefined;
    let run = '';
    const keep = (words: readonly string[] | undefined): void => {
      if (words !== undefined && shortest(words) >= LEAST && (best === undefined || shortest(words) > shortest(best))) best = words;
    };
    while (at < regex.length && regex[at] !== '|' && regex[at] !== ')') {
      const piece = atom();
      const optional = quantifier();
      if (piece === undefined && !optional.there) continue;
      if (typeof piece === 'string' && !optional.there) {
        run += piece;
        continue;
      }
      // Once at least: the character still ends the run.
      if (typeof piece === 'string' && !optional.none) run += piece;
      keep([run]);
      run = '';
      if (Array.isArray(piece) && !optional.none) keep(piece as readonly string[]);
    }
    keep([run]);
    return best;
  }

  /** A literal character, the words of a group, an empty list for anything else that is there, undefined for what has no width. */
  function atom(): string | readonly string[] | undefined {
    const char = regex[at++] as string;
    if (char === '^' || char === '$') return undefined;
    if (char === '.') return NONE;
    if (char === '[') return classEnd();
    if (char === '(') return group();
    if (char !== '\\') return char.toLowerCase();
    const escaped = regex[at++];
    // Some of these have other meanings in Rust than a character: `\<`, `\b{start}`.
    if (escaped === undefined || escaped === '<' || escaped === '>' || (escaped === 'b' && regex[at] === '{')) throw new NotUnderstood();
    if (/[bBAz]/.test(escaped)) return undefined;
    if (/[dDwWsSnrtfv]/.test(escaped)) return NONE;
    if (/[A-Za-z0-9]/.test(escaped)) throw new NotUnderstood();
    return escaped;
  }

  function group(): readonly string[] | undefined {
    const head = /^\?(?:P?<\w+>|[a-zA-Z-]*:)/.exec(regex.slice(at));
    const flags = /^\?[a-zA-Z-]+\)/.exec(regex.slice(at));
    if (flags?.[0].includes('x') || head?.[0].match(/^\?[^<]*x/)) throw new NotUnderstood();
    if (flags) {
      at += flags[0].length;
      return undefined;
    }
    if (regex[at] === '?' && !head) throw new NotUnderstood();
    at += head?.[0].length ?? 0;
    const words = alternatives();
    if (regex[at++] !== ')') throw new NotUnderstood();
    return words ?? NONE;
  }

  function classEnd(): readonly string[] {
    if (regex[at] === '^') at++;
    if (regex[at] === ']') at++;
    for (; at < regex.length && regex[at] !== ']'; at++) {
      // Classes inside classes.
      if (regex[at] === '[') throw new NotUnderstood();
      if (regex[at] === '\\') at++;
    }
    at++;
    return NONE;
  }

  function quantifier(): { readonly there: boolean; readonly none: boolean } {
    const found = /^(?:[*+?]|\{(\d*),?\d*\})\??/.exec(regex.slice(at));
    if (!found) return { there: false, none: false };
    at += found[0].length;
    return { there: true, none: /^[*?]/.test(found[0]) || Number(found[1] ?? 1) === 0 };
  }

  try {
    const words = alternatives();
    return at === regex.length && words !== undefined && words.length <= MOST ? words : undefined;
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

/** Shorter words stand in nearly every text. */
const LEAST = 2;
const MOST = 60;

const NONE: readonly string[] = [];

/** A character outside of ASCII is as rare as a word. */
const shortest = (words: readonly string[]): number => (words.length === 0 ? 0 : Math.min(...words.map((word) => (/[^\0-\x7f]/.test(word) ? word.length + 1 : word.length))));

class NotUnderstood extends Error {}
