import { folded, oneOf, type Need, type Needs } from './words';

/**
 * Words of which every match of a regular expression (Rust's syntax) holds some. Empty when there are none, or the expression
 * says something that is not understood here. Only what must be there counts: nothing that may be repeated no times, and no
 * classes.
 */
export function needsOfRegex(regex: string): Needs {
  let at = 0;

  function alternatives(): Needs {
    const ways = [sequence()];
    while (regex[at] === '|') {
      at++;
      ways.push(sequence());
    }
    return oneOf(ways);
  }

  function sequence(): Needs {
    const needs: (readonly Need[])[] = [];
    let run = '';
    const endRun = (): void => {
      const word = folded(run);
      if (!COMMON.test(word)) needs.push([word]);
      run = '';
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
      endRun();
      if (typeof piece === 'object' && !optional.none) needs.push(...piece);
    }
    endRun();
    return needs;
  }

  /** A literal character, what a group needs, nothing for anything else that is there, undefined for what has no width. */
  function atom(): string | Needs | undefined {
    const char = String.fromCodePoint(regex.codePointAt(at) as number);
    at += char.length;
    if (char === '^' || char === '$') return undefined;
    if (char === '.') return NONE;
    if (char === '[') return classEnd();
    if (char === '(') return group();
    if (char !== '\\') return char;
    const escaped = regex[at++];
    // Some of these have other meanings in Rust than a character: `\<`, `\b{start}`.
    if (escaped === undefined || escaped === '<' || escaped === '>' || (escaped === 'b' && regex[at] === '{')) throw new NotUnderstood();
    if (/[bBAz]/.test(escaped)) return undefined;
    if (/[dDwWsSfv]/.test(escaped)) return NONE;
    if (escaped === 'n' || escaped === 'r' || escaped === 't') return { n: '\n', r: '\r', t: '\t' }[escaped];
    if (/[A-Za-z0-9]/.test(escaped)) throw new NotUnderstood();
    return escaped;
  }

  function group(): Needs | undefined {
    const head = /^\?(?:P?<\w+>|[a-zA-Z-]*:)/.exec(regex.slice(at));
    const flags = /^\?[a-zA-Z-]+\)/.exec(regex.slice(at));
    if (flags?.[0].includes('x') || head?.[0].match(/^\?[^<]*x/)) throw new NotUnderstood();
    if (flags) {
      at += flags[0].length;
      return undefined;
    }
    if (regex[at] === '?' && !head) throw new NotUnderstood();
    at += head?.[0].length ?? 0;
    const needs = alternatives();
    if (regex[at++] !== ')') throw new NotUnderstood();
    return needs;
  }

  function classEnd(): Needs {
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
    const needs = alternatives();
    return at === regex.length ? needs : [];
  } catch (error) {
    if (error instanceof NotUnderstood) return [];
    throw error;
  }
}

/** Nothing, or a letter, a figure or a space: they stand in nearly every text. */
const COMMON = /^[\w\s]?$/;

const NONE: Needs = [];

class NotUnderstood extends Error {}
