declare global {
  // A `var` is the only way to add to the global object.
  var __cache: Map<string, unknown> | undefined;
}

/** One cache for all copies of this module. */
export const cache = (): Map<string, unknown> => (globalThis.__cache ??= new Map());

export const remember = <T>(key: string, make: () => T): T => {
  const known = cache().get(key);
  if (known !== undefined) return known as T;
  const made = make();
  cache().set(key, made);
  return made;
};
