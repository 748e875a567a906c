import type { StoredTraces } from './job-trace';
import { READ } from './read-log';
import { shownSeen, type Seen } from './seen';
import { partsOfPlace } from './verify';

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

/** The reads of a job in words, in the order in which they were made. */
export function listReads(traces: StoredTraces, reads: Iterable<number>): ListedRead[] {
  return Array.from(reads, (read) => ({
    ...partsOfPlace(traces, read),
    kind: KINDS.find((kind) => READ[kind] === ((traces.readKey[read] as number) & 3)) as keyof typeof READ,
    seen: shownSeen(traces.strings[traces.readSeen[read] as number] as Seen),
  }));
}
