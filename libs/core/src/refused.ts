/** Handlers of a proxy by which whatever would change its target is refused: others look at the same target. */
export const REFUSED: Pick<ProxyHandler<object>, 'set' | 'defineProperty' | 'deleteProperty' | 'setPrototypeOf' | 'preventExtensions'> = {
  set: refuse,
  defineProperty: refuse,
  deleteProperty: refuse,
  setPrototypeOf: refuse,
  preventExtensions: refuse,
};

/** Why it is refused. */
export function refuse(): never {
  throw new TypeError('what templates and helpers are given is read-only');
}
