import { placeOfRead } from './place';
import { READ, startsOf, type ReadLog } from './read-log';
import { shownSeen, type Seen } from './seen';

/** One read of a job, for people. */
export interface ListedRead {
  /** What was read: `spec api`, `option <use>`, `table <use> <key>`. */
  readonly source: string;
  /** The place in it, as a JSON Pointer. */
  readonly pointer: string;
  /** The value there, whether the key is there, or all keys in their order. */
  readonly kind: keyof typeof READ;
  /** What was seen: of an object or array only that it is one; what is in it is seen by further reads. */
  readonly seen: string;
}

const KINDS = Object.keys(READ) as (keyof typeof READ)[];

/** The reads of some sets in words: object by object in the order in which they were first read, whole objects together. */
export function listReads(log: ReadLog, sets: readonly number[]): ListedRead[] {
  const starts = startsOf(log);
  const listed: ListedRead[] = [];
  for (const set of sets) {
    for (let node = starts.node[set] as number; node < (starts.node[set + 1] as number); node++) {
      for (let read = starts.read[node] as number; read < (starts.read[node + 1] as number); read++) {
        const kind = KINDS.find((each) => READ[each] === ((log.readKey[read] as number) & 3)) as keyof typeof READ;
        listed.push({ ...placeOfRead(log, node, read), kind, seen: shownSeen(log.strings[log.readSeen[read] as number] as Seen) });
      }
    }
  }
  return listed;
}
