import { isObject, nearest, valueAt, type Json } from '@nx-conductor/core';
import { pointerTo } from './pointer-to';

/**
 * The reference that someone probably meant: the mistyped segment replaced by the nearest key beside it, the rest of
 * the pointer kept when it leads on from there. `parent` is the last value reached, `path` where it stands, `rest`
 * the segments that could not be followed.
 */
export function nearestRef(text: string, parent: Json, path: readonly string[], rest: readonly string[]): string | undefined {
  const [wrong, ...further] = rest as [string, ...string[]];
  const best = isObject(parent) ? nearest(wrong, Object.keys(parent)) : undefined;
  if (best === undefined) return undefined;
  const start = text.slice(0, Math.max(0, text.indexOf('#')));
  const inner = valueAt(parent, [best]) as Json;
  if (further.length === 0 || valueAt(inner, further) !== undefined) return start + pointerTo([...path, best, ...further]);
  return nearestRef(text, inner, [...path, best], further) ?? start + pointerTo([...path, best]);
}
