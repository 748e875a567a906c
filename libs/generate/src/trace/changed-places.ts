import { pointerSegments } from '@nx-conductor/core';

/** Places in a document that have changed, as a tree by keys; `true` for all of what is at a place. */
export type ChangedPlaces = true | Map<string, ChangedPlaces>;

/** The tree of some JSON Pointers. */
export function changedPlaces(pointers: readonly string[]): ChangedPlaces {
  const root = new Map<string, ChangedPlaces>();
  for (const pointer of pointers) {
    const segments = pointerSegments(pointer);
    const last = segments.pop();
    if (last === undefined) return true;
    let at: ChangedPlaces = root;
    for (const segment of segments) {
      if (at === true) break;
      let next: ChangedPlaces | undefined = at.get(segment);
      if (next === undefined) at.set(segment, (next = new Map()));
      at = next;
    }
    if (at !== true) at.set(last, true);
  }
  return root;
}

/** A value under watch as it is now, and where it may differ from what it was when the traces were right. */
export interface Root {
  readonly value: unknown;
  readonly changed: ChangedPlaces;
}
