import { pointerOf } from '@nx-conductor/core';

/**
 * The pointer `#/…` of a path, such that reading it as a URI fragment gives the path back: a `%` in a key is
 * written `%25`, since fragments are percent-decoded (RFC 6901, section 6).
 */
export function pointerTo(path: readonly string[]): string {
  return pointerOf(path).replaceAll('%', '%25');
}
