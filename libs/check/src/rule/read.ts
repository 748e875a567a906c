import { byCodeUnit, digestOfFields, validateAt, type Failure, type Memo, type Outcome, type PlaceOf } from '@nx-conductor/core';
import { BUILT_IN } from '../finding';
import { isKnownLanguage, LANGUAGES } from '../language';
import type { FixTemplate, InvalidExample, Look, Matcher, Rule } from './rule';
import type { RuleDocument } from './schema';
import { readYamlDocuments } from './yaml-documents';

/** The text of a rule file. */
export interface RuleSource {
  /** Path as people know it. */
  readonly file: string;
  readonly text: string;
  /** The pack that it belongs to; undefined for a file of the workspace. */
  readonly pack?: string;
}

/** All rules that could be read, in the order of their ids, and everything that is wrong with the others. */
export interface Catalogue {
  readonly rules: readonly Rule[];
  readonly failures: readonly Failure[];
}

/**
 * Reads rule files. A rule that is wrong is told and left out, and hides no other. A rule of the workspace replaces a
 * pack's rule of the same id; otherwise an id is used once, and the first use stands.
 * With `memo`, files that were read before cost one look-up, and neither YAML nor zod is loaded.
 */
export function readRules(sources: readonly RuleSource[], memo?: Memo): Catalogue {
  const key = digestOfFields('conductor rules 1', { sources: JSON.stringify(sources.map(({ file, text, pack }) => [file, text, pack ?? null])) });
  const known = memo?.read(key);
  if (known !== undefined) return JSON.parse(known) as Catalogue;
  const catalogue = catalogueOf(sources);
  memo?.write(key, JSON.stringify(catalogue));
  return catalogue;
}

function catalogueOf(sources: readonly RuleSource[]): Catalogue {
  const rules = new Map<string, Rule>();
  const failures: Failure[] = [];
  const ordered = [...sources].sort((a, b) => Number(a.pack === undefined) - Number(b.pack === undefined) || byCodeUnit(a.file, b.file));
  for (const source of ordered) {
    for (const outcome of readRuleFile(source)) {
      if (!outcome.ok) {
        failures.push(...outcome.failures);
        continue;
      }
      const rule = outcome.value;
      const other = rules.get(rule.id);
      if (other === undefined || (other.pack !== undefined && rule.pack === undefined)) rules.set(rule.id, rule);
      else failures.push({ code: 'bad-rule', place: rule.place, rule: rule.id, reason: `its id is taken: ${other.place.file}:${other.place.line ?? 1} has it`, hint: 'give it another id' });
    }
  }
  return { rules: [...rules.values()].sort((a, b) => byCodeUnit(a.id, b.id)), failures };
}

/** The rules of one file, document by document. */
function readRuleFile({ file, text, pack }: RuleSource): readonly Outcome<Rule>[] {
  const { ruleSchema } = require('./schema') as typeof import('./schema');
  return readYamlDocuments(file, text).map((document): Outcome<Rule> => {
    if (!document.ok) return document;
    const { value, placeOf } = document.value;
    const checked = validateAt(ruleSchema, value, placeOf);
    if (!checked.ok) return checked;
    const failures = contradictions(checked.value, placeOf);
    return failures.length > 0 ? { ok: false, failures } : { ok: true, value: ruleOf(checked.value, placeOf, pack) };
  });
}

/** What no schema says: keys that do not go together. */
function contradictions(document: RuleDocument, placeOf: PlaceOf): Failure[] {
  const bad = (key: string, expected: string, received: string): Failure => ({ code: 'invalid-value', place: placeOf([key]), what: `"${key}"`, expected, received });
  const { id, kinds, rule, text, require: isRequirement = false, when, each, fix, structural } = document;
  const failures: Failure[] = [];
  if (Object.values<string>(BUILT_IN).includes(id)) failures.push(bad('id', 'a name that Conductor does not use itself', JSON.stringify(id)));
  if ((rule === undefined) === (text === undefined)) failures.push(bad(rule === undefined ? 'id' : 'text', 'a rule with either "rule" or "text"', rule === undefined ? 'neither' : 'both'));
  if (rule !== undefined && kinds.every((kind) => !isKnownLanguage(kind))) failures.push(bad('kinds', `at least one language, since code is looked for: ${LANGUAGES.join(', ')}`, kinds.join(', ')));
  if (!isRequirement && (when ?? each) !== undefined) failures.push(bad(when === undefined ? 'each' : 'when', 'it only together with "require: true"', 'no requirement'));
  if (when !== undefined && each !== undefined) failures.push(bad('when', 'either "when" or "each"', 'both'));
  if (text !== undefined) {
    for (const key of ['when', 'each', 'constraints', 'utils'] as const) if (document[key] !== undefined) failures.push(bad(key, 'it only together with "rule"', 'a text rule'));
  } else if (document.in !== undefined) failures.push(bad('in', 'it only together with "text"', 'a rule that looks for code'));
  if (fix !== undefined && structural) failures.push(bad('structural', 'false, since there is a fix', 'true'));
  if (fix !== undefined && isRequirement && each === undefined) failures.push(bad('fix', 'a fix of something that is there', 'a requirement that the whole file has, or has not'));
  if (fix === undefined) {
    const at = document.invalid.findIndex((example) => typeof example === 'object' && example.fixed !== undefined);
    if (at >= 0) failures.push({ code: 'invalid-value', place: placeOf(['invalid', at, 'fixed']), what: '"fixed"', expected: 'it only in a rule with "fix"', received: 'no fix' });
  }
  return failures;
}

function ruleOf(document: RuleDocument, placeOf: PlaceOf, pack: string | undefined): Rule {
  const { id, version, kinds, severity, confidence, message, help, constraints, utils, structural, files, ignores, valid } = document;
  const body = {
    id, version, kinds, severity, confidence, message, help,
    look: lookOf(document),
    ...(constraints === undefined ? {} : { constraints: constraints as Readonly<Record<string, Matcher>> }),
    ...(utils === undefined ? {} : { utils: utils as Readonly<Record<string, Matcher>> }),
    ...(document.fix === undefined ? {} : { fix: fixOf(document.fix) }),
    structural, files, ignores,
    language: kinds.find(isKnownLanguage) ?? TEXT,
    valid,
    invalid: document.invalid.map((example): InvalidExample => (typeof example === 'string' ? { code: example } : { code: example.code, ...(example.fixed === undefined ? {} : { fixed: example.fixed }) })),
  };
  const digest = digestOfFields('conductor rule 1', { rule: JSON.stringify(body) });
  return { ...body, ...(pack === undefined ? {} : { pack }), place: placeOf([], 'id'), digest };
}

/** Language of the examples of a text rule for any language. */
const TEXT = 'text';

function lookOf({ rule, text, require: isRequirement = false, when, each, in: parts }: RuleDocument): Look {
  if (text !== undefined) return { kind: 'text', regex: text, in: parts ?? ['code'], require: isRequirement };
  const sought = rule as Matcher;
  if (!isRequirement) return { kind: 'match', rule: sought };
  return { kind: 'require', rule: sought, ...(when === undefined ? {} : { when: when as Matcher }), ...(each === undefined ? {} : { each: each as Matcher }) };
}

function fixOf(fix: NonNullable<RuleDocument['fix']>): FixTemplate {
  if (typeof fix === 'string') return { template: fix };
  const { template, expandStart, expandEnd } = fix;
  return { template, ...(expandStart === undefined ? {} : { expandStart: expandStart as Matcher }), ...(expandEnd === undefined ? {} : { expandEnd: expandEnd as Matcher }) };
}
