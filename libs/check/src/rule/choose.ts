import { byCodeUnit, digestOfFields, type Digest } from '@nx-conductor/core';
import { CHECK_VERSION } from '../version';
import { isKnownLanguage, languageOf } from '../language';
import { matchesGlob } from './glob';
import type { Rule, Severity } from './rule';

/** `"rules"` of a `conductor.json`. */
export interface RuleSettings {
  /** Packs that count. Absent: each pack counts whose name is a language, or a role of the file. */
  readonly use?: readonly string[];
  /** Another severity for a rule, or none of it, by id. */
  readonly set?: Readonly<Record<string, Severity | 'off'>>;
  /** For files that match one of the globs; later ones win over earlier ones. */
  readonly overrides?: readonly RuleOverride[];
}

export interface RuleOverride {
  /** Relative to the project. */
  readonly files: readonly string[];
  readonly set?: Readonly<Record<string, Severity | 'off'>>;
  /** Roles of these files. */
  readonly kinds?: readonly string[];
}

/** Which rules hold for each of several files. */
export interface Choice {
  readonly ruleSets: readonly (readonly Rule[])[];
  /** For each file, the index of its set. */
  readonly of: readonly number[];
}

/** A file to choose rules for. */
export interface ChosenFor {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** What its pattern says it is. */
  readonly roles?: readonly string[];
}

/** Chooses the rules for files, with the severity that holds there. Files with the same rules share a set; order depends on nothing but the arguments. */
export function chooseRules(rules: readonly Rule[], settings: RuleSettings, files: readonly ChosenFor[]): Choice {
  const sets = new Map<string, number>();
  const ruleSets: (readonly Rule[])[] = [];
  const chosenFor = chooser(rules, settings);
  const of = files.map((file) => {
    const { key, chosen } = chosenFor(file);
    let at = sets.get(key);
    if (at === undefined) {
      sets.set(key, (at = ruleSets.length));
      ruleSets.push(chosen);
    }
    return at;
  });
  return { ruleSets, of };
}

/** The digest of a set of rules: another one means another judgement. */
export function digestOfRuleSet(rules: readonly Rule[]): Digest {
  return digestOfFields(CHECK_VERSION, { rules: rules.map(({ digest, severity }) => `${digest} ${severity}`).join('\n') });
}

/** Rules that were chosen, and what tells them from others. */
interface Chosen {
  readonly key: string;
  readonly chosen: readonly Rule[];
}

const chosenOf = (chosen: readonly Rule[]): Chosen => ({ key: chosen.map(({ id, severity }) => `${id} ${severity}`).join('\n'), chosen });

/** Chooses for one file after the other. Where paths decide nothing, files of a language with the same roles and overrides have the same rules. */
function chooser(rules: readonly Rule[], settings: RuleSettings): (file: ChosenFor) => Chosen {
  const { use, overrides: all = [] } = settings;
  const known = new Map<string, Chosen>();
  return (file) => {
    const overrides = all.filter(({ files }) => files.some((glob) => matchesGlob(glob, file.path)));
    const language = languageOf(file.path);
    const roles = rolesOf(file, overrides);
    const alike = JSON.stringify([language, [...roles].sort(byCodeUnit), overrides.map((each) => all.indexOf(each))]);
    let found = known.get(alike);
    if (!found) {
      const chosen = rules.flatMap((rule): Rule[] => {
        if (!packCounts(rule, use, roles) || !isFor(rule, language, roles)) return [];
        const severity = severityOf(rule, settings, overrides);
        return severity === 'off' ? [] : [severity === rule.severity ? rule : { ...rule, severity }];
      });
      known.set(alike, (found = chosenOf(chosen)));
    }
    return found.chosen.some(({ files, ignores }) => files.length + ignores.length > 0) ? chosenOf(found.chosen.filter((rule) => matchesPath(rule, file.path))) : found;
  };
}

/** Roles of a file: what its pattern says, what overrides say, and `test` for a file that is named as tests are. */
function rolesOf({ path, roles = [] }: ChosenFor, overrides: readonly RuleOverride[]): ReadonlySet<string> {
  const all = new Set([...roles, ...overrides.flatMap(({ kinds = [] }) => kinds)]);
  if (TEST_NAME.test(path)) all.add('test');
  return all;
}

/** `x.test.ts`, `x.spec.js`, `test_x.py`, `x_test.py`, and everything in a folder `__tests__`. */
const TEST_NAME = /(?:^|\/)(?:__tests__\/.*|[^/]*\.(?:test|spec)\.[a-z]+|test_[^/]*\.py|[^/]*_test\.py)$/;

const packCounts = ({ pack }: Rule, use: readonly string[] | undefined, roles: ReadonlySet<string>): boolean =>
  pack === undefined || (use === undefined ? isKnownLanguage(pack) || roles.has(pack) : use.includes(pack));

function isFor({ kinds }: Rule, language: string | undefined, roles: ReadonlySet<string>): boolean {
  const languages: readonly string[] = kinds.filter(isKnownLanguage);
  const wanted = kinds.filter((kind) => !isKnownLanguage(kind));
  return (languages.length === 0 || (language !== undefined && languages.includes(language))) && (wanted.length === 0 || wanted.some((role) => roles.has(role)));
}

const matchesPath = ({ files, ignores }: Rule, path: string): boolean => (files.length === 0 || files.some((glob) => matchesGlob(glob, path))) && !ignores.some((glob) => matchesGlob(glob, path));

function severityOf(rule: Rule, settings: RuleSettings, overrides: readonly RuleOverride[]): Severity | 'off' {
  const sets = [settings.set, ...overrides.map(({ set }) => set)].filter((set) => set !== undefined && Object.hasOwn(set, rule.id));
  return sets.at(-1)?.[rule.id] ?? rule.severity;
}
