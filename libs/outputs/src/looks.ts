import type { Disk, FileStat } from '@nx-conductor/core';

/** What lies at paths: undefined where nothing does. A path that is not in it was not looked at. */
export type Looks = ReadonlyMap<string, FileStat | undefined>;

/** A thread that looks; its script answers with {@link answerLook}. */
export interface LookThread {
  ask(question: unknown): Promise<unknown>;
}

/** Looks at many paths while the process does other things. */
export interface Looker {
  /** Starts the thread, which takes longer than a few hundred looks: when nobody waits. */
  ready(): void;
  /** Undefined while there is no thread. What it cannot look at is left out: whoever asks looks there himself, and meets the refusal. */
  look(paths: readonly string[]): Promise<Looks> | undefined;
}

const KINDS = ['file', 'directory', 'symlink', 'other'] as const satisfies readonly FileStat['kind'][];
const NOTHING = -1;
const REFUSED = -2;
/** Numbers for each path: the kind, then size, times and inode. */
const WIDTH = 5;

/** A looker by a thread, which `start` starts. One that fails has seen nothing. */
export function createLooker(start: () => LookThread): Looker {
  let thread: LookThread | undefined;
  // One question at a time: the answer to one that nobody waits for any more must not be taken for the next.
  let last: Promise<unknown> = Promise.resolve();
  return {
    ready: () => void (thread ??= start()),
    look(paths) {
      if (thread === undefined) return undefined;
      const asked = thread;
      const looks = last.then(() => lookBy(asked, paths));
      last = looks;
      return looks;
    },
  };
}

async function lookBy(thread: LookThread, paths: readonly string[]): Promise<Looks> {
  try {
    // One text: a list of thousands takes longer to hand over.
    const answer = await thread.ask(paths.join('\0'));
    return answer instanceof Float64Array && answer.length === paths.length * WIDTH ? looksIn(paths, answer) : new Map();
  } catch {
    return new Map();
  }
}

/** What the thread answers: numbers, {@link WIDTH} for each path. */
export function answerLook(disk: Disk, question: unknown): Float64Array {
  const paths = String(question).split('\0');
  const numbers = new Float64Array(paths.length * WIDTH);
  paths.forEach((path, index) => numbers.set(lookAt(disk, path), index * WIDTH));
  return numbers;
}

function lookAt(disk: Disk, path: string): readonly number[] {
  try {
    const stat = disk.stat(path);
    return stat ? [KINDS.indexOf(stat.kind), stat.size, stat.mtimeMs, stat.ctimeMs, stat.inode] : [NOTHING];
  } catch {
    // The refusal is told by whoever needs to know.
    return [REFUSED];
  }
}

function looksIn(paths: readonly string[], numbers: Float64Array): Looks {
  const looks = new Map<string, FileStat | undefined>();
  let at = 0;
  for (const path of paths) {
    const kind = numbers[at] as number;
    const stat = { kind: KINDS[kind] as FileStat['kind'], size: numbers[at + 1] as number, mtimeMs: numbers[at + 2] as number, ctimeMs: numbers[at + 3] as number, inode: numbers[at + 4] as number };
    if (kind !== REFUSED) looks.set(path, kind === NOTHING ? undefined : stat);
    at += WIDTH;
  }
  return looks;
}
