import { BUILT_IN, type Finding } from '../finding';
import type { Node } from './engine';
import type { Grammar } from './grammar';

/** More faults than these tell nothing new: one that is early makes many. */
const TOLD = 5;

/** Where a finding stands, from a range of offsets. */
type At = (start: number, end: number) => Pick<Finding, 'start' | 'end' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/** Findings for what the parser complains of, the first of them in the order of the text; faults inside others are left out. */
export function faultFindings(text: string, faults: readonly Node[], grammar: Grammar, at: At): readonly Finding[] {
  const ranges = faults.map((node) => ({ node, start: node.range().start.index, end: node.range().end.index }));
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  const outer: typeof ranges = [];
  for (const range of ranges) if (range.start >= (outer.at(-1)?.end ?? 0) || outer.length === 0) outer.push(range);
  const isAlone = outer.every(({ start, end }) => start === end);
  return outer.slice(0, TOLD).map(({ node, start, end }) => ({
    // What had to be made up is a lack in every dialect; behind something that was not understood it follows from that.
    ...parseFinding(messageOf(text, node, start, end, grammar), start === end && isAlone ? Math.max(grammar.confidence, MADE_UP) : grammar.confidence),
    ...at(start, end),
  }));
}

/** A finding of the parser, but for its place. */
export const parseFinding = (message: string, confidence: number) => ({
  rule: BUILT_IN.parse,
  severity: 'error' as const,
  confidence,
  message,
  help: 'mend it, or generate the file anew; rules are asked only of a text that parses',
  structural: true,
});

const MADE_UP = 0.9;

function messageOf(text: string, node: Node, start: number, end: number, grammar: Grammar): string {
  const kind = String(node.kind());
  const foreign = Object.hasOwn(grammar.foreign, kind) ? grammar.foreign[kind] : undefined;
  if (foreign !== undefined) return `does not parse: ${foreign}`;
  if (start === end) return `does not parse: ${/^\w+$/.test(kind) ? `a ${kind.replaceAll('_', ' ')}` : `\`${kind}\``} is missing`;
  const line = text.slice(start, end).split(/[\r\n]/, 1)[0] as string;
  return `does not parse: \`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\` is not expected here`;
}
