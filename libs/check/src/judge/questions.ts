import type { Clock, Failure } from '@nx-conductor/core';
import { testRule } from '../examples/test-rule';
import type { Fixed } from '../fix/fixed';
import { fixText } from '../fix/fix-text';
import { prepare, type Prepared } from '../match/prepare';
import type { Verdict } from '../outcome/verdict';
import type { Engine } from '../parse/engine';
import type { Rule } from '../rule/rule';
import { judgeWith, knownLanguage } from './judge-text';
import { lookAt, type Sight } from './look-at';

/** A file in a question. Its rules were sent before, by their key. */
interface Asked {
  readonly rules: string;
  readonly language: string | undefined;
  readonly text: string;
  /** Rules that are left out. */
  readonly without: readonly string[];
}

/** What a process that judges is asked. */
export type Question =
  | ({ readonly kind: 'judge' | 'fix' } & Asked)
  /** Only the parser, or only one rule. */
  | ({ readonly kind: 'look'; readonly only: string | undefined } & Asked)
  | { readonly kind: 'test'; readonly rule: Rule };

/** What it answers, by the kind of the question. */
export interface Answers {
  readonly judge: Verdict;
  readonly fix: Fixed;
  readonly look: Sight;
  readonly test: readonly Failure[];
}

/** What such a process is told. */
export type Told = { readonly kind: 'rules'; readonly key: string; readonly rules: readonly Rule[] } | { readonly kind: 'forget' } | { readonly kind: 'questions'; readonly questions: readonly Question[] };

/** What it says: answers, in the order of the questions, or that it has a bug. */
export type Said = { readonly answers: readonly unknown[] } | { readonly bug: string };

/** Answers are sent together when they took less than this: a message for each would cost more than many of them. */
const TOGETHER_MS = 5;

/** Answers questions in a process of its own. */
export function answerQuestions(engine: Engine, clock: Clock, say: (said: Said) => void): (told: unknown) => void {
  const rules = new Map<string, readonly Rule[]>();
  const prepared = new Map<string, Prepared>();
  const ready = (key: string, language: string | undefined, chosen: string, choose: (rule: Rule) => boolean): Prepared => {
    const name = `${key} ${language} ${chosen}`;
    let known = prepared.get(name);
    if (known !== undefined) return known;
    const all = rules.get(key);
    // Judged by no rules, everything would be approved.
    if (all === undefined) throw new Error('a question arrived before its rules');
    prepared.set(name, (known = prepare(all.filter(choose), knownLanguage(language))));
    return known;
  };
  const answer = (question: Question): unknown => {
    if (question.kind === 'test') return testRule(engine, question.rule);
    const { language, text, without } = question;
    if (question.kind === 'look') return lookAt(engine, text, knownLanguage(language), ready(question.rules, language, `only ${question.only}`, ({ id }) => id === question.only));
    const all = ready(question.rules, language, `without ${without.join(' ')}`, ({ id }) => !without.includes(id));
    return question.kind === 'judge' ? judgeWith(engine, text, language, all) : fixText(engine, text, language, all);
  };
  return (message) => {
    const told = message as Told;
    if (told.kind === 'rules') rules.set(told.key, told.rules);
    else if (told.kind === 'forget') [rules, prepared].forEach((each) => each.clear());
    else {
      try {
        let answers: unknown[] = [];
        let since = clock.elapsed();
        for (const question of told.questions) {
          answers.push(answer(question));
          if (clock.elapsed() - since < TOGETHER_MS) continue;
          say({ answers });
          [answers, since] = [[], clock.elapsed()];
        }
        if (answers.length > 0) say({ answers });
      } catch (error) {
        say({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    }
  };
}
