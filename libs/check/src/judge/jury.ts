import type { Failure, StartChild } from '@nx-conductor/core';
import type { Fixed } from '../fix/fixed';
import { conclude, together, tooLarge } from '../outcome/conclude';
import type { Sight } from '../outcome/sight';
import type { Doubt, Verdict } from '../outcome/verdict';
import { digestOfRuleSet } from '../rule/choose';
import type { Rule } from '../rule/rule';
import { gatherCrew, type Reply } from './crew';
import { LIMITS, type Limits } from './limits';

/** A file to judge: its text as it is or would be written. */
export interface Candidate {
  readonly text: string;
  /** As `languageOf` tells; undefined for a language that is not parsed. */
  readonly language: string | undefined;
  /** Which of the sets of rules holds for it: an index. */
  readonly ruleSet: number;
  /** Where the text lies, if it does: many such are judged several times as fast. Should something else lie there by then, the text counts. */
  readonly path?: string | undefined;
}

/** Files and the rules for them. Many files share a set, so that it is sent and prepared once. */
export interface Case {
  /** Rules with the severity that holds for these files; see `chooseRules`. */
  readonly ruleSets: readonly (readonly Rule[])[];
  readonly files: readonly Candidate[];
}

/**
 * Judges files in other processes, which it starts when there is something to judge and can end at any instant: the code
 * that parses and matches cannot be interrupted otherwise. Answers are in the order of the questions. A jury that is kept
 * open stays warm, and keeps nobody from ending while it has nothing to do.
 */
export interface Jury {
  judge(what: Case): Promise<readonly Verdict[]>;
  /** Mends what can be mended: at most three rounds of edits, judging after each. */
  fix(what: Case): Promise<readonly Fixed[]>;
  /** Runs the examples of rules. One list of failures (`bad-rule`) for each rule, empty for a sound one. */
  test(rules: readonly Rule[]): Promise<readonly (readonly Failure[])[]>;
  /** Starts a process where there is none: for whoever has time now and will ask later. */
  ready(): void;
  /** Ends all processes. What is being judged then is never answered. */
  close(): void;
}

/** A rule that took too long, or broke its process, for so many files is not asked any more: each time costs seconds. */
const MOST_BREAKS = 3;

/** A fix judges up to four times. */
const FIX_LOOKS = 4;

