import { isObject, own, REFUSED, type Item, type Json, type JsonObject } from '@nx-conductor/core';
import type { Facts, MakeItem } from './collection';

/** An item of a document that nobody watches: a plain object. */
export const plainItem: MakeItem = (value, facts, costly) => {
  const found = value();
  const item: Record<string, unknown> = isObject(found) ? { ...found } : {};
  for (const key in facts) item[key] = (facts[key] as () => unknown)();
  item['value'] = found;
  for (const key in costly) {
    let known: { readonly fact: unknown } | undefined;
    const get = () => (known ??= { fact: (costly[key] as () => unknown)() }).fact;
    Object.defineProperty(item, key, { get, enumerable: true });
  }
  return item as Item;
};

/**
 * An item that reads nothing before it is asked: an own key of the value is read when the item's is, so a watcher
 * sees what a template used and not what the item could have offered. Looks like {@link plainItem}'s in every way.
 */
export const lazyItem: MakeItem = (value, facts, costly) => {
  const all: Facts = { ...facts, value, ...costly };
  let found: JsonObject | undefined;
  const source = (): JsonObject => {
    if (found === undefined) {
      const read = value();
      found = isObject(read) ? read : {};
    }
    return found;
  };
  const has = (key: PropertyKey): key is string => typeof key === 'string' && (Object.hasOwn(all, key) || Object.hasOwn(source(), key));
  const read = (key: string): unknown => (Object.hasOwn(all, key) ? (all[key] as () => unknown)() : source()[key]);
  return new Proxy<Item>({} as Item, {
    ...REFUSED,
    get: (target, key) => (has(key) ? read(key) : Reflect.get(target, key)),
    has: (target, key) => has(key) || Reflect.has(target, key),
    ownKeys: () => [...new Set([...Object.keys(source()), ...Object.keys(all)])],
    // A getter: listing the keys asks for each of them, and reads no value.
    getOwnPropertyDescriptor: (_target, key) => (has(key) ? { get: () => read(key), enumerable: true, configurable: true } : undefined),
  });
};

/** The value's own `name` when it has one, else the key it stands under. */
export function nameOr(value: Json, key: string): string {
  const name = isObject(value) ? own(value, 'name') : undefined;
  return typeof name === 'string' && name !== '' ? name : key;
}
