import type { Child, StartChild } from '@nx-conductor/core';
import type { Rule } from '../rule/rule';
import type { Answers, Question, Said } from './questions';

/** What a question came to: its answer, or how the process ended that was to answer it. */
export type Reply<T> = { readonly ok: true; readonly answer: T } | { readonly ok: false; readonly why: 'silent' | 'ended'; readonly reason: string };

/** A question with what is needed to ask it. */
export interface Asking<Asked extends Question = Question> {
  /** Made when it is asked: while it waits, a rule can turn out to be one that is not to be asked. `swiftly`: it may be answered together with others like it. */
  readonly question: (swiftly: boolean) => Asked;
  /** Questions with the same word here may be answered together, so that no one can tell which of them takes how long. */
  readonly swift?: string | undefined;
  /** Of its text. */
  readonly characters: number;
  /** How long its process may be silent. */
  readonly limitMs: number;
  /** What the key in the question stands for. */
  readonly rules?: readonly Rule[];
  /** Asked by itself, so that if the process ends, it is this question that ended it. */
  readonly alone: boolean;
}

/** Processes that answer questions. */
export interface Crew {
  ask<Asked extends Question>(asking: Asking<Asked>): Promise<Reply<Answers[Asked['kind']]>>;
  /** Starts a process where there is none. */
  ready(): void;
  close(): void;
}

interface Job extends Asking {
  settle(reply: Reply<unknown>): void;
  fail(bug: Error): void;
}

interface Member {
  readonly child: Child;
  /** Questions that it was asked and has not answered, in order, by their numbers. */
  readonly asked: Map<number, Job>;
  /** Some of them together. */
  isSwift: boolean;
  /** Number of the first question of those that it was asked last. */
  latest: number;
  /** The longest that it may be silent over any question that it was asked since it had none. */
  limitMs: number;
  /** Keys of the rules that it has. */
  readonly rules: Set<string>;
}

/** Enough to be busy until the next batch arrives. */
const BATCH_CHARACTERS = 60_000;
const BATCH_QUESTIONS = 30;
/**
 * Rules are compiled for each batch of questions that are answered together, which takes as long as judging some ten to thirty
 * files: what is alike goes into few batches, as many as there are processes for it. Bounded, for they are all in memory at a time.
 */
const SWIFT_CHARACTERS = { least: 400_000, most: 2_000_000 };
const SWIFT_QUESTIONS = { least: 120, most: 1000 };
/** A process is started for so much more to do: starting it costs as much as judging this many characters, or so many small files. */
const WORTH_CHARACTERS = 150_000;
const WORTH_QUESTIONS = 100;
/** Sets of rules that a process keeps. */
const MOST_RULES = 32;

