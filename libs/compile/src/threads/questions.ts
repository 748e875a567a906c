import type { Disk } from '@nx-conductor/core';
import { emitSources, type Done, type Work } from '../emit/work';
import type { OnEmitted } from '../machine';
import { verify, type Ground } from '../plan/verify';

/**
 * What a thread is asked. Columns and the cursor lie in shared memory: each thread takes the next few entries from the
 * cursor until none is left, so that they end together however long an entry takes.
 */
export type ThreadQuestion =
  | { readonly kind: 'verify'; readonly ground: Ground; readonly cursor: Int32Array }
  | { readonly kind: 'emit'; readonly work: Work; readonly entries: Uint32Array; readonly cursor: Int32Array };

/** How many entries a thread takes at once: few, so that none waits long for another; but for looking, which is quick. */
const TAKEN_TO_EMIT = 8;
const TAKEN_TO_VERIFY = 256;

/** Answers a question in a thread, with the thread's own disk. */
export function answerThread(disk: Disk, question: unknown): unknown {
  const asked = question as ThreadQuestion;
  return asked.kind === 'verify' ? verifyShare(disk, asked.ground, asked.cursor) : emitShare(disk, asked.work, asked.entries, asked.cursor);
}

/** Verifies entries until none is left. Returns how many stats were noted anew. */
export function verifyShare(disk: Disk, ground: Ground, cursor: Int32Array): number {
  const total = ground.table.names.length;
  let refreshed = 0;
  for (let at = Atomics.add(cursor, 0, TAKEN_TO_VERIFY); at < total; at = Atomics.add(cursor, 0, TAKEN_TO_VERIFY)) {
    refreshed += verify(disk, ground, at, Math.min(total, at + TAKEN_TO_VERIFY));
  }
  return refreshed;
}

/** Emits sources until none is left. Beside the cursor proper all threads count what failed; `tell` hears of both now and then. */
export function emitShare(disk: Disk, work: Work, entries: Uint32Array, cursor: Int32Array, tell?: OnEmitted): Done {
  let [at, end, counted] = [0, 0, 0];
  return emitSources(disk, work, (failed) => {
    if (at === end) {
      at = Atomics.add(cursor, 0, TAKEN_TO_EMIT);
      end = at + TAKEN_TO_EMIT;
      if (failed > counted) Atomics.add(cursor, 1, failed - counted);
      counted = failed;
      const done = Math.min(at, entries.length);
      tell?.({ done, left: entries.length - done, failed: Atomics.load(cursor, 1) });
    }
    return entries[at++];
  });
}
