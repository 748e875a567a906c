import { readRules, type RuleSource } from '@nx-conductor/check';
import { byCodeUnit, collect, done, failed, utf8Of, type Memo, type Outcome } from '@nx-conductor/core';
import type { Config, RulesConfig } from '../config/config';
import { configPlaces, parseConfig, type ConfigPlace, type ConfigText } from '../config/read';
import type { Reader } from '../generate/reader';
import type { Project } from '../project/project';
import type { RuleFile } from './find-rules';
import type { Ruling } from './ruling';

/** Reads the rules of a project from its `conductor.json`. */
export function loadRuling(project: Project, config: ConfigText, files: readonly RuleFile[], reader: Reader, memo: Memo): Outcome<Ruling> {
  const parsed = parseConfig(config.text, project, memo);
  return parsed.ok ? rulingFor(parsed.value, configPlaces(config, project), files, reader, memo) : parsed;
}

/** Reads the rules that a configuration uses. One that cannot be read is among the faults and hides no other; a name that no rule or pack has is a failure. */
export function rulingFor(config: Pick<Config, 'rules'>, place: ConfigPlace, files: readonly RuleFile[], reader: Reader, memo: Memo): Outcome<Ruling> {
  const { rules: settings = {} } = config;
  const { rules, failures } = readRuleFiles(files, reader, memo);
  const named = collect([...unknownPacks(settings, files, place), ...unknownRules(settings, rules.map(({ id }) => id), failures.length > 0, place)]);
  return named.ok ? done({ rules, settings: withoutFix(settings), faults: failures }) : named;
}

/** All rules of some files, and what is wrong with the others. */
export function readRuleFiles(files: readonly RuleFile[], reader: Reader, memo: Memo): ReturnType<typeof readRules> {
  const sources = files.flatMap(({ path, shown, pack }): RuleSource[] => {
    const bytes = reader.bytes(path);
    return bytes ? [{ file: shown, text: utf8Of(bytes), ...(pack === undefined ? {} : { pack }) }] : [];
  });
  return readRules(sources, memo);
}

function withoutFix({ use, set, overrides }: RulesConfig): Ruling['settings'] {
  return {
    ...(use === undefined ? {} : { use }),
    ...(set === undefined ? {} : { set }),
    ...(overrides === undefined ? {} : { overrides: overrides.map(({ files, set: each, kinds }) => ({ files, ...(each === undefined ? {} : { set: each }), ...(kinds === undefined ? {} : { kinds }) })) }),
  };
}

function unknownPacks({ use = [] }: RulesConfig, files: readonly RuleFile[], place: ConfigPlace): Outcome<void>[] {
  const known = [...new Set(files.flatMap(({ pack }) => pack ?? []))].sort(byCodeUnit);
  return use.flatMap((name, index) => (known.includes(name) ? [] : [failed({ code: 'unknown-name', place: place('rules', 'use', index), what: 'rule pack', name, known })]));
}

/** Ids that no rule has; not while a rule cannot be read, which may be the one. */
function unknownRules({ set = {}, overrides = [], fix }: RulesConfig, ids: readonly string[], unsure: boolean, place: ConfigPlace): Outcome<void>[] {
  if (unsure) return [];
  const known = [...new Set(ids)].sort(byCodeUnit);
  const named = [
    ...Object.keys(set).map((id) => [id, place('rules', 'set', id)] as const),
    ...overrides.flatMap((each, index) => Object.keys(each.set ?? {}).map((id) => [id, place('rules', 'overrides', index, 'set', id)] as const)),
    ...(Array.isArray(fix) ? (fix as readonly string[]) : []).map((id, index) => [id, place('rules', 'fix', index)] as const),
  ];
  return named.flatMap(([name, where]) => (known.includes(name) ? [] : [failed({ code: 'unknown-name', place: where, what: 'rule', name, known })]));
}