/** Gathers processes: none until there is a question, at most `parallel` at a time. */
export function gatherCrew(start: StartChild, parallel: number): Crew {
  const members = new Set<Member>();
  const pending: Job[] = [];
  let isClosed = false;
  let asked = 0;
  /** Until a process ends over such questions: then each is asked by itself, to find out which. */
  let isSwift = true;

  const enlist = (): Member => {
    const member: Member = { child: start({ heard: (said) => heard(member, said as Said), gone: (why, reason) => gone(member, why, reason) }), asked: new Map(), isSwift: false, latest: 0, limitMs: 0, rules: new Set() };
    members.add(member);
    return member;
  };

  const heard = (member: Member, said: Said): void => {
    if ('bug' in said) {
      for (const job of member.asked.values()) job.fail(new Error(said.bug));
      member.asked.clear();
    } else
      for (const [number, answer] of said.answers) {
        member.asked.get(number)?.settle({ ok: true, answer });
        member.asked.delete(number);
      }
    if (member.asked.size === 0) member.isSwift = false;
    // After whoever asked has heard it, and asks for more about the same file.
    soon();
  };

  /** The first question that is not answered is the one it was at, unless it was at many: answers are sent before time is taken, but for those of a few milliseconds. Such a question is asked again alone, and only then blamed. */
  const gone = (member: Member, why: 'silent' | 'ended', reason: string): void => {
    members.delete(member);
    const [first, ...others] = member.asked.values();
    if (member.isSwift && first !== undefined) {
      isSwift = false;
      pending.unshift(first, ...others);
    } else {
      pending.unshift(...others);
      first?.settle({ ok: false, why, reason });
    }
    // After whoever asked has heard of it, and asks again.
    soon();
  };

  /** Gives a process its next questions when it has few left. */
  const hand = (member: Member): void => {
    const { asked, child } = member;
    // Answers come by the dozen while hundreds are open: what takes a look at each of those is not done for each.
    if (pending.length > 0 && asked.size < BATCH_QUESTIONS) {
      const before = [...asked.values()];
      const left = before.reduce((sum, { characters }) => sum + characters, 0);
      if (!before.some(({ alone }) => alone) && left < BATCH_CHARACTERS) send(member, nextBatch(before.length === 0));
    }
    child.expect(asked.size === 0 ? undefined : member.limitMs);
  };

  /** Gives a process that answers questions together those that come next, too: while threads are at the first, it compiles rules for the second. */
  const handAhead = (member: Member): void => {
    const [oldest = 0] = member.asked.keys();
    if (!isSwift || !member.isSwift || pending[0]?.swift === undefined || oldest < member.latest) return;
    send(member, nextBatch(false));
    member.child.expect(member.limitMs);
  };

  const nextBatch = (isIdle: boolean): Job[] => {
    const batch: Job[] = [];
    let characters = 0;
    const together = isSwift ? pending[0]?.swift : undefined;
    const [most, mostCharacters] = together === undefined ? [BATCH_QUESTIONS, BATCH_CHARACTERS] : shareOf(pending.filter(({ swift }) => swift === together));
    while (pending.length > 0 && batch.length < most && characters < mostCharacters) {
      const next = pending[0] as Job;
      if (next.alone && (!isIdle || batch.length > 0)) break;
      if (isSwift && next.swift !== together) break;
      batch.push(next);
      pending.shift();
      characters += next.characters;
      if (next.alone) break;
    }
    return batch;
  };

  /** Questions that are answered together are answered in threads: a process of them keeps two processors busy. */
  const swiftProcesses = Math.ceil(parallel / 2);
  const shareOf = (jobs: readonly Job[]): readonly [questions: number, characters: number] => [
    within(SWIFT_QUESTIONS, Math.ceil(jobs.length / swiftProcesses)),
    within(SWIFT_CHARACTERS, Math.ceil(jobs.reduce((sum, { characters }) => sum + characters, 0) / swiftProcesses)),
  ];

  const send = (member: Member, batch: readonly Job[]): void => {
    const { child, rules: known } = member;
    if (batch.length === 0) return;
    if (known.size > MOST_RULES) {
      child.send({ kind: 'forget' });
      known.clear();
    }
    member.limitMs = batch.reduce((most, { limitMs }) => Math.max(most, limitMs), member.asked.size === 0 ? 0 : member.limitMs);
    member.latest = asked + 1;
    const questions = batch.map(({ question }) => [(asked += 1), question(isSwift)] as const);
    for (const [index, [number, question]] of questions.entries()) {
      member.asked.set(number, batch[index] as Job);
      if (question.kind === 'test' || known.has(question.rules)) continue;
      known.add(question.rules);
      child.send({ kind: 'rules', key: question.rules, rules: batch[index]?.rules ?? [] });
    }
    child.send({ kind: 'questions', questions });
    if (isSwift && batch[0]?.swift !== undefined) member.isSwift = true;
  };

  const distribute = (): void => {
    if (isClosed) return;
    const characters = pending.reduce((sum, job) => sum + job.characters, 0);
    const worth = Math.ceil(Math.max(characters / WORTH_CHARACTERS, pending.length / WORTH_QUESTIONS));
    const most = isSwift && pending.length > 0 && pending.every(({ swift }) => swift !== undefined) ? swiftProcesses : parallel;
    while (members.size < Math.min(most, worth)) enlist();
    for (const member of members) hand(member);
    for (const member of members) handAhead(member);
  };

  // Questions that are asked in one go are handed out together.
  let isDue = false;
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      distribute();
    });
  };

  return {
    ask: (asking) =>
      new Promise<Reply<never>>((settle, fail) => {
        const job: Job = { ...asking, settle: (reply) => settle(reply as Reply<never>), fail };
        // What is asked alone has been waited for already.
        if (asking.alone) pending.unshift(job);
        else pending.push(job);
        soon();
      }),
    ready() {
      if (!isClosed && members.size === 0) enlist();
    },
    close() {
      isClosed = true;
      for (const { child } of members) child.close();
      members.clear();
    },
  };
}

const within = ({ least, most }: { readonly least: number; readonly most: number }, amount: number): number => Math.min(most, Math.max(least, amount));
