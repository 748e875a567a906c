import { READ, type ReadLog } from './read-log';
import { sameSeen, seenKeys, seenMember, seenValue, type Seen } from './seen';

/** Holds the reads of a log against values as they are now, root by root. */
export interface Verifier {
  /** Checks every read below a root against its value; costs one look-up for each node and each read. */
  check(root: string, value: unknown): void;
  /** What a read sees now, when that is something else than it saw. Reads below a root that was not checked are unchanged. */
  changed(read: number): Seen | undefined;
}

const ABSENT = Symbol('nothing there');

/** Sorts a log by roots, so that each can be checked when its value is known. */
export function createVerifier(log: ReadLog): Verifier {
  const rootOf = new Int32Array(log.nodeParent.length);
  const nodes = new Map<string, number[]>();
  const listOf = <K>(lists: Map<K, number[]>, key: K): number[] => {
    let list = lists.get(key);
    if (list === undefined) lists.set(key, (list = []));
    return list;
  };
  for (let node = 0; node < rootOf.length; node++) {
    const parent = log.nodeParent[node] as number;
    rootOf[node] = parent === -1 ? node : (rootOf[parent] as number);
    listOf(nodes, log.nodeKey[rootOf[node] as number] as string).push(node);
  }
  const reads = new Map<string, number[]>();
  for (let read = 0; read < log.readNode.length; read++) {
    listOf(reads, log.nodeKey[rootOf[log.readNode[read] as number] as number] as string).push(read);
  }
  const values = new Array<unknown>(rootOf.length);
  const changed = new Map<number, Seen>();
  return {
    check(root, value) {
      for (const node of nodes.get(root) ?? []) {
        const parent = log.nodeParent[node] as number;
        values[node] = parent === -1 ? value : step(values[parent], log.nodeKey[node] as string);
      }
      for (const read of reads.get(root) ?? []) {
        const now = seenNow(values[log.readNode[read] as number], log.readKind[read] as number, log.readKey[read] as string);
        if (!sameSeen(log.readSeen[read] as Seen, now)) changed.set(read, now);
      }
    },
    changed: (read) => changed.get(read),
  };
}

function seenNow(value: unknown, kind: number, key: string): Seen {
  // Nothing to read any more. The read of the parent has changed too, but a job may have been given the value directly.
  if (typeof value !== 'object' || value === null) return seenValue(undefined);
  if (kind === READ.keys) return seenKeys(Object.keys(value));
  const found = step(value, key);
  if (kind === READ.has) return seenMember(found !== ABSENT);
  return seenValue(found === ABSENT ? undefined : found);
}

function step(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return ABSENT;
  return (value as Record<string, unknown>)[key];
}
