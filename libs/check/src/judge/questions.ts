import type { Clock, Failure } from '@nx-conductor/core';
import { testRule } from '../examples/test-rule';
import type { Fixed } from '../fix/fixed';
import { fixText } from '../fix/fix-text';
import { prepare, type Prepared } from '../match/prepare';
import type { Sight } from '../outcome/sight';
import type { Verdict } from '../outcome/verdict';
import type { Engine } from '../parse/engine';
import type { Rule } from '../rule/rule';
import { judgeOnDisk, type TextOnDisk } from './judge-on-disk';
import { judgeWith, knownLanguage } from './judge-text';
import { lookAt } from './look-at';

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
  /** With `path`: the text lies there, and many such may be judged at a time. */
  | ({ readonly kind: 'judge'; readonly path?: string | undefined } & Asked)
  | ({ readonly kind: 'fix' } & Asked)
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

/** What such a process is told. Each question has a number. */
export type Told = { readonly kind: 'rules'; readonly key: string; readonly rules: readonly Rule[] } | { readonly kind: 'forget' } | { readonly kind: 'questions'; readonly questions: readonly (readonly [number: number, question: Question])[] };

/** What it says: answers by the numbers of their questions, or that it has a bug. */
export type Said = { readonly answers: readonly (readonly [number: number, answer: unknown])[] } | { readonly bug: string };

/** Answers are sent together when they took less than this: a message for each would cost more than many of them. */
const TOGETHER_MS = 5;

/** Messages with questions that are answered at a time: while native threads look at the texts of one, rules are compiled for the next. */
const AT_ONCE = 2;

/** For fewer files with the same rules, reading them from disk saves nothing. */
const WORTH_READING = 3;

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
  const allBut = ({ rules: key, language, without }: Asked): Prepared => ready(key, language, `without ${without.join(' ')}`, ({ id }) => !without.includes(id));
  const answer = (question: Question): unknown => {
    if (question.kind === 'test') return testRule(engine, question.rule);
    const { language, text } = question;
    if (question.kind === 'look') return lookAt(engine, text, knownLanguage(language), ready(question.rules, language, `only ${question.only}`, ({ id }) => id === question.only));
    return question.kind === 'judge' ? judgeWith(engine, text, language, allBut(question)) : fixText(engine, text, language, allBut(question));
  };
  const answerAll = async (questions: readonly (readonly [number, Question])[]): Promise<void> => {
    let answers: (readonly [number, unknown])[] = [];
    let since = clock.elapsed();
    const tell = (): void => {
      if (answers.length > 0) say({ answers });
      [answers, since] = [[], clock.elapsed()];
    };
    const give = (number: number, given: unknown): void => {
      answers.push([number, given]);
      if (clock.elapsed() - since >= TOGETHER_MS) tell();
    };
    const open = new Map(questions);
    for (const alike of alikeOnDisk(questions)) {
      const [first] = alike;
      const language = knownLanguage(first?.language);
      if (first === undefined || language === undefined) continue;
      await judgeOnDisk(engine, alike, language, allBut(first), ({ number }, verdict) => {
        open.delete(number);
        give(number, verdict);
      });
    }
    for (const [number, question] of open) give(number, answer(question));
    tell();
  };
  const tellBug = (error: unknown): void => say({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  const atWork = new Set<Promise<void>>();
  const begin = async (told: Told): Promise<void> => {
    if (told.kind === 'rules') rules.set(told.key, told.rules);
    else if (told.kind === 'forget') {
      await Promise.all(atWork);
      [rules, prepared].forEach((each) => each.clear());
    } else {
      while (atWork.size >= AT_ONCE) await Promise.race(atWork);
      const work = answerAll(told.questions)
        .catch(tellBug)
        .finally(() => atWork.delete(work));
      atWork.add(work);
    }
  };
  // What is told while it is at work waits.
  let turn: Promise<void> = Promise.resolve();
  return (message) => {
    turn = turn.then(() => begin(message as Told)).catch(tellBug);
  };
}

/** A question about a text that lies on disk. */
type OnDisk = TextOnDisk & Asked & { readonly number: number };

/** Questions about texts on disk that have the same language and rules. */
function alikeOnDisk(questions: readonly (readonly [number, Question])[]): readonly (readonly OnDisk[])[] {
  const groups = new Map<string, OnDisk[]>();
  for (const [number, question] of questions) {
    if (question.kind !== 'judge' || question.path === undefined) continue;
    const { path, rules, language, text, without } = question;
    const key = `${rules} ${language} ${without.join(' ')}`;
    const group = groups.get(key) ?? [];
    if (group.length === 0) groups.set(key, group);
    group.push({ number, path, rules, language, text, without });
  }
  return [...groups.values()].filter(({ length }) => length >= WORTH_READING);
}