/** Gathers a jury of at most `parallel` processes. */
export function gatherJury(start: StartChild, parallel: number, limits: Limits = LIMITS): Jury {
  const crew = gatherCrew(start, parallel);
  /** How often each rule did not end, by digest, and how. */
  const breaks = new Map<string, { times: number; doubt: Doubt }>();
  const isOut = ({ digest }: Rule): boolean => (breaks.get(digest)?.times ?? 0) >= MOST_BREAKS;
  const keys = new WeakMap<readonly Rule[], string>();

  /** The rules of a file, and the question about it as it is when it is asked. */
  const asked = (what: Case, { ruleSet, language, text }: Candidate) => {
    const rules = what.ruleSets[ruleSet] ?? [];
    let key = keys.get(rules);
    if (key === undefined) keys.set(rules, (key = digestOfRuleSet(rules)));
    const about = { rules: key, language, text };
    return { rules, characters: text.length, about: () => ({ ...about, without: rules.filter(isOut).map(({ id }) => id) }) };
  };

  const doubtOf = (reply: Reply<unknown> & { ok: false }, limitMs: number, rule?: Rule): Doubt => {
    const named = rule === undefined ? {} : { rule: rule.id };
    return reply.why === 'silent' ? { code: 'time-limit', ...named, limitMs } : { code: 'rule-failed', ...named, reason: reply.reason };
  };

  /** Judges a file rule by rule, each by itself: whatever ends the process is known by its name, and the others are heard. */
  const judgeSlowly = async (what: Case, file: Candidate): Promise<Verdict> => {
    const { rules, characters, about } = asked(what, file);
    const look = (only: string | undefined, limitMs: number) => crew.ask({ question: () => ({ kind: 'look' as const, ...about(), only }), characters, limitMs, rules, alone: true });
    const parsed = await look(undefined, limits.fileMs);
    if (!parsed.ok) return conclude(file.text, { ...NOTHING, doubts: [doubtOf(parsed, limits.fileMs)] });
    const sights: Sight[] = [parsed.answer];
    if (!parsed.answer.broken) {
      for (const rule of rules) {
        const before = breaks.get(rule.digest);
        if (before !== undefined && isOut(rule)) {
          sights.push({ ...NOTHING, doubts: [before.doubt] });
          continue;
        }
        const seen = await look(rule.id, limits.ruleMs);
        if (seen.ok) {
          sights.push(withoutFirst(seen.answer, parsed.answer));
          continue;
        }
        const doubt = doubtOf(seen, limits.ruleMs, rule);
        breaks.set(rule.digest, { times: (before?.times ?? 0) + 1, doubt });
        sights.push({ ...NOTHING, doubts: [doubt] });
      }
    }
    return conclude(file.text, together(sights));
  };

  /** The verdict with what was not asked. */
  const withDoubts = (verdict: Verdict, rules: readonly Rule[], without: readonly string[]): Verdict => {
    const doubts = rules.filter(({ id }) => without.includes(id)).flatMap(({ digest }) => breaks.get(digest)?.doubt ?? []);
    return doubts.length === 0 ? verdict : { ...verdict, outcome: verdict.outcome === 'approved' ? 'uncertain' : verdict.outcome, doubts: [...verdict.doubts, ...doubts] };
  };

  const judgeOne = async (what: Case, file: Candidate): Promise<Verdict> => {
    if (file.text.length > limits.characters) return tooLarge(file.text.length, limits.characters);
    const { rules, characters, about } = asked(what, file);
    let without: readonly string[] = [];
    const question = (swiftly: boolean) => {
      const now = about();
      ({ without } = now);
      return { kind: 'judge' as const, ...(swiftly ? { path: file.path } : {}), ...now };
    };
    const reply = await crew.ask({ question, characters, limitMs: limits.fileMs, rules, alone: false, swift: file.path === undefined ? undefined : `${keys.get(rules)} ${file.language}` });
    return reply.ok ? withDoubts(reply.answer, rules, without) : judgeSlowly(what, file);
  };

  const fixOne = async (what: Case, file: Candidate): Promise<Fixed> => {
    const unchanged = (verdict: Verdict): Fixed => ({ text: file.text, applied: [], overlapping: [], rounds: 0, undone: false, regenerate: verdict.outcome === 'rejected', verdict });
    if (file.text.length > limits.characters) return unchanged(tooLarge(file.text.length, limits.characters));
    const { rules, characters, about } = asked(what, file);
    let without: readonly string[] = [];
    const question = () => {
      const now = about();
      ({ without } = now);
      return { kind: 'fix' as const, ...now };
    };
    const reply = await crew.ask({ question, characters, limitMs: FIX_LOOKS * limits.fileMs, rules, alone: false });
    return reply.ok ? { ...reply.answer, verdict: withDoubts(reply.answer.verdict, rules, without) } : unchanged(await judgeSlowly(what, file));
  };

  const testOne = async (rule: Rule): Promise<readonly Failure[]> => {
    const ask = (alone: boolean) => crew.ask({ question: () => ({ kind: 'test' as const, rule }), characters: 0, limitMs: limits.fileMs, alone });
    let reply = await ask(false);
    // Another rule may have been at work.
    if (!reply.ok) reply = await ask(true);
    if (reply.ok) return reply.answer;
    const reason = reply.why === 'silent' ? `its examples take more than ${limits.fileMs} ms` : `it breaks the process that runs its examples: ${reply.reason}`;
    return [{ code: 'bad-rule', place: rule.place, rule: rule.id, reason, hint: 'make the matcher simpler' }];
  };

  return {
    // In groups, so that what can be judged together is asked together.
    judge: (what) => inGroups(what.files, ({ ruleSet, language, path }) => `${path !== undefined} ${language} ${ruleSet}`, (file) => judgeOne(what, file)),
    fix: (what) => Promise.all(what.files.map((file) => fixOne(what, file))),
    test: (rules) => Promise.all(rules.map(testOne)),
    ready: crew.ready,
    close: crew.close,
  };
}

/** Asks about each of a list, those of a group one after the other; answers in the order of the list. */
async function inGroups<T, A>(list: readonly T[], groupOf: (each: T) => string, ask: (each: T) => Promise<A>): Promise<A[]> {
  const groups = new Map<string, number[]>();
  for (const [index, each] of list.entries()) {
    const group = groups.get(groupOf(each));
    if (group) group.push(index);
    else groups.set(groupOf(each), [index]);
  }
  const answers = new Array<Promise<A>>(list.length);
  // The smallest first: with those, whoever answers is soon at work, and gets ready for the larger ones meanwhile.
  const inTurn = [...groups.values()].sort((a, b) => a.length - b.length);
  for (const index of inTurn.flat()) answers[index] = ask(list[index] as T);
  return Promise.all(answers);
}

const NOTHING: Sight = { findings: [], doubts: [], suppressions: [], broken: false };

/** What a look for one rule saw besides what every look sees. */
const withoutFirst = (sight: Sight, first: Sight): Sight => ({ ...sight, findings: sight.findings.slice(first.findings.length), doubts: sight.doubts.filter((doubt) => !first.doubts.some(({ code }) => code === doubt.code)) });
