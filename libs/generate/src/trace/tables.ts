import type { Digest } from '@nx-conductor/core';
import { readOnly } from '../recall/read-only';
import type { Recall } from '../recall/recall';
import type { TableTrace } from './job-trace';
import type { Watch } from './watch';

/** The tables of one use of a pattern on one spec. */
export interface Tables {
  /** What all of them depend on, whole: the spec, the options, the code. */
  readonly parts: Readonly<Record<string, Digest>>;
  /** The view of a table for the job that runs; computed when it is first asked for. Throws when it needs itself. */
  get(key: string): unknown;
  /** Says which tables there are, before anyone asks for one. */
  declare(keys: Iterable<string>): void;
  /** Whether a declared table is known to hold now what it held for the document that had this digest. */
  same(name: string, document: Digest): boolean;
  /** Computes a declared table and gives its value, not watched; undefined when none of that name is declared. */
  recompute(name: string): { readonly value: unknown } | undefined;
  /** Computes every declared table, for a later run to recall; one that fails is left for whoever asks for it. */
  workOut(): void;
  /** Of every table that was computed. */
  traces(): readonly TableTrace[];
}

/** Name of the root under which reads of a table are noted. */
export const tableRoot = (use: string, key: string) => `table ${use} ${key}`;

/**
 * The tables of a use, each computed at most once. `compute` gives the value of one, worked out by an instance of the
 * helper module that serves nothing else: what it leaves in variables of the module, no job may find there.
 */
export function createTables(use: string, watch: Watch, recall: Recall, parts: Readonly<Record<string, Digest>>, compute: (key: string) => unknown): Tables {
  const computed = new Map<string, { readonly value: unknown; readonly view: () => unknown }>();
  /** Keys by names of roots. */
  const declared = new Map<string, string>();
  const underWay = new Set<string>();
  const made = (name: string, key: string) => {
    const known = computed.get(name);
    const value = recall.take(name, () => {
      if (underWay.has(name)) throw new Error(`the table ${JSON.stringify(key)} is asked for while it is computed, or while the helper module loads`);
      underWay.add(name);
      try {
        const { result, looked } = watch.unwatched(() => plain(compute(key)));
        if (looked) recall.looksAtAll();
        return result;
      } finally {
        underWay.delete(name);
      }
    });
    if (known) return known;
    const entry = { value, view: watch.root(name, value) };
    computed.set(name, entry);
    return entry;
  };
  return {
    parts,
    get(key) {
      const { value, view } = made(tableRoot(use, key), key);
      // Another table is not watched, and would get the value itself into its hands.
      return recall.view() === undefined ? view() : readOnly(value);
    },
    declare(keys) {
      for (const key of keys) declared.set(tableRoot(use, key), key);
    },
    same: (name, document) => declared.has(name) && recall.trueOf(name).includes(document),
    recompute(name) {
      const key = declared.get(name);
      return key === undefined ? undefined : { value: made(name, key).value };
    },
    workOut() {
      for (const [name, key] of declared) {
        try {
          made(name, key);
        } catch {
          continue;
        }
      }
    },
    traces: () => [...computed.keys()].map((name) => ({ name, parts })),
  };
}

/** The value, when it is plain JSON data: what else it could hold would not be seen to change. */
function plain(value: unknown): unknown {
  if (typeof value === 'function' || value instanceof Map || value instanceof Set) {
    throw new TypeError('a table is plain JSON data: objects, arrays and scalars; no Map, Set or function');
  }
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(plain);
  return value;
}
