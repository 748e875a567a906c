import { join } from 'node:path';
import { digestOf, type Memo } from '@nx-conductor/core';
import { evictQuietly, readEntry, writeEntry, type EntryKind, type Retention, type Store } from '@nx-conductor/store';
import type { Config } from '../config/config';
import type { Machine } from '../host';
import type { Project } from '../project/project';

/** The store of a project's workspace. */
export function storeOf(machine: Machine, project: Project): Store {
  return { disk: machine.disk, clock: machine.clock, folder: join(project.conductor, 'cache') };
}

/** What one run takes from the store and leaves there: compiled templates, and texts that were found sound. */
export interface RunCache extends Memo {
  /** Configuration and patterns that were checked, by this build of Conductor. */
  readonly checked: Memo;
  /** What commands left. */
  readonly results: Memo;
  /** Whether anything was written. */
  readonly wrote: () => boolean;
}

/** What a run wants of the store: without `use` nothing is read or written, without `templates` no template, with `readOnly` nothing is written. */
export interface CacheUse {
  readonly use: boolean;
  readonly templates: boolean;
  /** Without it commands run whatever the store has. */
  readonly results: boolean;
  readonly readOnly: boolean;
}

/** Looks into the store. */
export function runCache(store: Store, build: string, { use, templates, results, readOnly }: CacheUse): RunCache {
  let wrote = false;
  const memo = (kind: EntryKind, wanted: boolean, keyOf: (key: string) => string): Memo => ({
    read: (key) => (wanted ? readEntry(store, kind, keyOf(key)) : undefined),
    write: (key, body) => {
      if (wanted && !readOnly) wrote = writeEntry(store, kind, keyOf(key), body) || wrote;
    },
  });
  const left = memo('command', use, (key) => key);
  return {
    ...memo('template', use && templates, (key) => key),
    checked: memo('checked', use, (key) => digestOf(`${build} ${key}`)),
    results: results ? left : { ...left, read: () => undefined },
    wrote: () => wrote,
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Limits that `conductor.json` sets, else those that keep a store small without anyone caring for it. */
export function retentionOf(cache: Config['cache']): Retention {
  return {
    maxEntries: cache?.maxEntries ?? 10_000,
    maxAgeMs: (cache?.maxAgeDays ?? 30) * DAY_MS,
    maxBytes: (cache?.maxMegabytes ?? 256) * 1_000_000,
  };
}

/** Applies the limits after a run that stored something. */
export function tidyStore(store: Store, cache: RunCache, limits: Config['cache']): void {
  if (cache.wrote()) evictQuietly(store, retentionOf(limits));
}
