import type { Language } from '../language';
import type { MatcherConfig } from '../parse/engine';
import type { Matcher, Rule, Severity } from '../rule/rule';
import { matcherInAscii, regexInAscii } from './ascii';
import { needsOf } from './needs';
import type { Needs } from './words';

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
  readonly part: Part;
}

/** A matcher that can stand among others in one question: with names that none of them has. Undefined where that cannot be: what constrains a metavariable holds for a whole question. */
type Part = { readonly rule: Matcher; readonly utils: Readonly<Record<string, Matcher>> } | undefined;

/** A matcher of which it matters whether it matches at all. Its metavariables have names of their own in {@link part}. */
export interface ReadySought extends Ready {
  readonly part: Part;
}

/** A requirement that the whole file has or has not. */
export interface ReadyRequirement {
  readonly rule: Rule;
  readonly sought: ReadySought;
  readonly when: ReadySought | undefined;
}

/** A set of rules, made ready for files in one language. */
export interface Prepared extends PreparedRules {
  /** The same, and in the same order, for texts of which `isAscii` holds. */
  readonly ascii: () => PreparedRules;
}

export interface PreparedRules {
  /** Those that can match any kind of node stand behind the others. */
  readonly matches: readonly ReadyMatch[];
  readonly requirements: readonly ReadyRequirement[];
  readonly texts: readonly ReadyText[];
}

/** A rule that looks for a regular expression. */
export interface ReadyText {
  readonly rule: Rule;
  readonly needs: Needs;
}

/** Makes rules ready. Done once for many files. */
export function prepare(rules: readonly Rule[], language: Language | undefined): Prepared {
  const prepared = { matches: [] as ReadyMatch[], requirements: [] as ReadyRequirement[], texts: [] as ReadyText[] };
  inOrder(rules).forEach((rule, index) => {
    const { look } = rule;
    if (look.kind === 'text') prepared.texts.push({ rule, needs: needsOf({ regex: look.regex }) });
    else if (language === undefined) return;
    else if (look.kind === 'match') prepared.matches.push(readyMatch(rule, look.rule, language, index));
    // A node for which something does not hold is a match like any other.
    else if (look.each !== undefined) prepared.matches.push(readyMatch(rule, { all: [look.each, { not: look.rule }] }, language, index));
    else prepared.requirements.push({ rule, sought: readySought(rule, look.rule, language, `sought-${index}-`, `SOUGHT_${index}_`), when: look.when && readySought(rule, look.when, language, `when-${index}-`, `WHEN_${index}_`) });
  });
  prepared.matches.sort((a, b) => Number(a.kinds === undefined) - Number(b.kinds === undefined));
  let twin: PreparedRules | undefined;
  return { ...prepared, ascii: () => (twin ??= inAscii(prepared)) };
}

/**
 * The same rules, for texts of which `isAscii` holds. To compile a regular expression with `\w` or `(?i)` takes up to
 * 0.4 ms, for all the letters of Unicode; those of ASCII alone take a tenth of it, and in such a text match the same.
 */
function inAscii({ matches, requirements, texts }: PreparedRules): PreparedRules {
  return {
    matches: matches.map((match) => ({ ...match, ...soughtInAscii(match) })),
    requirements: requirements.map(({ rule, sought, when }) => ({ rule, sought: soughtInAscii(sought), when: when && soughtInAscii(when) })),
    texts: texts.map(({ rule, needs }) => ({ rule: rule.look.kind === 'text' ? { ...rule, look: { ...rule.look, regex: regexInAscii(rule.look.regex) } } : rule, needs })),
  };
}

const soughtInAscii = ({ config, needs, part }: ReadySought): ReadySought => ({ needs, config: matcherInAscii(config) as MatcherConfig, part: matcherInAscii(part) as ReadySought['part'] });

/**
 * Errors first, hints last: of the rules that match a node the first is told, and those behind it are asked for again if they
 * can match such a node too. What finds something in files that are approved stands behind all others, so that they need not be.
 */
const inOrder = (rules: readonly Rule[]): Rule[] => [...rules].sort((a, b) => RANKS[a.severity] - RANKS[b.severity] || b.confidence - a.confidence);

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function ready({ constraints, utils }: Rule, matcher: Matcher, language: Language): Ready {
  const config = { rule: matcher, ...(constraints === undefined ? {} : { constraints }), ...(utils === undefined ? {} : { utils }) } as MatcherConfig;
  return { config, needs: needsOf(matcher, utils, language) };
}

function readyMatch(rule: Rule, matcher: Matcher, language: Language, index: number): ReadyMatch {
  return { rule, kinds: kindsOf(matcher), ...ready(rule, matcher, language), part: partOf(rule, matcher, `rule-${index}-`, '') };
}

function readySought(rule: Rule, matcher: Matcher, language: Language, prefix: string, variables: string): ReadySought {
  return { ...ready(rule, matcher, language), part: partOf(rule, matcher, prefix, variables) };
}

/** A matcher whose utilities have names with a prefix, and its metavariables such as are captured with another. */
function partOf({ constraints, utils = {} }: Rule, matcher: Matcher, prefix: string, variables: string): Part {
  if (constraints !== undefined) return undefined;
  return { rule: renamed(matcher, prefix, variables), utils: Object.fromEntries(Object.entries(utils).map(([name, util]) => [prefix + name, renamed(util, prefix, variables)])) };
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

function renamed(matcher: Matcher, prefix: string, variables: string): Matcher {
  return rename(matcher) as Matcher;
  function rename(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        if (typeof each !== 'string') return [key, rename(each)];
        if (key === 'matches') return [key, prefix + each];
        // `pattern` itself, and the text of one that is written with its context.
        return [key, key === 'pattern' || key === 'context' ? each.replace(/(\$\$\$|\$)([A-Z][A-Z0-9_]*)/g, `$1${variables}$2`) : each];
      }),
    );
  }
}
