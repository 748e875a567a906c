import { join } from 'node:path';
import type { Rule } from '@nx-conductor/check';
import { done, failed, type Outcome } from '@nx-conductor/core';
import { findProject, listRules, projectAt, testRules, workspaceAround, type ListedRule, type Project } from '@nx-conductor/run';
import type { Call } from './call';
import { paintFor } from './io';
import { plural } from './store-commands';
import { tableText } from './table';

/** `conductor rules list`. */
export async function runRulesList(call: Call): Promise<number> {
  const found = await rulesPlace(call, call.invocation.project);
  if (!found.ok) return call.fail(found.failures, call.invocation.project ?? null);
  const { project, name } = found.value;
  const listed = listRules(call.machine, call.edition, project);
  if (!listed.ok) return call.fail(listed.failures, name);
  const { rules, faults } = listed.value;
  if (call.invocation.options['json'] !== true) call.complain(faults);
  const rows = rules.map(({ rule, severity }) => [rule.id, severity, String(rule.confidence), rule.kinds.join(' '), rule.pack ?? 'workspace', rule.fix ? 'fix' : rule.structural ? 'regenerate' : '']);
  const table = rows.length === 0 ? ['no rules: .conductor/rules has none, and no installed package brings any'] : tableText(['rule', 'severity', 'confidence', 'kinds', 'pack', 'mends'], rows);
  return call.tell(name, { rules: rules.map(briefJson) }, [...table, plural(rules.length, 'rule', 'rules')].join('\n'), faults);
}

/** `conductor rules test`. */
export async function runRulesTest(call: Call): Promise<number> {
  const found = await rulesPlace(call, call.invocation.project);
  if (!found.ok) return call.fail(found.failures, call.invocation.project ?? null);
  const { project, name } = found.value;
  const listed = listRules(call.machine, call.edition, project);
  if (!listed.ok) return call.fail(listed.failures, name);
  const rules = listed.value.rules.map(({ rule }) => rule);
  const faults = [...listed.value.faults, ...(await testRules(call.machine, rules))];
  if (call.invocation.options['json'] !== true) call.complain(faults);
  const examples = rules.reduce((sum, { valid, invalid }) => sum + valid.length + invalid.length, 0);
  const text = faults.length === 0 ? `${paintFor(call.io).green('✓')} ${plural(rules.length, 'rule', 'rules')}, ${plural(examples, 'example', 'examples')}: as they say` : `${paintFor(call.io).red('✗')} ${plural(faults.length, 'fault', 'faults')} in rules`;
  return call.tell(name, { rules: rules.length, examples, faults: faults.length }, text, faults);
}

/** `conductor rules show <rule>`. */
export async function runRulesShow(call: Call): Promise<number> {
  const id = call.invocation.project;
  if (id === undefined) return call.fail([{ code: 'usage', expected: 'the id of a rule', received: 'none', hint: 'conductor rules show <rule>; conductor rules list tells of each' }], null);
  const found = await rulesPlace(call, undefined);
  if (!found.ok) return call.fail(found.failures, null);
  const { project, name } = found.value;
  const listed = listRules(call.machine, call.edition, project);
  if (!listed.ok) return call.fail(listed.failures, name);
  const known = listed.value.rules;
  const one = known.find(({ rule }) => rule.id === id);
  if (!one) return call.fail([{ code: 'unknown-name', what: 'rule', name: id, known: known.map(({ rule }) => rule.id) }], name);
  return call.tell(name, { rule: { ...briefJson(one), ...bodyJson(one.rule) } }, ruleText(one).join('\n'));
}

/** The project that is meant, else the workspace around the current folder: rules are there without a project too. */
async function rulesPlace({ io, machine }: Call, asked: string | undefined): Promise<Outcome<{ readonly project: Project; readonly name: string | null }>> {
  const found = await findProject(machine, io.cwd, asked);
  if (found.ok) return done({ project: found.value, name: found.value.name });
  const workspace = asked === undefined ? workspaceAround(machine.disk, io.cwd) : undefined;
  return workspace === undefined ? failed(...found.failures) : done({ project: projectAt(machine.disk, workspace), name: null });
}

function briefJson({ rule, severity }: ListedRule): object {
  const { id, version, kinds, confidence, message, help, structural, pack = null, place, fix } = rule;
  return { id, version, kinds, severity, confidence, message, help, pack, file: place.file, line: place.line ?? 1, fix: fix !== undefined, structural };
}

function bodyJson({ look, constraints, utils, fix, files, ignores, valid, invalid }: Rule): object {
  return { look, ...(constraints ? { constraints } : {}), ...(utils ? { utils } : {}), ...(fix ? { fix } : {}), files, ignores, valid, invalid };
}

function ruleText({ rule, severity }: ListedRule): string[] {
  const { id, version, kinds, confidence, message, help, look, fix, structural, pack, place, valid, invalid, files, ignores } = rule;
  const code = (text: string) => text.trimEnd().split('\n').map((line) => `    ${line}`);
  return [
    `${id} (version ${version}, ${pack === undefined ? 'of the workspace' : `pack ${pack}`}, ${join(place.file)}:${place.line ?? 1})`,
    `  severity    ${severity}${severity === rule.severity ? '' : ` (by itself ${rule.severity})`}`,
    `  confidence  ${confidence}`,
    `  for         ${kinds.join(', ')}${files.length > 0 ? `; files ${files.join(', ')}` : ''}${ignores.length > 0 ? `; not ${ignores.join(', ')}` : ''}`,
    `  says        ${message}`,
    `  help        ${help}`,
    `  looks for   ${JSON.stringify(look)}`,
    `  mends       ${fix ? JSON.stringify(fix) : structural ? 'nothing: the file must be made anew' : 'nothing'}`,
    ...valid.flatMap((text) => ['  valid', ...code(text)]),
    ...invalid.flatMap(({ code: text, fixed }) => ['  invalid', ...code(text), ...(fixed === undefined ? [] : ['  mended', ...code(fixed)])]),
  ];
}
