/** Either a value or the reason why there is none. */
export type Result<T, E = Error> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; error: E }>;

/** Wraps a value. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** Wraps a reason. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** Changes the value, if there is one. */
export function map<T, U, E>(result: Result<T, E>, change: (value: T) => U): Result<U, E> {
  return result.ok ? ok(change(result.value)) : result;
}

/** All values, or the first reason that was met. */
export function all<T, E>(results: Iterable<Result<T, E>>): Result<T[], E> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

/** Runs a function that may throw and keeps what it threw as the reason. */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown : new Error(String(thrown)));
  }
}
