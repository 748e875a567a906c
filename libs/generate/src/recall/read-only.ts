import { REFUSED } from '@nx-conductor/core';

/** A view of a value, and of all that is in it, through which nothing can be changed. Scalars are their own view. */
export function readOnly(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const views = new WeakMap<object, object>();
  const viewOf = (target: unknown): unknown => {
    if (typeof target !== 'object' || target === null) return target;
    let view = views.get(target);
    if (view === undefined) views.set(target, (view = new Proxy(target, handler)));
    return view;
  };
  const handler: ProxyHandler<object> = {
    ...REFUSED,
    get: (target, key) => viewOf((target as Record<string | symbol, unknown>)[key]),
    getOwnPropertyDescriptor(target, key) {
      const own = Reflect.getOwnPropertyDescriptor(target, key);
      return own?.configurable !== true ? own : { value: viewOf(own.value), enumerable: own.enumerable ?? true, writable: true, configurable: true };
    },
  };
  return viewOf(value);
}
