import { Frame } from './frame';
import { LogWriter, type ReadLog } from './read-log';
import { rootNode, type Node, type Watcher } from './view';

/** Watches what jobs read. One for a run; it lives from the first job to the last. */
export interface Watch {
  /** What was read so far. */
  log(): ReadLog;
  /** Puts a value under watch by a name. The result gives the view for the work that is done; scalars are their own view. */
  root(name: string, value: unknown): () => unknown;
  /**
   * Does a piece of work and gives, with its result, the number of the set of its reads: none, or one. Inside of a piece
   * of work there may be another, whose reads are its own.
   */
  during<T>(work: () => T): Noted<T>;
  /**
   * Does a piece of work that is not watched: views are the values themselves, nothing is noted. With the result it tells
   * whether a view was looked at all the same, which somebody had kept.
   */
  unwatched<T>(work: () => T): { readonly result: T; readonly looked: boolean };
}

/** A result and what it was made from. */
export interface Noted<T> {
  readonly result: T;
  /** Numbers of sets in the log. */
  readonly sets: readonly number[];
}

/** Starts to watch; with `note` false nothing is noted, for runs that leave nothing for later ones. */
export function createWatch(note = true): Watch {
  const writer = new LogWriter();
  const outside = new Frame<Node>();
  const watcher: Watcher = { frame: outside, turn: 0 };
  // One for each depth of work in work: they are large, and used again.
  const frames: Frame<Node>[] = [];
  let depth = 0;
  let turns = 0;
  let watching = note;

  function inFrame<T>(work: (frame: Frame<Node>) => T): T {
    const before = { frame: watcher.frame, turn: watcher.turn };
    const frame = (frames[depth++] ??= new Frame<Node>());
    watcher.frame = frame;
    watcher.turn = ++turns;
    try {
      return work(frame);
    } finally {
      frame.clear();
      depth -= 1;
      watcher.frame = before.frame;
      watcher.turn = before.turn;
    }
  }

  return {
    log: () => writer.log(),
    root(name, value) {
      if (typeof value !== 'object' || value === null) {
        return () => {
          if (watching) watcher.frame.scalars.set(name, value);
          return value;
        };
      }
      return () => (watching ? rootNode(watcher, name, value).view() : value);
    },
    during: (work) =>
      inFrame((frame) => {
        const result = work();
        return { result, sets: frame.isEmpty() ? [] : [frame.write(writer)] };
      }),
    unwatched(work) {
      const before = watching;
      watching = false;
      try {
        return inFrame((frame) => {
          const result = work();
          return { result, looked: !frame.isEmpty() };
        });
      } finally {
        watching = before;
      }
    },
  };
}
