import type { Digest } from '@nx-conductor/core';
import type { Recall } from '../recall/recall';
import type { TableTrace } from './job-trace';
import type { Watch } from './watch';

/** The tables of one use of a pattern on one spec. */
export interface Tables {
  /** What all of them depend on, whole: the spec, the options, the code. */
  readonly parts: Readonly<Record<string, Digest>>;
  /** The view of a table for the job that runs; computed when it is first asked for. */
  get(key: string, compute: () => unknown): unknown;
  /** Says how a table is computed, before anyone asks for it. */
  declare(key: string, compute: () => unknown): void;
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

/** The tables of a use, each computed at most once. */
export function createTables(use: string, watch: Watch, recall: Recall, parts: Readonly<Record<string, Digest>>): Tables {
  const computed = new Map<string, { readonly value: unknown; readonly view: () => unknown }>();
  const declared = new Map<string, () => unknown>();
  const made = (name: string, compute: () => unknown) => {
    const known = computed.get(name);
    const value = recall.take(name, () => {
      const { result, looked } = watch.unwatched(() => plain(compute()));
      if (looked) recall.looksAtAll();
      return result;
    });
    if (known) return known;
    const entry = { value, view: watch.root(name, value) };
    computed.set(name, entry);
    return entry;
  };
  return {
    parts,
    get: (key, compute) => made(tableRoot(use, key), compute).view(),
    declare: (key, compute) => void declared.set(tableRoot(use, key), compute),
    same: (name, document) => declared.has(name) && recall.trueOf(name).includes(document),
    recompute(name) {
      const compute = declared.get(name);
      return compute && { value: made(name, compute).value };
    },
    workOut() {
      for (const [name, compute] of declared) {
        try {
          made(name, compute);
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
