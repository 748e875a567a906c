import { mergeDone, type Done, type Work } from '../emit/work';
import type { CompileMachine, CompileThread } from '../machine';
import type { Ground } from '../plan/verify';
import { emitShare, verifyShare, type ThreadQuestion } from './questions';

/** The threads of one compile, this one among them. */
export interface Crew {
  /** True when columns must lie in shared memory. */
  readonly shares: boolean;
  /** Looks at all entries; see `verify`. */
  verify(ground: Ground): Promise<number>;
  emit(work: Work, entries: readonly number[]): Promise<Done>;
  close(): Promise<void>;
}

/** Starting a thread costs as much as emitting this many sources, or looking at that many. */
const WORTH_TO_EMIT = 200;
export const WORTH_TO_VERIFY = 2500;

/** Gathers a crew for so many entries. Threads start when there is enough to do for them; to look at entries at once, while the manifest is read. */
export function gatherCrew(machine: CompileMachine, parallel: () => number, entries: number): Crew {
  const { disk, startThread, onEmitted } = machine;
  const threads: CompileThread[] = [];
  const staff = (wanted: number): readonly CompileThread[] => {
    if (startThread === undefined || wanted === 0) return threads;
    const most = Math.min(parallel() - 1, wanted);
    while (threads.length < most) threads.push(startThread());
    return threads;
  };
  if (entries >= WORTH_TO_VERIFY) staff(1);
  const share = async <T>(crew: readonly CompileThread[], question: ThreadQuestion, own: () => T): Promise<T[]> => {
    const answers = crew.map((thread) => thread.ask(question));
    // This thread works too, and does not hear of a refusal until it is done.
    const settled = Promise.allSettled(answers);
    const mine = own();
    const theirs = await settled;
    return [mine, ...theirs.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value as T;
    })];
  };
  const cursor = () => new Int32Array(new SharedArrayBuffer(8));
  return {
    shares: startThread !== undefined && entries >= Math.min(WORTH_TO_EMIT, WORTH_TO_VERIFY),
    async verify(ground) {
      const at = cursor();
      const refreshed = await share(threads, { kind: 'verify', ground, cursor: at }, () => verifyShare(disk, ground, at));
      return refreshed.reduce((sum, each) => sum + each, 0);
    },
    async emit(work, entries) {
      const at = cursor();
      const list = Uint32Array.from(entries);
      const crew = staff(Math.floor(entries.length / WORTH_TO_EMIT));
      return mergeDone(await share(crew, { kind: 'emit', work, entries: list, cursor: at }, () => emitShare(disk, work, list, at, onEmitted)));
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
