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
  /** Reads a file: what lay there before it was read, and its bytes. Undefined as above, and for what is no file or cannot be read. */
  read(path: string): Promise<ReadFile | undefined> | undefined;
}

/** A file that was looked at and then read. */
export interface ReadFile {
  readonly stat: FileStat;
  readonly bytes: Uint8Array;
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
    look: (paths) => inTurn((asked) => lookBy(asked, paths)),
    read: (path) => inTurn((asked) => readBy(asked, path)),
  };

  function inTurn<T>(ask: (asked: LookThread) => Promise<T>): Promise<T> | undefined {
    if (thread === undefined) return undefined;
    const asked = thread;
    const answer = last.then(() => ask(asked));
    last = answer;
    return answer;
  }
}

async function readBy(thread: LookThread, path: string): Promise<ReadFile | undefined> {
  try {
    return (await thread.ask({ path })) as ReadFile | undefined;
  } catch {
    return undefined;
  }
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

/** What the thread answers: of paths numbers, {@link WIDTH} for each; of one file what it is and holds. */
export function answerLook(disk: Disk, question: unknown): Float64Array | ReadFile | undefined {
  return typeof question === 'string' ? answerLooks(disk, question) : answerRead(disk, (question as { readonly path: string }).path);
}

/** What of an answer need not be copied to be given away. */
export function givenAway(answer: unknown): readonly ArrayBuffer[] {
  const bytes = typeof answer === 'object' && answer !== null && 'bytes' in answer ? answer.bytes : undefined;
  // Small ones share their memory with others.
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}

function answerRead(disk: Disk, path: string): ReadFile | undefined {
  const stat = disk.stat(path);
  // First the stat: if the file changes before it is read, the next look sees another.
  const bytes = stat?.kind === 'file' ? disk.read(path) : undefined;
  return stat && bytes && { stat, bytes };
}

function answerLooks(disk: Disk, question: string): Float64Array {
  const paths = question.split('\0');
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
