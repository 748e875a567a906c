import { posix } from 'node:path';
import { collect, done, failed, parseJsonFile, validateOnce, type AdapterId, type Failure, type Memo, type Outcome } from '@nx-conductor/core';
import type { Pattern, PatternFolder } from './pattern';
import { optionFault } from './option-fault';
import { PATTERN_FILE, placeInPattern } from './place';
import { readRule } from './rule';

/** Reads a pattern folder: its `pattern.json`, and that every file it names is there. */
export function readPattern(folder: PatternFolder, memo?: Memo): Outcome<Pattern> {
  const file = folder.files.get(PATTERN_FILE);
  if (!file) return failed({ code: 'missing-file', place: { file: `${folder.shown}/${PATTERN_FILE}` }, wanted: 'the description of the pattern' });
  const parsed = parseJsonFile(file.text, file.shown);
  if (!parsed.ok) return parsed;
  const load = () => (require('./schema') as typeof import('./schema')).patternSchema;
  const checked = validateOnce('pattern', load, parsed.value, { text: file.text, file: file.shown }, memo);
  if (!checked.ok) return checked;
  const content = checked.value;
  const checks: Outcome<void>[] = [];
  if (content.id !== folder.name) {
    checks.push(failed({ code: 'invalid-value', place: placeInPattern(folder, ['id']), what: '"id"', expected: `the name of the folder, ${JSON.stringify(folder.name)}`, received: JSON.stringify(content.id) }));
  }
  for (const [key, option] of Object.entries(content.options ?? {})) {
    const expected = option.default === undefined ? undefined : optionFault(option, option.default);
    if (expected !== undefined) checks.push(failed({ code: 'invalid-value', place: placeInPattern(folder, ['options', key, 'default']), what: `the default of option ${JSON.stringify(key)}`, expected, received: JSON.stringify(option.default) }));
  }
  const rules = collect(content.outputs.map((rule, index) => readRule(rule, index, { text: file.text, file: file.shown })));
  if (!rules.ok) checks.push(rules);
  const inRules = content.outputs.flatMap(({ template, module }, index) => (template === undefined ? (module === undefined ? [] : [{ name: module, path: ['outputs', index, 'module'] }]) : [{ name: template, path: ['outputs', index, 'template'] }]));
  const named = [...inRules, ...(content.helpers === undefined ? [] : [{ name: content.helpers, path: ['helpers'] }])];
  for (const { name, path } of named) {
    if (!folder.files.has(posix.normalize(name))) {
      const failure: Failure = { code: 'unknown-name', place: placeInPattern(folder, path), what: 'file of the pattern', name, known: [...folder.files.keys()].filter((path) => path !== PATTERN_FILE) };
      checks.push(failed(failure));
    }
  }
  for (const each of folder.files.values()) {
    const used = each.path.endsWith('.ejs') || named.some(({ name }) => posix.normalize(name) === each.path);
    if (used && !each.isText) checks.push(failed({ code: 'template-syntax', place: { file: each.shown }, reason: 'it is not a text in UTF-8' }));
  }
  const all = collect(checks);
  if (!all.ok) return all;
  if (!rules.ok) return rules;
  const accepts = content.accepts === undefined ? [] : [content.accepts].flat();
  return done({
    id: content.id,
    description: content.description ?? '',
    accepts: accepts as readonly AdapterId[],
    options: content.options ?? {},
    ...(content.helpers === undefined ? {} : { helpers: posix.normalize(content.helpers) }),
    outputs: rules.value,
    folder,
  });
}
