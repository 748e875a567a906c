/**
 * The grammar of SQL knows less than PostgreSQL, MySQL and SQLite do. What it lacks of them is taken out of a text before
 * it is parsed again, character for character, so that every place stays where it is: storage options, defaults such as
 * `current_date`, names of constraints, statements about rights and settings, and of routines all but the statements that
 * change rows. What is wrong in any dialect stays as it is.
 *
 * @returns the text, as long as it was; the same when nothing was taken out
 */
export function withoutDialect(text: string): string {
  const bare = blanked(text).bare;
  const out = [...splitUnits(text)];
  const put = (start: number, end: number, by: string): void => {
    for (let at = start; at < end; at++) if (!/[\r\n]/.test(out[at] as string)) out[at] = by[at - start] ?? ' ';
  };
  for (const [pattern, by] of CLAUSES)
    for (const match of bare.matchAll(pattern)) {
      const [whole, kept = ''] = match;
      const start = match.index + kept.length;
      put(start, match.index + whole.length, by);
    }
  for (const { start, end } of statementsOf(bare)) {
    const statement = bare.slice(start, end);
    if (NO_TABLES.test(statement)) put(start, end, 'SELECT 1');
    else if (ROUTINE.test(statement)) easeRoutine(text, start, end, put);
  }
  return out.join('');
}

/** Where a text of SQL breaks off in every dialect: within a quote, a comment, a bracket, behind a comma, or behind a bracket too many. */
export function cutOff(text: string): { readonly start: number; readonly end: number; readonly what: string } | undefined {
  // PostgreSQL has comments in comments, others do not.
  if (/\/\*(?:(?!\*\/)[\s\S])*\/\*/.test(text)) return undefined;
  const { open, bare } = blanked(text);
  // Some dialects escape a quote by a backslash, some do not.
  if (open !== undefined) return blanked(text, true).open === undefined ? undefined : open;
  const brackets: number[] = [];
  for (const { 0: char, index } of bare.matchAll(/[();]/g)) {
    if (char === '(') brackets.push(index);
    else if (char === ')' && brackets.pop() === undefined) return { start: index, end: index + 1, what: '`)` closes nothing' };
    else if (char === ';' && brackets.length > 0) break;
  }
  const comma = /,(?=\s*\))/.exec(bare);
  if (comma) return { start: comma.index, end: comma.index + 1, what: 'nothing follows `,`' };
  const left = brackets.at(-1);
  return left === undefined ? undefined : { start: left, end: left + 1, what: '`(` is never closed' };
}

type Put = (start: number, end: number, by: string) => void;

/** UTF-16 units: offsets count them. */
const splitUnits = (text: string): string[] => text.split('');

