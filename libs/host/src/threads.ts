import type * as WorkerThreads from 'node:worker_threads';
import { DiskError } from '@nx-conductor/core';

/** A thread that answers one question at a time. */
export interface Thread {
  /** Rejects with the {@link DiskError} that the thread met, or with what else it threw. */
  ask(question: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts a thread that runs a script, which is one that calls {@link answerQuestions}. One that is not `held` keeps no process alive. */
export function startThread(script: string, held = true): Thread {
  const { Worker } = workerThreads();
  const worker = new Worker(script, { execArgv: [] });
  if (!held) worker.unref();
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void): void => {
          worker.off('message', heard).off('error', broken).off('exit', gone);
          act();
        };
        const heard = (answer: Answer): void => settle(() => (answer.kind === 'value' ? resolve(answer.value) : reject(errorOf(answer))));
        const broken = (error: unknown): void => settle(() => reject(error instanceof Error ? error : new Error(String(error))));
        const gone = (code: number): void => settle(() => reject(new Error(`the thread ended with code ${code}`)));
        worker.on('message', heard).on('error', broken).on('exit', gone);
        worker.postMessage(question);
      }),
    close: async () => void (await worker.terminate()),
  };
}

/** What a thread's script does: answers every question. `givenAway` is what of an answer it has no use for afterwards: that is not copied. */
export function answerQuestions(answer: (question: unknown) => unknown, givenAway: (value: unknown) => readonly ArrayBuffer[] = () => []): void {
  const { parentPort } = workerThreads();
  parentPort?.on('message', (question: unknown) => {
    let reply: Answer;
    try {
      reply = { kind: 'value', value: answer(question) };
    } catch (error) {
      reply = error instanceof DiskError ? { kind: 'disk', operation: error.operation, path: error.path, errno: error.errno } : { kind: 'bug', text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    parentPort?.postMessage(reply, reply.kind === 'value' ? givenAway(reply.value) : []);
  });
}

type Answer = { readonly kind: 'value'; readonly value: unknown } | Problem;

type Problem = { readonly kind: 'disk'; readonly operation: string; readonly path: string; readonly errno: string } | { readonly kind: 'bug'; readonly text: string };

function errorOf(answer: Problem): Error {
  return answer.kind === 'disk' ? new DiskError(answer.operation, answer.path, answer.errno) : new Error(answer.text);
}

/** Loaded when it is used: most runs start no thread. */
const workerThreads = () => require('node:worker_threads') as typeof WorkerThreads;
