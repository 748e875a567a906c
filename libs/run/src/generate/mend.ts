import { join } from 'node:path';
import { isLasting, type Fixed, type Rule } from '@nx-conductor/check';
import { byCodeUnit, done, failed, type Failure, type Outcome } from '@nx-conductor/core';
import type { RulesConfig } from '../config/config';
import { proveRules } from '../rules/prove-rules';
import { ruleSetsFor } from '../rules/ruling';
import { doubtText } from '../validate/doubts';
import { caseOf, withLines } from '../validate/judge-files';
import { editsOf, type MadeEdit } from '../validate/made-edit';
import type { ShownFinding } from '../validate/verdict-file';
import type { RuleTools } from './rule-tools';
import type { Run } from './run';

/** A text that was rendered, by the path that it will have (relative to the project's root). */
export interface Unmended {
  readonly path: string;
  readonly kinds: readonly string[] | undefined;
  readonly text: string;
}

export interface Mended {
  readonly text: string;
  /** Ids of the rules whose fixes are in the text, in code-unit order. */
  readonly fixed: readonly string[];
  readonly edits: readonly MadeEdit[];
  /** Findings whose edits lay in the way of others. */
  readonly overlapping: readonly ShownFinding[];
  /** No local edit mends it. */
  readonly regenerate: boolean;
}

/** A text as it was rendered. */
export const notMended = (text: string): Mended => ({ text, fixed: [], edits: [], overlapping: [], regenerate: false });

/**
 * Mends texts as they were rendered, by the fixes of the rules that `wanted` names. The result follows from text and rules
 * alone: what could come out otherwise on another machine, because a rule did not come to its end, is a failure.
 */
export async function mendTexts(run: Run, wanted: NonNullable<RulesConfig['fix']>, texts: readonly Unmended[], { ruling, jury }: RuleTools): Promise<Outcome<readonly Mended[]>> {
  const found = ruling();
  if (!found.ok) return found;
  if (found.value.faults.length > 0) return failed(...found.value.faults);
  const mine = onlyWanted(wanted);
  const questions = ruleSetsFor(found.value, texts).flatMap((set, index) => {
    const rules = mine(set.rules);
    const { path, text } = texts[index] as Unmended;
    return rules.some(({ fix }) => fix !== undefined) ? [{ index, path, text, proper: set.rules, set: { ...set, rules } }] : [];
  });
  const mended = texts.map(({ text }) => notMended(text));
  if (questions.length === 0) return done(mended);
  const called = jury.call(run.options.parallel);
  const faults = await proveRules([...new Set(questions.flatMap(({ proper }) => proper))], () => called, run.cache.checked);
  if (faults.length > 0) return failed(...faults);
  const fixed = await called.fix(caseOf(questions));
  const failures: Failure[] = [];
  for (const [at, { index, path }] of questions.entries()) {
    const { text, applied, overlapping, regenerate, verdict } = fixed[at] as Fixed;
    if (!isLasting(verdict)) failures.push({ code: 'fix-failed', place: { file: run.project.shown(join(run.project.root, path)) }, reason: verdict.doubts.map(doubtText).join('; ') });
    else mended[index] = { text, fixed: [...new Set(applied.map(({ rule }) => rule))].sort(byCodeUnit), edits: editsOf(applied), overlapping: withLines(overlapping, text), regenerate };
  }
  return failures.length > 0 ? failed(...failures) : done(mended);
}

/** Takes the fixes of all other rules away; what they find is found as ever. */
function onlyWanted(wanted: NonNullable<RulesConfig['fix']>): (rules: readonly Rule[]) => readonly Rule[] {
  const known = new Map<readonly Rule[], readonly Rule[]>();
  const isWanted = ({ id }: Rule) => (typeof wanted === 'boolean' ? wanted : wanted.includes(id));
  return (rules) => {
    let mine = known.get(rules);
    if (mine === undefined) known.set(rules, (mine = rules.map((rule) => (rule.fix === undefined || isWanted(rule) ? rule : withoutFix(rule)))));
    return mine;
  };
}

function withoutFix({ fix: _fix, ...rule }: Rule): Rule {
  return rule;
}
