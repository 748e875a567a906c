import type { MatcherConfig, Node } from '../parse/engine';
import type { Rule } from '../rule/rule';
import { has } from './needs';
import type { ReadyMatch } from './prepare';

/** A node that a rule found. */
export interface Match {
  readonly rule: Rule;
  readonly node: Node;
}

/** What one walk over a tree found. */
export interface Found {
  /** Nodes of the parser's complaints: errors, and tokens that it had to make up, which are empty. */
  readonly faults: readonly Node[];
  readonly matches: readonly Match[];
}

/** What a rule that cannot be asked for throws. */
export type OnBroken = (rule: Rule, error: unknown) => void;

/**
 * Looks for everything in one walk: a question for each rule would walk, and compile, as often as there are rules. A node
 * is told for the first rule only that matches it, so rules that found something are asked for alone, and the others once
 * more: clean files take one walk.
 */
export function search(root: Node, text: string, rules: readonly ReadyMatch[], foreign: readonly string[], broken: OnBroken): Found {
  const wanted = rules.filter(({ needs }) => has(text, needs));
  let open = wanted.filter(({ part }) => part !== undefined);
  const alone = wanted.filter(({ part }) => part === undefined);
  const faultMatchers = [{ kind: 'ERROR' }, { regex: '^$' }, ...foreign.map((kind) => ({ kind }))];
  let faults: readonly Node[] | undefined;
  while (faults === undefined || open.length > 0) {
    let nodes: readonly Node[];
    try {
      nodes = root.findAll(together(open, faults === undefined ? faultMatchers : []));
    } catch {
      // One of them cannot be asked for: which one, they tell alone.
      alone.push(...open);
      open = [];
      faults ??= root.findAll(together([], faultMatchers));
      break;
    }
    const { hit, rest } = sort(nodes, open);
    faults ??= rest;
    if (hit.size === 0) break;
    alone.push(...hit);
    open = open.filter((each) => !hit.has(each));
  }
  const matches = alone.flatMap(({ rule, config }): Match[] => {
    try {
      return root.findAll(config).map((node) => ({ rule, node }));
    } catch (error) {
      broken(rule, error);
      return [];
    }
  });
  return { faults, matches };
}

/** One matcher for all, which marks each node with the rule that it is for. */
function together(rules: readonly ReadyMatch[], others: readonly object[]): MatcherConfig {
  const any = [...others, ...rules.map(({ part }, index) => ({ all: [part?.rule, { pattern: `$$${MARK}${index}` }] }))];
  return { rule: { any }, utils: Object.assign({}, ...rules.map(({ part }) => part?.utils)) as object } as MatcherConfig;
}

/** Begins the name of a metavariable that no rule has. */
const MARK = 'CONDUCTOR_RULE_';

/** Rules that have a node, and the nodes that no rule has. The rule of the last node is asked about first: rules that find something find more of it. */
function sort(nodes: readonly Node[], rules: readonly ReadyMatch[]): { hit: Set<ReadyMatch>; rest: Node[] } {
  const hit = new Set<ReadyMatch>();
  const rest: Node[] = [];
  let last = 0;
  const marked = (node: Node, index: number): boolean => node.getMatch(`${MARK}${index}`) !== null;
  for (const node of nodes) {
    const index = last < rules.length && marked(node, last) ? last : rules.findIndex((_, each) => marked(node, each));
    if (index < 0) rest.push(node);
    else {
      last = index;
      hit.add(rules[index] as ReadyMatch);
    }
  }
  return { hit, rest };
}
