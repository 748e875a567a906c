import type { StoredTraces } from './job-trace';
import { READ, type ReadKind } from './read-log';
import { sameSeen, seenKeys, seenMember, seenValue, type Seen } from './seen';

/** Holds the reads of stored traces against values as they are now. */
export interface Verifier {
  /** Checks every read below some roots against their values; costs one look-up for each node and each read. */
  check(roots: ReadonlyMap<string, unknown>): void;
  /** True for a read that sees something else now. Reads below a root that was not checked are unchanged. */
  changed(read: number): boolean;
  /** What a changed read sees now. */
  now(read: number): Seen;
}

const ABSENT = Symbol('nothing there');

/** A verifier of one segment. */
export function createVerifier(traces: StoredTraces): Verifier {
  const { strings, nodeParent, nodeKey, readNode, readKey, readSeen } = traces;
  const rootOf = new Int32Array(nodeParent.length);
  for (let node = 0; node < rootOf.length; node++) {
    const parent = nodeParent[node] as number;
    rootOf[node] = parent === -1 ? node : (rootOf[parent] as number);
  }
  const values = new Array<unknown>(rootOf.length);
  const flags = new Uint8Array(readNode.length);
  return {
    check(roots) {
      const wanted = new Uint8Array(rootOf.length);
      for (let node = 0; node < rootOf.length; node++) {
        const parent = nodeParent[node] as number;
        const key = strings[nodeKey[node] as number] as string;
        if (parent === -1) {
          if (!roots.has(key)) continue;
          wanted[node] = 1;
          values[node] = roots.get(key);
        } else if (wanted[rootOf[node] as number] === 1) values[node] = step(values[parent], key);
      }
      for (let read = 0; read < flags.length; read++) {
        const node = readNode[read] as number;
        if (wanted[rootOf[node] as number] !== 1) continue;
        const packed = readKey[read] as number;
        if (!holds(strings[readSeen[read] as number] as Seen, values[node], (packed & 3) as ReadKind, strings[packed >> 2] as string)) flags[read] = 1;
      }
    },
    changed: (read) => flags[read] === 1,
    now(read) {
      const packed = readKey[read] as number;
      return seenNow(values[readNode[read] as number], (packed & 3) as ReadKind, strings[packed >> 2] as string);
    },
  };
}

/** Whether a look sees what it saw. The common cases make no text of what they see. */
function holds(stored: Seen, value: unknown, kind: ReadKind, key: string): boolean {
  if (kind === READ.value && typeof value === 'object' && value !== null) {
    const found = step(value, key);
    if (typeof found === 'string') return found === stored || sameSeen(stored, seenValue(found));
    if (typeof found === 'object' && found !== null) return stored === (Array.isArray(found) ? '\u0000[]' : '\u0000{}');
  }
  return sameSeen(stored, seenNow(value, kind, key));
}

function seenNow(value: unknown, kind: ReadKind, key: string): Seen {
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

/** The place of a stored read in words: the root's name, then a JSON Pointer. */
export function placeOfStored(traces: StoredTraces, read: number): string {
  const { source, pointer } = partsOfPlace(traces, read);
  return `${source}#${pointer}`;
}

/** The name of the root of a stored read, and the JSON Pointer from there. */
export function partsOfPlace({ strings, nodeParent, nodeKey, readNode, readKey }: StoredTraces, read: number): { readonly source: string; readonly pointer: string } {
  const packed = readKey[read] as number;
  const path = (packed & 3) === READ.keys ? [] : [strings[packed >> 2] as string];
  let node = readNode[read] as number;
  for (; nodeParent[node] !== -1; node = nodeParent[node] as number) path.unshift(strings[nodeKey[node] as number] as string);
  const pointer = path.map((each) => `/${each.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { source: strings[nodeKey[node] as number] as string, pointer };
}
