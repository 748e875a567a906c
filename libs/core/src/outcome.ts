import type { Failure } from './failure';

/**
 * What a step that depends on people's input returns: a value, or everything that is wrong with the input.
 * Failures are values so that one run can report all of them; exceptions are left to bugs and to the disk.
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failed;

/** The losing half of an {@link Outcome}; assignable to an outcome of any value. */
export interface Failed {
  readonly ok: false;
  readonly failures: readonly Failure[];
}

/** Wraps a value as a success. */
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** Wraps one or more failures. */
export const failed = (...failures: readonly Failure[]): Failed => ({ ok: false, failures });

/** All values, or all failures of all outcomes, in their order. */
export function collect<T>(outcomes: Iterable<Outcome<T>>): Outcome<T[]> {
  const values: T[] = [];
  const failures: Failure[] = [];
  for (const outcome of outcomes) {
    if (outcome.ok) values.push(outcome.value);
    else failures.push(...outcome.failures);
  }
  return failures.length > 0 ? { ok: false, failures } : done(values);
}
