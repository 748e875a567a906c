import { nodeCrypto } from '@nx-conductor/core';

/**
 * What a read saw, as a text that is equal exactly when what is seen is. A string stands for itself, which costs nothing
 * at the time of the read; everything else begins with a control character that tells its kind:
 *
 *     \u0000{}  \u0000[]  \u0000true  \u0000-1.5  \u0000null  \u0000      object, array, scalars, nothing there
 *     \u00012\u0001a\u0001b  \u0001[2\u00010\u00011                          two keys, a and b, in this order; those of an array
 *     \u0002…                                                             a string that itself begins with one of these
 *     \u0003<digest> <beginning>                                          a long text, only once it is stored
 */
export type Seen = string;

/** What a look at a value sees. What is inside an object or array is seen by further reads. */
export function seenValue(value: unknown): Seen {
  if (typeof value === 'string') return value.charCodeAt(0) < 4 ? `\u0002${value}` : value;
  if (value === undefined) return '\u0000';
  // Spelled out: a text that is put together has to be hashed anew each time.
  if (value === true) return '\u0000true';
  if (value === false) return '\u0000false';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '\u0000[]' : '\u0000{}';
  return Object.is(value, -0) ? '\u0000-0' : `\u0000${String(value)}`;
}

/** What a look at all keys sees. How many tells no key from an empty one; of a root it is seen here only whether it is an array. */
export function seenKeys(keys: readonly string[], ofArray: boolean): Seen {
  return `\u0001${ofArray ? '[' : ''}${keys.length}\u0001${keys.join('\u0001')}`;
}

/** What a look at whether a key is there sees. */
export function seenMember(has: boolean): Seen {
  return has ? '\u0000there' : '\u0000';
}

/** Texts up to this length are stored as they are; of longer ones a digest and the beginning. */
const MAX_STORED = 160;
const BEGINNING = 60;

/** True for a text that is stored as it is. */
export function isStoredWhole(seen: Seen): boolean {
  return seen.length <= MAX_STORED || seen.charCodeAt(0) === 3;
}

/** The form in which it is stored. */
export function storedForm(seen: Seen): Seen {
  return isStoredWhole(seen) ? seen : `\u0003${digest(seen)} ${seen.slice(0, BEGINNING)}`;
}

/** True when a stored form is that of what is seen now. */
export function sameSeen(stored: Seen, now: Seen): boolean {
  if (stored === now) return true;
  return stored.charCodeAt(0) === 3 && now.length > MAX_STORED && stored.startsWith(digest(now), 1);
}

/** For people: a plain word needs no quotes, nothing is called nothing. */
export function shownSeen(seen: Seen): string {
  switch (seen.charCodeAt(0)) {
    case 0:
      return seen === '\u0000' ? 'nothing' : seen.slice(1);
    case 1:
      return seen.startsWith('\u00010') || seen.startsWith('\u0001[0') ? 'no keys' : `keys ${shortened(seen.slice(seen.indexOf('\u0001', 1) + 1).replaceAll('\u0001', ', '))}`;
    case 3:
      return `${shownSeen(seen.slice(seen.indexOf(' ') + 1))}…`;
    default: {
      const text = seen.charCodeAt(0) === 2 ? seen.slice(1) : seen;
      return /^[A-Za-z][\w-]*$/.test(text) ? text : JSON.stringify(shortened(text));
    }
  }
}

const shortened = (text: string) => (text.length > BEGINNING * 2 ? `${text.slice(0, BEGINNING * 2)}…` : text);

function digest(text: string): string {
  return nodeCrypto().createHash('sha256').update(text).digest('base64');
}
