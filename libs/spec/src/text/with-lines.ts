import { pointerSegments, type Failure, type Place } from '@nx-conductor/core';
import { placeAt } from './place';
import { offsetsOf } from './positions';
import type { Source } from './source';

/** Adds line and column to failures that know only their file and pointer; each file's text is walked once. */
export function withLines(failures: readonly Failure[], sources: readonly Source[]): Failure[] {
  const places = new Map<Place, Place>();
  for (const source of sources) {
    const pending = failures.map(placeOf).filter((place) => place !== undefined);
    const here = pending.filter((place) => place.file === source.file && place.line === undefined && place.pointer !== undefined);
    if (here.length === 0) continue;
    const offsets = offsetsOf(source, here.map((place) => pointerSegments(place.pointer as string)));
    here.forEach((place, index) => places.set(place, { ...place, ...placeAt(source.file, source.text, offsets[index] as number) }));
  }
  return failures.map((failure) => {
    const known = placeOf(failure);
    const place = known && places.get(known);
    return place === undefined ? failure : ({ ...failure, place } as Failure);
  });
}

function placeOf(failure: Failure): Place | undefined {
  return 'place' in failure ? failure.place : undefined;
}
