import type { Child, StartChild } from '@nx-conductor/core';
import type { Rule } from '../rule/rule';
import type { Answers, Question, Said } from './questions';

/** What a question came to: its answer, or how the process ended that was to answer it. */
export type Reply<T> = { readonly ok: true; readonly answer: T } | { readonly ok: false; readonly why: 'silent' | 'ended'; readonly reason: string };

/** A question with what is needed to ask it. */
export interface Asking<Asked extends Question = Question> {
  /** Made when it is asked: while it waits, a rule can turn out to be one that is not to be asked. */
  readonly question: () => Asked;
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
  close(): void;
}

interface Job extends Asking {
  settle(reply: Reply<unknown>): void;
  fail(bug: Error): void;
}

interface Member {
  readonly child: Child;
  /** Questions that it was asked and has not answered, in order. */
  readonly asked: Job[];
  /** Keys of the rules that it has. */
  readonly rules: Set<string>;
}

/** Enough to be busy until the next batch arrives. */
const BATCH_CHARACTERS = 60_000;
const BATCH_QUESTIONS = 30;
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

  const enlist = (): Member => {
    const member: Member = { child: start({ heard: (said) => heard(member, said as Said), gone: (why, reason) => gone(member, why, reason) }), asked: [], rules: new Set() };
    members.add(member);
    return member;
  };

  const heard = (member: Member, said: Said): void => {
    if ('bug' in said) {
      for (const job of member.asked.splice(0)) job.fail(new Error(said.bug));
    } else for (const answer of said.answers) member.asked.shift()?.settle({ ok: true, answer });
    // After whoever asked has heard it, and asks for more about the same file.
    soon();
  };

  /** The first question that is not answered is the one it was at: answers are sent before time is taken, but for those of a few milliseconds. Such a question is asked again alone, and only then blamed. */
  const gone = (member: Member, why: 'silent' | 'ended', reason: string): void => {
    members.delete(member);
    const [first, ...others] = member.asked.splice(0);
    pending.unshift(...others);
    first?.settle({ ok: false, why, reason });
    // After whoever asked has heard of it, and asks again.
    soon();
  };

  /** Gives a process its next questions when it has few left. */
  const hand = (member: Member): void => {
    const left = member.asked.reduce((sum, { characters }) => sum + characters, 0);
    if (!member.asked.some(({ alone }) => alone) && left < BATCH_CHARACTERS && member.asked.length < BATCH_QUESTIONS) send(member, nextBatch(member.asked.length === 0));
    const limits = member.asked.map(({ limitMs }) => limitMs);
    member.child.expect(limits.length === 0 ? undefined : Math.max(...limits));
  };

  const nextBatch = (isIdle: boolean): Job[] => {
    const batch: Job[] = [];
    let characters = 0;
    while (pending.length > 0 && batch.length < BATCH_QUESTIONS && characters < BATCH_CHARACTERS) {
      const next = pending[0] as Job;
      if (next.alone && (!isIdle || batch.length > 0)) break;
      batch.push(next);
      pending.shift();
      characters += next.characters;
      if (next.alone) break;
    }
    return batch;
  };

  const send = ({ child, asked, rules: known }: Member, batch: readonly Job[]): void => {
    if (batch.length === 0) return;
    if (known.size > MOST_RULES) {
      child.send({ kind: 'forget' });
      known.clear();
    }
    const questions = batch.map(({ question }) => question());
    for (const [index, question] of questions.entries()) {
      if (question.kind === 'test' || known.has(question.rules)) continue;
      known.add(question.rules);
      child.send({ kind: 'rules', key: question.rules, rules: batch[index]?.rules ?? [] });
    }
    child.send({ kind: 'questions', questions });
    asked.push(...batch);
  };

  const distribute = (): void => {
    if (isClosed) return;
    const characters = pending.reduce((sum, job) => sum + job.characters, 0);
    const worth = Math.ceil(Math.max(characters / WORTH_CHARACTERS, pending.length / WORTH_QUESTIONS));
    while (members.size < Math.min(parallel, worth)) enlist();
    for (const member of members) hand(member);
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
    close() {
      isClosed = true;
      for (const { child } of members) child.close();
      members.clear();
    },
  };
}
