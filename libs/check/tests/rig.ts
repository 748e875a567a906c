import { judgeText } from '../src/judge/judge-text';
import { loadEngine } from '../src/parse/engine';
import { readRules } from '../src/rule/read';
import type { Rule } from '../src/rule/rule';

export const engine = loadEngine();

/** Rules from the lines that matter; examples are made up. */
export function rulesOf(...documents: readonly string[]): readonly Rule[] {
  const text = documents.map((document, index) => [`id: rule-${index}`, 'severity: error', 'message: m', 'help: h', "valid: ['']", "invalid: ['']", document].filter((line, at, all) => at === all.length - 1 || !new RegExp(`^${line.split(':')[0]}:`, 'm').test(document)).join('\n')).join('\n---\n');
  const { rules, failures } = readRules([{ file: 'r.yml', text }]);
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  return rules;
}

export const judge = (text: string, language: string | undefined, ...documents: readonly string[]) => judgeText(engine, text, language, rulesOf(...documents));

/** What was found, in short. */
export const told = (text: string, language: string | undefined, ...documents: readonly string[]) => judge(text, language, ...documents).findings.map(({ rule, line, column, start, end }) => `${rule} ${line}:${column} ${JSON.stringify(text.slice(start, end))}`);
