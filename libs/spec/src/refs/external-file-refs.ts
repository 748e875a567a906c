import { byCodeUnit } from '@nx-conductor/core';
import { pathOf } from './path-of-ref';

/**
 * Absolute paths of the files that the references of a document may lead to, found by scanning its text: some ten
 * milliseconds for 13 MB, where parsing takes a hundred. May name files that nothing refers to (a `$ref` in an
 * example), never leaves out one that {@link readSpec} would read for this text. `path` is the document's own.
 */
export function externalFileRefs(text: string, path: string): string[] {
  const found = new Set<string>();
  const plain = text.includes('\\u0024ref') ? text.replaceAll('\\u0024ref', '$ref') : text;
  for (const reference of [...refValues(plain), ...mappingValues(plain)]) {
    const hash = reference.indexOf('#');
    const part = (hash < 0 ? reference : reference.slice(0, hash)).trim();
    const file = part === '' ? undefined : pathOf(path, part);
    if (file !== undefined && file !== path) found.add(file);
  }
  return [...found].sort(byCodeUnit);
}

/** What follows a key: a quoted text, or a plain one behind any anchor, tag or block indicator of YAML. */
const VALUE = /\s*:\s*(?:[&!]\S*\s+)*(?:[>|][-+\d]*\s+)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\r\n]*))/y;

function* refValues(text: string): Iterable<string> {
  for (let at = text.indexOf('$ref'); at >= 0; at = text.indexOf('$ref', at + 4)) {
    const quote = text[at + 4];
    const after = quote === '"' || quote === "'" ? at + 5 : at + 4;
    // Nearly every reference stays inside its document; a regular expression for each would take most of the time.
    if (text.startsWith(': "#', after) || text.startsWith(':"#', after)) continue;
    VALUE.lastIndex = after;
    const match = VALUE.exec(text);
    if (match !== null) yield* spellings(match, text);
  }
}

/** What a match may mean. A plain text ends at a comment, and inside brackets also at what separates its neighbours. */
function* spellings([, double, single, plain]: RegExpExecArray, text: string): Iterable<string> {
  if (double !== undefined) yield unescaped(double);
  else if (single !== undefined) yield single.replaceAll("''", "'");
  else if (plain?.startsWith('*') === true) yield* anchored(plain.slice(1).trim(), text);
  else if (plain !== undefined) {
    const withoutComment = plain.replace(/\s#.*$/s, '');
    yield withoutComment;
    const inBrackets = withoutComment.split(/[,}\]]/, 1)[0] as string;
    if (inBrackets !== withoutComment) yield inBrackets;
  }
}

/** The text that an alias repeats. */
function* anchored(name: string, text: string): Iterable<string> {
  const [anchor] = name.split(/[\s,}\]]/, 1) as [string];
  for (let at = text.indexOf(`&${anchor}`); at >= 0; at = text.indexOf(`&${anchor}`, at + 1)) {
    const value = /^\s+("[^"]*"|'[^']*'|[^\r\n]*)/.exec(text.slice(at + anchor.length + 1, at + anchor.length + 2000));
    if (value?.[1] !== undefined) yield value[1].replace(/^["']|["']$/g, '').replace(/\s#.*$/, '');
  }
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

/** Values of a discriminator's `mapping` that look like files: everything of this look up to where the mapping must have ended. */
function* mappingValues(text: string): Iterable<string> {
  if (!text.includes('discriminator')) return;
  for (const { index } of text.matchAll(/\bmapping["']?\s*:/g)) {
    const rest = text.slice(index, endOfMapping(text, index));
    for (const [reference] of rest.matchAll(/[^\s"',{}]+\.(?:json|ya?ml)(?=[#"'\s,}]|$)|(?<=[\s:"'])[^\s"',{}#]+(?=#)/gi)) yield unescaped(reference);
  }
}

/** The closing brace, or the first line that is indented no deeper. */
function endOfMapping(text: string, start: number): number {
  if (/^mapping["']?\s*:\s*\{/.test(text.slice(start, start + 100))) {
    const end = text.indexOf('}', start);
    return end < 0 ? text.length : end;
  }
  const indent = start - (text.lastIndexOf('\n', start) + 1);
  const next = new RegExp(`\\n[ ]{0,${indent}}[^\\s]`, 'g');
  next.lastIndex = start;
  return next.exec(text)?.index ?? text.length;
}
