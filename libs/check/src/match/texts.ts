import type { Engine, MatcherConfig, Node } from '../parse/engine';
import type { Grammar } from '../parse/grammar';
import type { Rule, TextPart } from '../rule/rule';
import type { ReadyText } from './prepare';
import { mayHold } from './requirements';
import type { OnBroken, Seen } from './seen';
import { folded, has } from './words';

/** Part of a text that a text rule found. */
export interface TextMatch {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
}

/** What text rules found, requirements among them apart. */
export interface TextsFound {
  readonly matches: readonly TextMatch[];
  readonly unmet: readonly Rule[];
}

/** A text, its tree, and what its language calls things; there may be neither. */
export interface TextAndTree {
  readonly text: string;
  readonly root: Node | undefined;
  readonly grammar: Grammar | undefined;
}

/**
 * Runs text rules. Their expressions are matched by ast-grep's engine (Rust's `regex`: linear time, whatever expression
 * and text are), which is asked to put marks around each match: it tells of a node whether it matches, not where.
 * Where a match begins decides to which part of the text it belongs. In a language that is not parsed all is code.
 */
export function searchTexts(engine: Engine, file: TextAndTree, rules: readonly ReadyText[], broken: OnBroken, seen?: Seen): TextsFound {
  const found = { matches: [] as TextMatch[], unmet: [] as Rule[] };
  let parts: Parts | undefined;
  let low: string | undefined;
  for (const [index, { rule, needs }] of rules.entries()) {
    const { look } = rule;
    if (look.kind !== 'text') continue;
    if ((needs.length > 0 && !has((low ??= folded(file.text)), needs)) || (seen && !mayHold(seen, file.text, index))) {
      if (look.require) found.unmet.push(rule);
      continue;
    }
    try {
      const ranges = rangesOf(engine, file, look.regex);
      const kept = ranges.filter(([start, end]) => end > start && look.in.includes((parts ??= partsOf(file)).at(start)));
      if (!look.require) found.matches.push(...kept.map(([start, end]) => ({ rule, start, end })));
      else if (kept.length === 0) found.unmet.push(rule);
    } catch (error) {
      broken(rule, error);
    }
  }
  return found;
}

/** Where a regular expression matches in a text. */
function rangesOf(engine: Engine, { text, root }: TextAndTree, regex: string): readonly (readonly [start: number, end: number])[] {
  // A tree that does not begin in the first column would be given back with other indentation.
  const skipped = text.length - text.replace(/^[\s\uFEFF]+/, '').length;
  const usable = root !== undefined && skipped === 0;
  const whole = usable ? text : text.slice(skipped);
  const node = usable ? root : engine.parse('css', whole);
  if (node === undefined) throw new Error('no parser');
  const [open, close] = marksFor(text);
  const config = { rule: { pattern: '$A' }, transform: { MARKED: { replace: { source: '$A', replace: regex, by: `${open}$0${close}` } } } } as MatcherConfig;
  const marked = whole === '' ? '' : markedIn(node, config, regex);
  if (marked === null || marked === undefined) throw new Error('the regular expression cannot be used');
  const ranges: [number, number][] = [];
  // Marks that were put in before an offset do not count.
  for (let at = marked.indexOf(open), marks = 0; at >= 0; at = marked.indexOf(open, at), marks += 2) {
    const end = marked.indexOf(close, at);
    ranges.push([skipped + at - marks, skipped + end - marks - 1]);
    at = end;
  }
  // Whatever else was done to the text would make every place wrong.
  if (marked.length - 2 * ranges.length > whole.length) throw new Error('the regular expression cannot be used');
  return ranges;
}

/** The text with its marks. Of an expression in a transformation ast-grep does not say what is wrong with it, of a matcher's it does. */
function markedIn(node: Node, config: MatcherConfig, regex: string): string | null | undefined {
  try {
    return node.find(config)?.getTransformed('MARKED');
  } catch (error) {
    node.find({ rule: { regex } });
    throw error;
  }
}

/** Two characters that a text does not have. */
function marksFor(text: string): readonly [string, string] {
  const free: string[] = [];
  for (let code = 1; free.length < 2; code = code === 8 ? 0xe000 : code + 1) {
    const mark = String.fromCharCode(code);
    if (!text.includes(mark)) free.push(mark);
    else if (code > 0xf8ff) throw new Error('the text has every character that could mark a match');
  }
  return free as unknown as readonly [string, string];
}

interface Parts {
  at(offset: number): TextPart;
}

/** Tells comments and strings from code. */
function partsOf({ root, grammar }: TextAndTree): Parts {
  const ranges = root === undefined || grammar === undefined ? [] : [...rangesOfKinds(root, grammar.comments, 'comments'), ...rangesOfKinds(root, grammar.strings, 'strings')];
  return { at: (offset) => ranges.find(({ start, end }) => start <= offset && offset < end)?.part ?? 'code' };
}

const rangesOfKinds = (root: Node, kinds: readonly string[], part: TextPart) =>
  root.findAll({ rule: { any: kinds.map((kind) => ({ kind })) } }).map((node) => {
    const { start, end } = node.range();
    return { start: start.index, end: end.index, part };
  });
