import type { MatcherConfig, Node } from '../parse/engine';
import type { Grammar } from '../parse/grammar';
import type { Rule } from '../rule/rule';
import { groupsByKind, placesByKind } from './by-kind';
import type { PreparedRules, Ready, ReadyMatch } from './prepare';
import { wholeLook } from './requirements';
import type { Asked, OnBroken, Seen } from './seen';
import { folded, has } from './words';

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

/**
 * Looks for everything in one walk: a question for each rule would walk, and compile, as often as there are rules. A node
 * is told for the first rule only that matches it. Later rules which could match such a node are asked for once more,
 * without those that are done; in clean files there are none.
 */
export function search(root: Node, text: string, rules: readonly ReadyMatch[], foreign: readonly string[], broken: OnBroken, seen?: Seen): Found {
  let low: string | undefined;
  const isWanted = ({ needs }: ReadyMatch): boolean => has((low ??= folded(text)), needs);
  let open = seen?.rules ?? rules.filter((rule) => rule.part !== undefined && isWanted(rule));
  const alone = rules.filter((rule) => rule.part === undefined && isWanted(rule));
  const faultMatchers = faultsOf(foreign);
  let faults: readonly Node[] | undefined;
  const matches: Match[] = [];
  while (faults === undefined || open.length > 0) {
    let nodes: readonly Node[];
    try {
      nodes = faults === undefined && seen ? seen.nodes : root.findAll(together(open, faults === undefined ? faultMatchers : []));
    } catch {
      // One of them cannot be asked for: which one, they tell alone.
      alone.push(...open);
      open = [];
      faults ??= root.findAll(together([], faultMatchers));
      break;
    }
    const { hits, rest } = sort(nodes, faults === undefined && seen ? seen.placesOf : placesByKind(open));
    faults ??= rest;
    const again = open.filter((rule, place) => hits.some((hit) => hit.place < place && (rule.kinds === undefined || rule.kinds.has(hit.kind))) && isWanted(rule));
    for (const { place, node } of hits) {
      const found = open[place] as ReadyMatch;
      if (!again.includes(found)) matches.push({ rule: found.rule, node });
    }
    open = again;
  }
  for (const { rule, config } of alone) {
    try {
      matches.push(...root.findAll(config).map((node) => ({ rule, node })));
    } catch (error) {
      broken(rule, error);
    }
  }
  return { faults, matches };
}

/**
 * What one look at files asks for, whatever words are in each. Rules and requirements of which none of them has the words are
 * left out. It finds at least the root of every tree, behind all else: a rule may be about the root.
 */
export function firstLook({ matches, requirements, texts: textRules }: PreparedRules, texts: readonly string[], { foreign, root }: Pick<Grammar, 'foreign' | 'root'>): Asked & { readonly matcher: MatcherConfig } {
  const low = texts.map(folded);
  const isWanted = ({ needs }: Pick<Ready, 'needs'>): boolean => low.some((text) => has(text, needs));
  const rules = matches.filter((rule) => rule.part !== undefined && isWanted(rule));
  const whole = wholeLook(requirements, root, isWanted, textRules);
  const { rule, utils } = together(rules, faultsOf(Object.keys(foreign)), [whole.rule]);
  return { rules, placesOf: placesByKind(rules), matcher: { rule, utils: { ...utils, ...whole.utils } } as MatcherConfig };
}

/** What finds the parser's complaints. */
const faultsOf = (foreign: readonly string[]): readonly object[] => [{ kind: 'ERROR' }, { regex: '^$' }, ...foreign.map((kind) => ({ kind }))];

/** One matcher for all, which marks each node with the rule that it is for. */
function together(rules: readonly ReadyMatch[], before: readonly object[], behind: readonly object[] = []): MatcherConfig {
  const marked = (place: number): object => ({ all: [rules[place]?.part?.rule, { pattern: `$$${MARK}${place}` }] });
  const groups = groupsByKind(rules);
  const isClosed = (places: readonly number[]): boolean => places.every((place) => rules[place]?.kinds !== undefined);
  const asked = (list: readonly (readonly number[])[]): object[] => list.map((places) => ({ any: places.map(marked) }));
  const any = [...before, ...bundled(asked(groups.filter(isClosed))), ...asked(groups.filter((places) => !isClosed(places))), ...behind];
  return { rule: { any }, utils: Object.assign({}, ...rules.map(({ part }) => part?.utils)) as object } as MatcherConfig;
}

/** Matchers in bundles of a few: a node of a kind that none of a bundle can match costs one look, not one for each. */
function bundled(matchers: readonly object[]): object[] {
  const bundles: object[] = [];
  for (let at = 0; at < matchers.length; at += BUNDLE) bundles.push({ any: matchers.slice(at, at + BUNDLE) });
  return bundles;
}

/** About the root of how many groups there are. */
const BUNDLE = 4;

/** Begins the name of a metavariable that no rule has. */
const MARK = 'CONDUCTOR_RULE_';

/** A node, its kind, and the place of its rule. */
interface Hit {
  readonly place: number;
  readonly kind: string;
  readonly node: Node;
}

/** The nodes by their rules, and those that no rule has. */
function sort(nodes: readonly Node[], placesOf: Asked['placesOf']): { hits: Hit[]; rest: Node[] } {
  const hits: Hit[] = [];
  const rest: Node[] = [];
  // Asked about first: rules that find something find more of it.
  let last = -1;
  for (const node of nodes) {
    const kind = String(node.kind());
    const places = placesOf(kind);
    const isMarked = (place: number): boolean => node.getMatch(`${MARK}${place}`) !== null;
    const place = places.includes(last) && isMarked(last) ? last : places.find(isMarked);
    if (place === undefined) rest.push(node);
    else {
      last = place;
      hits.push({ place, kind, node });
    }
  }
  return { hits, rest };
}
