import { evict, listEntries, verifyEntries, type Retention } from '@nx-conductor/store';
import { storeOf } from '../generate/cache';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { concludeClean } from '../records/conclude';
import { startRecord } from '../records/record';
import { recordedTemplates } from '../records/templates';

/** What the store holds and how well it serves. */
export interface CacheStatus {
  readonly path: string;
  readonly entries: number;
  readonly bytes: number;
  readonly kinds: Readonly<Record<string, { readonly entries: number; readonly bytes: number }>>;
  /** Since the last use, in milliseconds; null for an empty store. */
  readonly oldestAgeMs: number | null;
  readonly newestAgeMs: number | null;
  /** Over the recorded runs of the workspace. */
  readonly runs: number;
  readonly hits: number;
  readonly misses: number;
  /** hits / (hits + misses), 0 to 1; null before the first run. */
  readonly hitRate: number | null;
  /** Entries that were damaged and removed; only when asked to verify. */
  readonly damaged?: readonly string[];
}

/** Counts what the store holds; with `verify` every entry is read, and damaged ones are removed. */
export function cacheStatus(machine: Machine, project: Project, verify: boolean): CacheStatus {
  const store = storeOf(machine, project);
  const damaged = verify ? verifyEntries(store).damaged.map(project.shown) : undefined;
  const files = listEntries(store);
  const kinds: Record<string, { entries: number; bytes: number }> = {};
  for (const file of files) {
    const kind = (kinds[file.kind] ??= { entries: 0, bytes: 0 });
    kind.entries += 1;
    kind.bytes += file.bytes;
  }
  const now = machine.clock.now();
  const age = (at: number | undefined) => (at === undefined ? null : Math.max(0, Math.round(now - at)));
  const { runs, hits, misses } = recordedTemplates(machine.disk, project);
  return {
    path: project.shown(store.folder),
    entries: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    kinds,
    oldestAgeMs: age(files[0]?.usedAt),
    newestAgeMs: age(files.at(-1)?.usedAt),
    runs,
    hits,
    misses,
    hitRate: hits + misses === 0 ? null : hits / (hits + misses),
    ...(damaged === undefined ? {} : { damaged }),
  };
}

/** What {@link cleanCache} removed and left. */
export interface CacheClean {
  readonly removed: number;
  readonly removedBytes: number;
  readonly entries: number;
  readonly bytes: number;
}

/** Removes the least recently used entries until the limits hold; with no limits, all of them. */
export function cleanCache(machine: Machine, edition: Edition, project: Project, limits: Retention, dryRun: boolean): CacheClean {
  const record = startRecord(machine, edition, project, 'cache-clean', { record: !dryRun });
  const store = storeOf(machine, project);
  const none = limits.maxEntries === undefined && limits.maxAgeMs === undefined && limits.maxBytes === undefined;
  const before = listEntries(store);
  const removed = evict(store, none ? { maxEntries: 0 } : limits, dryRun);
  const removedBytes = removed.reduce((sum, file) => sum + file.bytes, 0);
  const clean = { removed: removed.length, removedBytes, entries: before.length - removed.length, bytes: before.reduce((sum, file) => sum + file.bytes, 0) - removedBytes };
  concludeClean(record, { entries: { removed: clean.removed, removedBytes, left: clean.entries, leftBytes: clean.bytes } });
  return clean;
}
