import type { Language } from '../language';
import type { MatcherConfig } from '../parse/engine';
import type { Matcher, Rule } from '../rule/rule';
import { needsOf, type Needs } from './needs';

/** A matcher that is ready to be asked for. */
export interface Ready {
  readonly config: MatcherConfig;
  readonly needs: Needs;
}

/** A rule every match of which is a finding. */
export interface ReadyMatch extends Ready {
  readonly rule: Rule;
  /** Kinds that its matches can be of; undefined for any. */
  readonly kinds: ReadonlySet<string> | undefined;
  /** The matcher with names that no other rule has, so that many rules can be looked for in one go. Undefined where that cannot be: what constrains a metavariable holds for a whole question. */
  readonly part: { readonly rule: Matcher; readonly utils: Readonly<Record<string, Matcher>> } | undefined;
}

/** A requirement that the whole file has or has not. */
export interface ReadyRequirement {
  readonly rule: Rule;
  readonly sought: Ready;
  readonly when: Ready | undefined;
}

/** A set of rules, made ready for files in one language. */
export interface Prepared {
  readonly matches: readonly ReadyMatch[];
  readonly requirements: readonly ReadyRequirement[];
  readonly texts: readonly Rule[];
}

/** Makes rules ready. Done once for many files. */
export function prepare(rules: readonly Rule[], language: Language | undefined): Prepared {
  const prepared = { matches: [] as ReadyMatch[], requirements: [] as ReadyRequirement[], texts: [] as Rule[] };
  rules.forEach((rule, index) => {
    const { look } = rule;
    if (look.kind === 'text') prepared.texts.push(rule);
    else if (language === undefined) return;
    else if (look.kind === 'match') prepared.matches.push(readyMatch(rule, look.rule, index));
    // A node for which something does not hold is a match like any other.
    else if (look.each !== undefined) prepared.matches.push(readyMatch(rule, { all: [look.each, { not: look.rule }] }, index));
    else prepared.requirements.push({ rule, sought: ready(rule, look.rule), when: look.when && ready(rule, look.when) });
  });
  return prepared;
}

function ready({ constraints, utils }: Rule, matcher: Matcher): Ready {
  const config = { rule: matcher, ...(constraints === undefined ? {} : { constraints }), ...(utils === undefined ? {} : { utils }) } as MatcherConfig;
  return { config, needs: needsOf(matcher, utils) };
}

function readyMatch(rule: Rule, matcher: Matcher, index: number): ReadyMatch {
  const prefix = `rule-${index}-`;
  const part = rule.constraints === undefined ? { rule: renamed(matcher, prefix), utils: Object.fromEntries(Object.entries(rule.utils ?? {}).map(([name, util]) => [prefix + name, renamed(util, prefix)])) } : undefined;
  return { rule, kinds: kindsOf(matcher), ...ready(rule, matcher), part };
}

/** Kinds that a match can be of, as far as the matcher names them. What is no plain name is ast-grep's selector. */
function kindsOf(matcher: Matcher): ReadonlySet<string> | undefined {
  const { kind, all, any } = matcher;
  if (typeof kind === 'string') return /^\w+$/.test(kind) ? new Set([kind]) : undefined;
  if (Array.isArray(any)) {
    const each = any.map((one) => kindsOf(one as Matcher));
    if (each.every((kinds) => kinds !== undefined)) return new Set(each.flatMap((kinds) => [...kinds]));
  }
  return Array.isArray(all) ? all.map((one) => kindsOf(one as Matcher)).find((kinds) => kinds !== undefined) : undefined;
}

/** A matcher whose references to utilities have a prefix. */
function renamed(matcher: Matcher, prefix: string): Matcher {
  return rename(matcher) as Matcher;
  function rename(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'matches' && typeof each === 'string' ? prefix + each : rename(each)]));
  }
}
