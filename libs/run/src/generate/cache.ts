import { join } from 'node:path';
import type { TemplateCache } from '@nx-conductor/generate';
import { evictQuietly, readEntry, writeEntry, type Retention, type Store } from '@nx-conductor/store';
import type { Config } from '../config/config';
import type { Machine } from '../host';
import type { Project } from '../project/project';

/** The store of a project's workspace. */
export function storeOf(machine: Machine, project: Project): Store {
  return { disk: machine.disk, clock: machine.clock, folder: join(project.conductor, 'cache') };
}

/** The template cache of one run, which knows whether it wrote anything. */
export interface RunCache extends TemplateCache {
  readonly wrote: () => boolean;
}

/** Templates through the store; with `readOnly` nothing is written, without `use` nothing is read either. */
export function templateCache(store: Store, use: boolean, readOnly: boolean): RunCache {
  let wrote = false;
  return {
    read: (key) => (use ? readEntry(store, 'template', key) : undefined),
    write: (key, body) => {
      if (use && !readOnly) wrote = writeEntry(store, 'template', key, body) || wrote;
    },
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