/** What is taken out wherever it stands, with what is put there; a first group stays. */
const CLAUSES: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/(?<!\badd\s+)\bconstraint\s+["`]?\w+["`]?(?=\s+(?:foreign\s+key|check|exclude|unique)\b)/gi, ''],
  // What a column or a table is checked for; of an ALTER TABLE it is all there is.
  [/(?:,\s*|(?<!\badd\s+(?:constraint\s+["`\w]+\s+)?))(?:\bconstraint\s+["`]?\w+["`]?\s+)?\bcheck\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/gi, ''],
  [/(\bdefault\s+)(?:current_(?:user|date|time|role)|session_user|localtimestamp|localtime|user)\b/gi, '0'],
  [/\b(?:not\s+)?deferrable(?:\s+initially\s+(?:deferred|immediate))?\b/gi, ''],
  [/(\)\s*)(?:strict(?:\s*,\s*without\s+rowid)?|without\s+rowid(?:\s*,\s*strict)?)(?=\s*(?:;|$))/gi, ''],
  [/(\bgenerated\s+)by\s+default\b/gi, 'always'],
  [/\bautoincrement\b/gi, ''],
  [/\bidentity\s*\(\s*\d+\s*,\s*\d+\s*\)/gi, ''],
  // Options of a table in MySQL, but for its engine.
  [/(\)\s*)(?:(?:default\s+)?(?:charset|character\s+set|collate|auto_increment|row_format|key_block_size|comment)\s*=?\s*(?:'[^']*'|\w+)[\s,]*)+(?=\bengine\s*=|;|$)/gi, ''],
  [/(\)\s*(?:(?:default\s+)?(?:charset|character\s+set|collate|auto_increment|row_format|key_block_size|comment)\s*=?\s*(?:'[^']*'|\w+)[\s,]*)*\bengine\s*=\s*\w+)[^;]+/gi, ''],
  [/(,\s*)(?:fulltext|spatial)(?=\s+(?:key|index)\b)/gi, ''],
  [/\bcharacter\s+set\s+\w+/gi, ''],
  [/\bcollate\s+["`]?[\w.-]+["`]?/gi, ''],
  // The column that is referred to may be left out; a name of a table does not matter here.
  [/(\breferences\s+)(?=[\w."`]{4})["`\w]+(?:\.["`\w]+)?(?![\w."`])(?!\s*\()/gi, 'x(x)'],
  // Of anything but a number.
  [/((?:\b(?:select|then|else|when|and|or|by|where|return)\s+|[,(=<>+*/]\s*))-(?=\s*[a-z_"`(])/gi, ''],
  [/\bon\s+update\s+current_timestamp(?:\s*\(\s*\d?\s*\))?/gi, ''],
  [/(\binsert\s+)or\s+(?:ignore|replace|abort|fail|rollback)\b/gi, ''],
  [/(\bon\s+conflict\s*)\([^()]*\)(?=\s*(?:where\b[^;]*?)?\s*do\b)/gi, ''],
  [/\bfor\s+(?:no\s+key\s+)?(?:update|share)(?:\s+of\s+\w+)?(?:\s+skip\s+locked|\s+nowait)?(?=\s*(?:\)|;|$))/gi, ''],
  [/(\binterval\s+'\s*'\s*)(?:year|month|week|day|hour|minute|second)\b/gi, ''],
  [/(\bdelete\s+from\s+[\w."`]+)(?:\s+(?:as\s+)?(?!using\b|where\b)\w+)?\s+using\s[^;]*?(?=\bwhere\b)/gi, ''],
  [/(\bdelete\s+from\s+[\w."`]+)\s+(?:as\s+)?(?!using\b|where\b|returning\b)\w+(?=\s+where\b)/gi, ''],
  [/\)\s*include\s*\([^()]*\)/gi, ')'],
  [/\bnulls\s+(?:first|last)\b/gi, ''],
  [/\bwithin\s+group\s*\([^()]*\)/gi, ''],
];

/** Statements about rights, settings and the like. They change no row and make no table. */
const NO_TABLES =
  /^(?:pragma|create\s+table\s+(?:if\s+not\s+exists\s+)?[\w."`]+\s+partition\s+of\s|grant|revoke|alter\s+default\s+privileges|(?:create|alter|drop)\s+(?:role|user|policy|domain|publication|subscription)|alter\s+table\s+(?:if\s+exists\s+)?[\w."`]+\s+(?:enable|disable|force)\s|set\s+names|use\s|lock\s+table|comment\s+on|(?:create|alter|drop)\s+(?:constraint\s+)?trigger\b(?![^;]*\bbegin\b)|refresh\s+materialized|reset\s|listen\s|notify\s|vacuum|analyze|reindex)/i;

const ROUTINE = /^create\s+(?:or\s+replace\s+)?(?:function|procedure)\b/i;

/** Statements of a text without comments and quotes: their first and last characters, without the semicolon. */
function statementsOf(bare: string): readonly { readonly start: number; readonly end: number }[] {
  let start = 0;
  return bare.split(';').flatMap((part) => {
    const from = start + part.length - part.trimStart().length;
    // What is blank at its end may be a body in quotes.
    const end = start + part.length;
    start += part.length + 1;
    return end > from ? [{ start: from, end }] : [];
  });
}

/** Leaves of a routine with a body in dollar quotes only the statements that change rows, each by itself. */
function easeRoutine(text: string, start: number, end: number, put: Put): void {
  const body = /(\$\w*\$)([\s\S]*)\1/.exec(text.slice(start, end));
  if (!body) return;
  const from = start + body.index + (body[1] as string).length;
  const inner = blanked(body[2] as string);
  if (inner.open !== undefined || (/\bbegin\b/i.test(inner.bare) && !/\bend\b\s*\w*\s*;?\s*$/i.test(inner.bare))) return;
  const kept = [...inner.bare.matchAll(/(?<=(?:^|;|\b(?:begin|then|else|loop))\s*)(?:insert\s+into|update|delete\s+from)\s[^;]*;/gi)];
  put(start, from, kept.length > 0 ? 'SELECT 1;' : 'SELECT 1');
  let at = from;
  for (const { 0: statement, index } of kept) {
    put(at, from + index, '');
    at = from + index + statement.length;
    const into = /\sinto\s+(?:strict\s+)?\w+(?=\s*;$)/i.exec(/\breturning\b/i.test(statement) ? statement : '');
    if (into) put(from + index + into.index, at - 1, '');
  }
  // The last of them ends where the routine does.
  put(kept.length > 0 ? at - 1 : at, end, '');
}

interface Blanked {
  /** The text with spaces for what is in comments and quotes, names in quotes apart. */
  readonly bare: string;
  /** A quote or a comment that is not closed. */
  readonly open: { readonly start: number; readonly end: number; readonly what: string } | undefined;
}

/** Reads over comments and quotes of all dialects. */
function blanked(text: string, backslash = false): Blanked {
  let open: Blanked['open'];
  const quoted = backslash ? PIECES_BACKSLASH : PIECES;
  const bare = text.replace(quoted, (piece: string, tag: string | undefined, index: number) => {
    const first = piece[0] as string;
    if (first === '"' || first === '`') return piece.replace(/[();]/g, ' ');
    const closed = /^(?:-|\s*#)/.test(piece) || (first === '/' ? isClosed(piece) : tag !== undefined ? piece.length >= 2 * tag.length && piece.endsWith(tag) : piece.length > 1 && piece.endsWith("'"));
    if (!closed) open ??= { start: index, end: index + 1, what: first === '/' ? 'the comment is never closed' : first === '$' ? 'the body is never closed' : 'the quote is never closed' };
    return first === "'" && closed ? `'${blank(piece.slice(1, -1))}'` : blank(piece);
  });
  return { bare, open };
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

const isClosed = (comment: string): boolean => comment.length >= 4 && comment.endsWith('*/');

/** Comments, texts, texts in dollars and names in quotes, each up to its end or that of the text. */
const PIECES = /--[^\n]*|(?<=^|\n)[ \t]*#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\b[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\1|$)|"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$)/g;
const PIECES_BACKSLASH = /--[^\n]*|(?<=^|\n)[ \t]*#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\1|$)|"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$)/g;
