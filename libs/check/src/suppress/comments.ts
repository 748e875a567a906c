import type { Node } from '../parse/engine';
import type { Grammar } from '../parse/grammar';
import type { Places } from '../parse/places';

/** A comment that holds findings back: `conductor-ignore <rule>[, <rule>]: reason`, or `conductor-ignore-file …`. */
export interface Suppression {
  readonly rules: readonly string[];
  readonly reason: string;
  /** Line whose findings it holds back; undefined for the whole file. */
  readonly line: number | undefined;
  /** Of the comment's words. */
  readonly start: number;
  readonly end: number;
}

/** What such a comment begins with. Files without it have no comments looked at. */
const WORD = 'conductor-ignore';

/** `conductor-ignore`, rules, and behind a colon the reason. */
const FORM = /conductor-ignore(-file)?(?![\w-])[ \t]*([^:\r\n]*)(?::[ \t]*(.*))?/;

/**
 * The suppressions of a file. One behind code is for its own line; one that stands alone is for the next line that is
 * not such a comment itself, so that several can stand above one line.
 */
export function suppressionsIn(text: string, root: Node, grammar: Grammar, places: Places): readonly Suppression[] {
  if (!text.includes(WORD)) return [];
  const comments = root.findAll({ rule: { any: grammar.comments.map((kind) => ({ kind })) } });
  const lines = text.split(/\r\n|\n|\r/);
  const found: (Suppression & { readonly alone: boolean })[] = [];
  const waiting = new Set<number>();
  for (const node of comments) {
    const [start, end] = spanOf(node);
    const match = FORM.exec(text.slice(start, end));
    if (!match) continue;
    const [from, to] = bracesAround(node, text);
    const [first, last] = [places.at(from), places.at(to)];
    const before = (lines[first.line - 1] as string).slice(0, first.column - 1);
    const behind = (lines[last.line - 1] as string).slice(last.column - 1);
    const alone = match[1] === undefined && before.replace('\uFEFF', '').trim() === '' && behind.trim() === '';
    if (alone) for (let line = first.line; line <= last.line; line++) waiting.add(line);
    const rules = (match[2] as string).split(/[\s,]+/).filter((rule) => /^[a-z0-9-]+$/.test(rule));
    // What ends the comment is none of the reason.
    const reason = (match[3] ?? '').replace(/(?:\*\/|-->|\*+)\s*$/, '').trim();
    found.push({ rules, reason, line: match[1] === undefined ? last.line : undefined, start: start + match.index, end: start + match.index + match[0].trimEnd().length, alone });
  }
  return found.map(({ alone, ...suppression }) => {
    if (!alone || suppression.line === undefined) return suppression;
    let line = suppression.line + 1;
    while (waiting.has(line)) line++;
    return { ...suppression, line };
  });
}

const spanOf = (node: Node): readonly [start: number, end: number] => [node.range().start.index, node.range().end.index];

/** In JSX a comment needs braces: those that hold nothing else count as part of it. */
function bracesAround(node: Node, text: string): readonly [start: number, end: number] {
  const own = spanOf(node);
  const parent = node.parent();
  if (parent?.kind() !== 'jsx_expression') return own;
  const [start, end] = spanOf(parent);
  return text.slice(start + 1, own[0]).trim() === '' && text.slice(own[1], end - 1).trim() === '' ? [start, end] : own;
}
