import { isObject, own, type Json, type JsonObject } from '@nx-conductor/core';
import { childRule, type Rule } from './grammar';

/** One reference, where it stands. */
export interface FoundRef {
  /** What it says, such as `#/components/schemas/Pet` or `./pet.yaml`. */
  readonly text: string;
  /** The object that holds the text, and under which key: `$ref`, or a name in a discriminator's `mapping`. */
  readonly holder: JsonObject;
  readonly key: string;
  /** Path of the holder from the root of its file. Valid during the visit only; copy it to keep it. */
  readonly path: readonly string[];
  readonly rule: Rule;
  /** Path of the nearest schema around the reference, the root apart, that has an `$id` of its own. */
  readonly base: readonly string[] | undefined;
}

/** Values visited so far, by rule. */
export type Seen = Map<Rule, WeakSet<object>>;

/** What a visit can be told to do less of. */
export interface VisitOptions {
  /** Keeps a value from being visited twice under one rule. */
  readonly seen?: Seen;
  /** The text nowhere says `$id`, so there is no `base` to look for: a fifth of the time of a large document. */
  readonly withoutIds?: boolean;
}

/**
 * Visits every reference at and below a value, in the order of the text. Values that are data by the grammar are
 * never entered.
 */
export function findRefs(root: Json, rule: Rule, path: readonly string[], visit: (ref: FoundRef) => void, { seen, withoutIds = false }: VisitOptions = {}): void {
  const here = [...path];
  let base: readonly string[] | undefined;
  enter(root, rule);

  function enter(value: Json | undefined, rule: Rule): void {
    if (typeof value !== 'object' || value === null) return;
    if (seen !== undefined && wasSeen(seen, rule, value)) return;
    if (Array.isArray(value)) {
      const items = value as readonly Json[];
      for (let index = 0; index < items.length; index++) {
        here.push(String(index));
        enter(items[index], rule);
        here.pop();
      }
    } else if (!withoutIds && rule.name === 'schema' && here.length > 0 && isResource(value as JsonObject)) {
      const outer = base;
      base = [...here];
      inObject(value as JsonObject, rule);
      base = outer;
    } else inObject(value as JsonObject, rule);
  }

  function inObject(value: JsonObject, rule: Rule): void {
    for (const key in value) {
      const child = value[key];
      // In a map a `$ref` that is no text is an entry of this name.
      if (key === '$ref' && (typeof child === 'string' || rule.each === undefined)) {
        visit({ text: child as string, holder: value, key, path: here, rule, base });
        continue;
      }
      if (typeof child !== 'object' || child === null) continue;
      const inner = childRule(rule, key);
      if (inner !== undefined) {
        here.push(key);
        enter(child, inner);
        here.pop();
      } else if (key === 'discriminator' && rule.name === 'schema') inMapping(child, rule);
    }
  }

  /** A mapping's values are names of schemas or references to them; only what looks like a reference is one. */
  function inMapping(discriminator: Json, rule: Rule): void {
    const mapping = isObject(discriminator) ? own(discriminator, 'mapping') : undefined;
    if (!isObject(mapping)) return;
    here.push('discriminator', 'mapping');
    for (const [key, text] of Object.entries(mapping)) {
      if (typeof text === 'string' && /[#/]|\.(json|ya?ml)$/i.test(text)) visit({ text, holder: mapping, key, path: here, rule, base });
    }
    here.length -= 2;
  }
}

function isResource(schema: JsonObject): boolean {
  const id = own(schema, '$id');
  return typeof id === 'string' && !id.startsWith('#');
}

function wasSeen(seen: Seen, rule: Rule, value: object): boolean {
  let values = seen.get(rule);
  if (values === undefined) seen.set(rule, (values = new WeakSet()));
  if (values.has(value)) return true;
  values.add(value);
  return false;
}
