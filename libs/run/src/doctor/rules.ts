import type { Rule } from '@nx-conductor/check';
import { DiskError, type Failure } from '@nx-conductor/core';
import { parseConfig, readConfigText } from '../config/read';
import { runCache, storeOf } from '../generate/cache';
import { refusal } from '../generate/run';
import type { Edition, Machine } from '../host';
import { gateOf } from '../pipeline/gate-of';
import type { Project } from '../project/project';
import { listRules } from '../rules/list-rules';
import { proveRules } from '../rules/prove-rules';
import { keepJury } from '../validate/keep-jury';
import { good, type Check } from './check';

/**
 * The rules of each project that uses any: files that cannot be read, names in `conductor.json` that no rule or pack has,
 * and examples that do not come out. Projects share rules, and what is wrong with one is told once.
 */
export async function checkRules(machine: Machine, edition: Edition, projects: readonly Project[]): Promise<Check[]> {
  const jury = keepJury(machine);
  const told = new Set<string>();
  const isNews = (failure: Failure): boolean => {
    const text = JSON.stringify(failure);
    return !told.has(text) && told.add(text) !== undefined;
  };
  const checks: Check[] = [];
  try {
    for (const project of projects) checks.push(...(await rulesOf(machine, edition, project, jury, isNews)));
    return checks;
  } finally {
    jury.close();
  }
}

async function rulesOf(machine: Machine, edition: Edition, project: Project, jury: ReturnType<typeof keepJury>, isNews: (failure: Failure) => boolean): Promise<Check[]> {
  const about = project.name;
  const wrong = (says: string, failures: readonly Failure[]): Check[] => (failures.length === 0 ? [] : [{ about, state: 'problem', says, failures }]);
  try {
    const config = readConfigText(machine.disk, project);
    const cache = runCache(storeOf(machine, project), edition.build, { use: true, templates: false, results: false, readOnly: false });
    // A configuration that cannot be read is told of as such.
    if (!config.ok || !parseConfig(config.value.text, project, cache.checked).ok || typeof gateOf(machine, project) !== 'string') return [];
    const listed = listRules(machine, edition, project);
    if (!listed.ok) return wrong('names rules that there are not', listed.failures);
    const counting = listed.value.rules.flatMap(({ rule, severity }): Rule[] => (severity === 'off' ? [] : [rule]));
    const failing = await proveRules(counting, () => jury.call(machine.processors()), cache.checked);
    const checks = [...wrong('rules that cannot be read', listed.value.faults.filter(isNews)), ...wrong('rules whose examples do not come out', failing.filter(isNews))];
    return listed.value.faults.length + failing.length > 0 ? checks : [good(about, `${counting.length} ${counting.length === 1 ? 'rule' : 'rules'}, whose examples come out`)];
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return wrong('its rules cannot be read', [refusal(project, error)]);
  }
}
