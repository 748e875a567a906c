import { REFUSED } from '@nx-conductor/core';
import { readOnly } from './read-only';

/**
 * Where somebody looked in a document, coarsely: JSON Pointers without `#`. `whole` are values that may have been read
 * to the bottom; of `shells` no more was seen than which keys they have, and what the other places name.
 */
export interface Places {
  readonly whole: readonly string[];
  readonly shells: readonly string[];
}

/** A view of a document that notes where it is looked at. */
export interface Look {
  readonly view: unknown;
  /** Where it was looked at so far. */
  places(): Places;
  /** Counts places that another look found as looked at too. */
  add(places: Places): void;
}

/** Levels below the root that are told apart: the entries of large documents stand there (`/paths/<path>/<method>`). */
const DEPTH = 3;

/**
 * Looks at a document through views of its upper levels; deeper values count as read whole.
 * It costs a step for each entry, not for each value, which is what makes it cheap enough for work that goes through
 * the whole document.
 */
export function lookAt(document: unknown): Look {
  const whole = new Set<string>();
  const shells = new Set<string>();
  const viewOf = (target: object, pointer: string, depth: number): object => {
    shells.add(pointer);
    const inside = new Map<string, object>();
    const read = (key: string): unknown => {
      const known = inside.get(key);
      if (known !== undefined) return known;
      const value: unknown = (target as Record<string, unknown>)[key];
      // What every object has is no data; a list's methods look at it through the view again.
      if (!Object.hasOwn(target, key)) return value;
      const place = `${pointer}/${escaped(key)}`;
      const isDeep = depth === DEPTH;
      if (typeof value !== 'object' || value === null || isDeep) whole.add(place);
      if (typeof value !== 'object' || value === null) return value;
      const view = isDeep ? (readOnly(value) as object) : viewOf(value, place, depth + 1);
      inside.set(key, view);
      return view;
    };
    return new Proxy(target, {
      ...REFUSED,
      get: (_, key) => (typeof key === 'string' ? read(key) : Reflect.get(target, key)),
      // Which keys there are is no more than the shell; only who takes the value has read it.
      getOwnPropertyDescriptor(_, key) {
        const own = Reflect.getOwnPropertyDescriptor(target, key);
        return typeof key === 'symbol' || own?.configurable !== true ? own : { get: () => read(key), enumerable: own.enumerable ?? true, configurable: true };
      },
    });
  };
  const isContainer = typeof document === 'object' && document !== null;
  if (!isContainer) whole.add('');
  const view = isContainer ? viewOf(document, '', 1) : document;
  return {
    view,
    places: () => ({ whole: [...whole], shells: [...shells] }),
    add(places) {
      for (const place of places.whole) whole.add(place);
      for (const place of places.shells) shells.add(place);
    },
  };
}

/** True when a look at these places could see that the values at some pointers were replaced by others. */
export function touched({ whole, shells }: Places, changed: readonly string[]): boolean {
  return changed.some((pointer) => whole.some((place) => isWithin(place, pointer) || isWithin(pointer, place)) || shells.some((place) => isWithin(pointer, place)));
}

/** True for a place at or below another. */
function isWithin(above: string, place: string): boolean {
  return place.startsWith(above) && (place.length === above.length || place.charCodeAt(above.length) === 47);
}

const escaped = (key: string) => (key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key);
