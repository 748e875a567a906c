import type { Failure } from '@nx-conductor/core';
import { BUILT_IN, type Finding } from '../finding';
import { fixText } from '../fix/fix-text';
import { judgeWith, knownLanguage } from '../judge/judge-text';
import { isKnownLanguage } from '../language';
import { prepare, type Prepared } from '../match/prepare';
import type { Verdict } from '../outcome/verdict';
import type { Engine } from '../parse/engine';
import type { Rule } from '../rule/rule';

/**
 * Runs the examples of a rule: it finds nothing in the valid ones and something in each invalid one, all of them parse,
 * and its fix makes exactly what it says. Before that, it is asked for once in every language that it is for, so that a
 * kind which one of them does not have is told here and not in the middle of a run.
 */
export function testRule(engine: Engine, rule: Rule): readonly Failure[] {
  const bad = (reason: string, hint: string): Failure => ({ code: 'bad-rule', place: rule.place, rule: rule.id, reason, hint });
  const own = ({ findings }: Verdict): readonly Finding[] => findings.filter((finding) => finding.rule === rule.id);
  for (const language of rule.kinds.filter(isKnownLanguage)) {
    const broken = judgeWith(engine, SAMPLE[language] ?? 'a', language, withoutNeeds(prepare([rule], language))).doubts.find(({ code }) => code === 'rule-failed');
    if (broken?.code === 'rule-failed') return [bad(`it cannot be used for ${language}: ${broken.reason}`, 'see https://ast-grep.github.io/reference/rule.html, and the kinds of nodes of the language')];
  }
  const ready = prepare([rule], knownLanguage(rule.language));
  // Without a parser nothing can be said of the rule, and no file of the language is judged either.
  if (rule.language !== undefined && isKnownLanguage(rule.language) && engine.parse(rule.language, '') === undefined) return [];
  const failures: Failure[] = [];
  const judge = (code: string, name: string): Verdict | undefined => {
    const verdict = judgeWith(engine, code, rule.language, ready);
    const fault = verdict.findings.find((finding) => finding.rule === BUILT_IN.parse && finding.confidence >= 0.8);
    if (fault === undefined || rule.look.kind === 'text') return verdict;
    failures.push(bad(`${name} ${fault.message}, at ${fault.line}:${fault.column} of it`, `mend the example; it is read as ${rule.language}`));
    return undefined;
  };
  rule.valid.forEach((code, index) => {
    const name = `valid example ${index + 1}`;
    const verdict = judge(code, name);
    const finding = verdict && own(verdict)[0];
    if (finding) failures.push(bad(`it finds something in ${name}, at ${finding.line}:${finding.column} of it`, 'make the rule find less, or mend the example'));
  });
  rule.invalid.forEach(({ code, fixed }, index) => {
    const name = `invalid example ${index + 1}`;
    const verdict = judge(code, name);
    if (verdict === undefined) return;
    if (own(verdict).length === 0) failures.push(bad(`it finds nothing in ${name}`, 'make the rule find it; conductor rules show tells what it looks for'));
    else if (fixed !== undefined || rule.fix !== undefined) {
      const result = fixText(engine, code, rule.language, ready);
      if (result.undone) failures.push(bad(`its fix of ${name} does not parse`, 'mend the template'));
      else if (fixed !== undefined && result.text !== fixed) failures.push(bad(`its fix of ${name} gives ${JSON.stringify(result.text)}, not ${JSON.stringify(fixed)}`, 'mend the template, or the example'));
    }
  });
  return failures;
}

/** Asked for whatever words a text has. */
const withoutNeeds = (ready: Prepared): Prepared => ({ ...ready, matches: ready.matches.map((match) => ({ ...match, needs: [] })) });

/** A text of some kinds of nodes, to ask a rule for once. */
const SAMPLE: Readonly<Record<string, string>> = { html: '<a></a>', css: 'a { b: c }', json: '{}', sql: 'SELECT 1;' };
