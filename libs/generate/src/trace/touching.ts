import type { ChangedPlaces, Root } from './changed-places';
import { READ, type LogStarts, type ReadLog } from './read-log';

/** Names beyond which it is quicker to look at every set. */
const MOST_NAMES = 16;

/**
 * The sets of a log that can see something else: 1 for each that mentions what has changed by its last name, as a node or
 * as what is read of one. Whoever looked at a value, or below it, has its name somewhere; that another thing may have the
 * same name costs a look that finds nothing. The numbers are searched as they lie, by what the engine has for that: some
 * hundred thousand of them in well under a millisecond. Undefined when so much changed that all sets must be looked at.
 */
export function setsTouching(log: ReadLog, starts: () => LogStarts, roots: ReadonlyMap<string, Root>): Uint8Array | undefined {
  const names = new Set<string>();
  for (const [root, { changed }] of roots) addNames(names, root, changed);
  if (names.size > MOST_NAMES) return undefined;
  const touching = new Uint8Array(log.setNodes.length);
  for (const name of names) {
    // More than once when the stored form of a long text is spelled like it.
    for (let number = log.strings.indexOf(name); number !== -1; number = log.strings.indexOf(name, number + 1)) {
      mark(touching, log.nodeKey, number, () => starts().node);
      for (const kind of Object.values(READ)) mark(touching, log.readKey, number * 4 + kind, () => starts().setRead);
    }
  }
  return touching;
}

/** The last names of the places that changed; of what changed as a whole, its root's. */
function addNames(names: Set<string>, name: string, changed: ChangedPlaces): void {
  if (changed === true) names.add(name);
  else for (const [key, below] of changed) addNames(names, key, below);
}

/** Marks the sets in whose part of a list a number stands. */
function mark(touching: Uint8Array, list: Int32Array, number: number, startsOfSets: () => Int32Array): void {
  for (let at = list.indexOf(number); at !== -1; ) {
    const set = setAt(startsOfSets(), at);
    touching[set] = 1;
    at = list.indexOf(number, startsOfSets()[set + 1]);
  }
}

/** The last set that begins at a place or before it, and is not empty there. */
function setAt(starts: Int32Array, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
