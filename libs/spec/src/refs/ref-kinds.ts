import type { Failure } from '@nx-conductor/core';
import type { FoundRef } from './find-refs';

/**
 * References that cannot stay: a value that no section can hold must stand where it is used. Path items may stay,
 * since OpenAPI allows a `$ref` in their place.
 */
export function mustInline(ref: FoundRef): boolean {
  return ref.rule.section === undefined && ref.rule.name !== 'path item';
}

/**
 * A discriminator may map to what is not there: bundlers of other makers rewrite every `$ref` and leave the
 * mappings as they were.
 */
export function isOptional(ref: FoundRef, failures: readonly Failure[]): boolean {
  return ref.key !== '$ref' && failures.every(({ code }) => code !== 'syntax');
}
