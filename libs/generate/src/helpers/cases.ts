import { words } from './words';

/**
 * The spellings of names. Each takes any text, splits it into {@link words} and joins them again; text without
 * letters and digits becomes the empty text. Letters change case by Unicode's rules, never by locale.
 */

/** `userId`. An acronym becomes a word: `HTTPServer` is `httpServer`. */
export function camelCase(text: string): string {
  const [first, ...rest] = words(text);
  return first === undefined ? '' : first.toLowerCase() + rest.map(titled).join('');
}

/** `UserId`. An acronym becomes a word: `HTTPServer` is `HttpServer`. */
export function pascalCase(text: string): string {
  return words(text).map(titled).join('');
}

/** `user-id`. */
export function kebabCase(text: string): string {
  return words(text).join('-').toLowerCase();
}

/** `user_id`. */
export function snakeCase(text: string): string {
  return words(text).join('_').toLowerCase();
}

/** `USER_ID`. */
export function constantCase(text: string): string {
  return words(text).join('_').toUpperCase();
}

/** `User Id`: each word with a capital; acronyms keep theirs, as in `HTTP Server`. */
export function titleCase(text: string): string {
  return words(text)
    .map((word) => (isAcronym(word) ? word : titled(word)))
    .join(' ');
}

/** `User id`: a capital first, small letters after it; acronyms keep theirs, as in `Parse HTTP header`. */
export function sentenceCase(text: string): string {
  return capitalize(
    words(text)
      .map((word) => (isAcronym(word) ? word : word.toLowerCase()))
      .join(' '),
  );
}

/** The same text with its first letter as a capital; nothing else changes. */
export function capitalize(text: string): string {
  const first = firstCharacter(text);
  return first.toUpperCase() + text.slice(first.length);
}

/** The same text with its first letter small; nothing else changes. */
export function uncapitalize(text: string): string {
  const first = firstCharacter(text);
  return first.toLowerCase() + text.slice(first.length);
}

function titled(word: string): string {
  const first = firstCharacter(word);
  return first.toUpperCase() + word.slice(first.length).toLowerCase();
}

/** The first code point, which may be two code units. */
function firstCharacter(text: string): string {
  return text === '' ? '' : String.fromCodePoint(text.codePointAt(0) as number);
}

/** Two capitals or more and no small letter, the plural's `s` aside. */
function isAcronym(word: string): boolean {
  const letters = word.endsWith('s') ? word.slice(0, -1) : word;
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
