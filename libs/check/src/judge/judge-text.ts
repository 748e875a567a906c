import { isKnownLanguage } from '../language';
import { prepare, type Prepared } from '../match/prepare';
import type { Seen } from '../match/seen';
import { conclude } from '../outcome/conclude';
import type { Verdict } from '../outcome/verdict';
import type { Engine } from '../parse/engine';
import type { Rule } from '../rule/rule';
import { lookAt } from './look-at';

/** Judges a text. What comes of it is a function of the text, its language and the rules; their order does not count. */
export function judgeText(engine: Engine, text: string, language: string | undefined, rules: readonly Rule[]): Verdict {
  return judgeWith(engine, text, language, prepare(rules, knownLanguage(language)));
}

/** {@link judgeText} with rules that are ready for the language. */
export function judgeWith(engine: Engine, text: string, language: string | undefined, rules: Prepared, seen?: Seen): Verdict {
  return conclude(text, lookAt(engine, text, knownLanguage(language), rules, seen));
}

export const knownLanguage = (language: string | undefined) => (language !== undefined && isKnownLanguage(language) ? language : undefined);
