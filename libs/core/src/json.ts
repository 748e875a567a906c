/** Any JSON value. Objects may carry `__proto__` as an own key: never copy them with plain assignment. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for a JSON object: neither null, nor an array, nor a scalar. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value of an own key, never one inherited from `Object.prototype`. One look where one will do: values may be views
 * that note every look.
 */
export function own(value: JsonObject, key: string): Json | undefined {
  return key in Object.prototype && !Object.hasOwn(value, key) ? undefined : value[key];
}
