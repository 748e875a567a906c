/**
 * Words that cannot name a binding in a strict-mode ECMAScript module (ECMA-262, 12.7.2, with `let`, `static`,
 * `await`, `eval`, `arguments`), and those that TypeScript refuses as the name of a type.
 */
const RESERVED = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof var void while with yield
  any bigint boolean never number object string symbol undefined unknown`.split(/\s+/),
);
/** Nearly every name; the full grammar takes ten times as long to try. */
const ASCII_IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
const INVALID = /[^\p{ID_Continue}$\u200c\u200d]+/gu;
const START = /^[\p{ID_Start}$_]/u;

/** How {@link identifier} makes a name. */
export interface IdentifierOptions {
  /** Names that are taken: a number is added until the name is free. */
  readonly taken?: ReadonlySet<string> | readonly string[];
}

/** True when the text can stand as a property name without quotes: an ECMAScript IdentifierName. */
export function isIdentifier(text: string): boolean {
  return ASCII_IDENTIFIER.test(text) || IDENTIFIER.test(text);
}

/** True for the words that cannot name a variable, a function or a type in a TypeScript module. */
export function isReservedWord(text: string): boolean {
  return RESERVED.has(text);
}

/**
 * A name for a variable, function or type, as near to the text as can be: a valid identifier stays as it is, runs of
 * other characters become the next word's capital (`foo-bar` is `fooBar`), a leading digit and a reserved word
 * get an underscore, and text without letters and digits becomes `_`.
 */
export function identifier(text: string, options: IdentifierOptions = {}): string {
  const { taken } = options;
  const name = validName(text);
  if (taken === undefined) return name;
  const isTaken = Array.isArray(taken) ? (candidate: string) => taken.includes(candidate) : (candidate: string) => (taken as ReadonlySet<string>).has(candidate);
  return numbered(name, isTaken);
}

/**
 * Names that differ from each other, one for each text and in the same order. Equal names get numbers in
 * the order of the texts: `['a', 'A', 'a']` gives `['a', 'A', 'a2']`, with `ignoreCase` `['a', 'A2', 'a3']`.
 */
export function uniqueNames(
  names: readonly string[],
  options: { readonly ignoreCase?: boolean; readonly taken?: readonly string[]; readonly separator?: string } = {},
): readonly string[] {
  const fold = options.ignoreCase ? foldCase : (name: string) => name;
  const used = new Set((options.taken ?? []).map(fold));
  // Numbers already given out per name, so that thousands of equal names cost no quadratic search.
  const next = new Map<string, number>();
  return names.map((name) => {
    const key = fold(name);
    let unique = name;
    for (let number = next.get(key) ?? 2; used.has(fold(unique)); number++) {
      unique = `${name}${options.separator ?? ''}${number}`;
      next.set(key, number + 1);
    }
    used.add(fold(unique));
    return unique;
  });
}

/** The key as a property of a type or of an object literal: bare when it can be, else quoted. */
export function propertyKey(key: string): string {
  // `__proto__: x` in an object literal sets the prototype; the computed form makes a property.
  if (key === '__proto__') return "['__proto__']";
  return isIdentifier(key) ? key : quote(key);
}

/** Reads a property of an expression: `user.name`, `user['first-name']`. */
export function propertyAccess(expression: string, key: string): string {
  return isIdentifier(key) ? `${expression}.${key}` : `${expression}[${quote(key)}]`;
}

/** Printable ASCII but for the quote and the backslash: nothing to escape. */
const PLAIN = /^[ -&(-[\]-~]*$/;
const ESCAPED = /['\\\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * The text as a JavaScript string literal: in single quotes, or in double quotes where that saves escapes. Control
 * characters and lone surrogates are escaped.
 */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  return mark + text.replace(ESCAPED, (found) => escape(found, mark)) + mark;
}

function escape(found: string, mark: string): string {
  if (found === '"' || found === "'") return found === mark ? `\\${found}` : found;
  return ESCAPES[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function validName(text: string): string {
  if (isIdentifier(text)) return RESERVED.has(text) ? `${text}_` : text;
  const parts = text.split(INVALID).filter((part) => part !== '');
  const joined = parts.map((part, index) => (index === 0 ? part : part[0]?.toUpperCase() + part.slice(1))).join('');
  const started = START.test(joined) ? joined : `_${joined}`;
  return RESERVED.has(started) ? `${started}_` : started;
}

function numbered(name: string, isTaken: (candidate: string) => boolean): string {
  let unique = name;
  for (let number = 2; isTaken(unique); number++) unique = `${name}${number}`;
  return unique;
}

const ASCII = /^[ -~]*$/;

/** What a file system that ignores case, and one that composes accents, sees of a name. */
function foldCase(name: string): string {
  return ASCII.test(name) ? name.toLowerCase() : name.normalize('NFC').toUpperCase().toLowerCase();
}
