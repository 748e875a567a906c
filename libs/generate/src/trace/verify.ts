import type { ChangedPlaces, Root } from './changed-places';
import { READ, startsOf, type LogStarts, type ReadKind, type ReadLog } from './read-log';
import { sameSeen, seenKeys, seenMember, seenValue, type Seen } from './seen';
import { setsTouching } from './touching';

/** A read that sees something else now. */
export interface ChangedRead {
  readonly node: number;
  readonly read: number;
  readonly now: Seen;
}

const ABSENT = Symbol('nothing there');

/** Gives for a set its first read that sees something else, or undefined. */
export type Verify = (set: number) => ChangedRead | undefined;

/**
 * Holds sets of reads against values as they are now. Reads below what is not among the roots are unchanged. Each set that
 * can see a change is looked at once, and of the values only what may have changed.
 */
export function createVerifier(log: ReadLog, roots: ReadonlyMap<string, Root>, starts: () => LogStarts = () => startsOf(log)): Verify {
  const known = new Map<number, ChangedRead | undefined>();
  const touching = setsTouching(log, starts, roots);
  return (set) => {
    if (touching?.[set] === 0) return undefined;
    if (!known.has(set)) known.set(set, firstChange(log, starts(), set, roots));
    return known.get(set);
  };
}

function firstChange({ strings, nodeParent, nodeKey, readKey, readSeen }: ReadLog, starts: LogStarts, set: number, roots: ReadonlyMap<string, Root>): ChangedRead | undefined {
  const first = starts.node[set] as number;
  const end = starts.node[set + 1] as number;
  const values = new Array<unknown>(end - first);
  const places = new Array<ChangedPlaces | undefined>(end - first);
  for (let node = first; node < end; node++) {
    const parent = (nodeParent[node] as number) - first;
    const key = strings[nodeKey[node] as number] as string;
    const root = parent < 0 ? roots.get(key) : undefined;
    const above = parent < 0 ? undefined : places[parent];
    const place = parent < 0 ? root?.changed : above === true ? true : above?.get(key);
    if (place === undefined) continue;
    const value = parent < 0 ? root?.value : step(values[parent], key);
    values[node - first] = value;
    places[node - first] = place;
    for (let read = starts.read[node] as number; read < (starts.read[node + 1] as number); read++) {
      const packed = readKey[read] as number;
      const kind = (packed & 3) as ReadKind;
      const at = strings[packed >> 2] as string;
      // What has not changed is not even looked at: it may not have been parsed.
      if (place !== true && kind !== READ.keys && kind !== READ.self && !place.has(at)) continue;
      if (!holds(strings[readSeen[read] as number] as Seen, value, kind, at)) return { node, read, now: seenNow(value, kind, at) };
    }
  }
  return undefined;
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
  if (kind === READ.self) return seenValue(value);
  // Nothing to read any more. The read of the parent has changed too, but a job may have been given the value directly.
  if (typeof value !== 'object' || value === null) return seenValue(undefined);
  if (kind === READ.keys) return seenKeys(Object.keys(value), Array.isArray(value));
  const found = step(value, key);
  if (kind === READ.has) return seenMember(found !== ABSENT);
  return seenValue(found === ABSENT ? undefined : found);
}

function step(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return ABSENT;
  return (value as Record<string, unknown>)[key];
}
