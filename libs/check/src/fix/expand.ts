import type { Edit } from '../finding';
import type { Node } from '../parse/engine';
import type { Grammar } from '../parse/grammar';
import type { Matcher, Rule } from '../rule/rule';

/**
 * The edit that a template makes of a match. Lines of the template are indented as the line of the match is; what a
 * metavariable holds is indented as it was, relative to where the template puts it, as ast-grep does it, except inside
 * strings of several lines, whose text would change. A variable of the rule that this match does not have is empty; any
 * other `$` is text. Undefined when there is no fix, or nothing would change.
 */
export function expandFix(text: string, node: Node, { fix, look, utils = {} }: Rule, grammar: Grammar): Edit | undefined {
  if (fix === undefined) return undefined;
  const variables = new Set(JSON.stringify([look, utils]).match(/\$[A-Z_][A-Z0-9_]*/g));
  const range = node.range();
  const start = fix.expandStart === undefined ? range.start.index : (sibling(node, fix.expandStart, 'prev')?.range().start.index ?? range.start.index);
  const end = fix.expandEnd === undefined ? range.end.index : (sibling(node, fix.expandEnd, 'next')?.range().end.index ?? range.end.index);
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const outer = indentationAt(text, start);
  const lines = fix.template.split(/\r\n|\n/).map((line, index) => {
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    const filled = line.replace(/\$\$\$([A-Z_][A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)/g, (written, several: string | undefined, one: string | undefined) => {
      const nodes = several === undefined ? [node.getMatch(one as string)].filter((each) => each !== null) : node.getMultipleMatches(several);
      return piece(text, nodes, outer + own, grammar) ?? (variables.has(`$${several ?? one}`) ? '' : written);
    });
    return index === 0 || filled === '' ? filled : outer + filled;
  });
  const replacement = lines.join(eol);
  return replacement === text.slice(start, end) ? undefined : { start, end, text: replacement };
}

/** The sibling that is replaced too. */
function sibling(node: Node, relation: Matcher, direction: 'next' | 'prev'): Node | undefined {
  const { stopBy = 'neighbor', ...rule } = relation;
  const matcher = { rule } as Parameters<Node['matches']>[0];
  for (let at = node[direction](); at !== null; at = at[direction]()) {
    if (at.matches(matcher)) return at;
    if (stopBy === 'neighbor' || (typeof stopBy === 'object' && at.matches({ rule: stopBy } as Parameters<Node['matches']>[0]))) return undefined;
  }
  return undefined;
}

/** White space before the code of the line in which an offset lies. */
function indentationAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\uFEFF?([ \t]*)/.exec(line)?.[1] ?? '';
}

/** The text from the first node to the last, indented anew; undefined when there is none. */
function piece(text: string, nodes: readonly Node[], indentation: string, grammar: Grammar): string | undefined {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [start, end] = [first.range().start.index, last.range().end.index];
  const source = text.slice(start, end);
  const before = indentationAt(text, start);
  if (before === indentation || !source.includes('\n')) return source;
  const kept = nodes.flatMap((node) => linesInStrings(node, grammar));
  let offset = start;
  return source
    .split('\n')
    .map((line, index) => {
      const at = offset;
      offset += line.length + 1;
      if (index === 0 || line.trim() === '' || kept.some(([from, to]) => from < at && at < to) || !line.startsWith(before)) return line;
      return indentation + line.slice(before.length);
    })
    .join('\n');
}

/** Ranges of the strings in a node; a line that begins in one is no code. */
const linesInStrings = (node: Node, grammar: Grammar): (readonly [number, number])[] => {
  const kinds = [...grammar.strings, ...grammar.comments, ...grammar.longStrings];
  const inner = node.findAll({ rule: { any: kinds.map((kind) => ({ kind })) } });
  return inner.map((each) => each.range()).map(({ start, end }) => [start.index, end.index] as const);
};
