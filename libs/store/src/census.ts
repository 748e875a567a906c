import { join } from 'node:path';
import { DiskError, unseal } from '@nx-conductor/core';
import type { Store } from './store';

/** One file of the store. */
export interface StoredFile {
  readonly path: string;
  readonly kind: string;
  readonly bytes: number;
  /** Milliseconds since the epoch; renewed about daily while the entry is used. */
  readonly usedAt: number;
}

/** Every entry (and every leftover of an interrupted write) in the store, oldest use first. */
export function listEntries(store: Store): StoredFile[] {
  const files: StoredFile[] = [];
  for (const kind of store.disk.list(store.folder) ?? []) {
    if (kind.kind !== 'directory') continue;
    for (const shard of store.disk.list(join(store.folder, kind.name)) ?? []) {
      if (shard.kind !== 'directory') continue;
      const folder = join(store.folder, kind.name, shard.name);
      for (const entry of store.disk.list(folder) ?? []) {
        const path = join(folder, entry.name);
        const stat = store.disk.stat(path);
        if (stat?.kind === 'file') files.push({ path, kind: kind.name, bytes: stat.size, usedAt: stat.mtimeMs });
      }
    }
  }
  return files.sort((a, b) => a.usedAt - b.usedAt || (a.path < b.path ? -1 : 1));
}

/** Reads every entry, and removes those whose bytes are not what was written. Returns the removed paths. */
export function verifyEntries(store: Store): { readonly checked: number; readonly damaged: readonly string[] } {
  const files = listEntries(store);
  const damaged = files.filter((file) => {
    const bytes = store.disk.read(file.path);
    return bytes !== undefined && unseal(bytes) === undefined;
  });
  for (const file of damaged) store.disk.remove(file.path);
  return { checked: files.length, damaged: damaged.map((file) => file.path) };
}

/** Limits of the store; what is absent is unlimited. */
export interface Retention {
  readonly maxEntries?: number;
  readonly maxAgeMs?: number;
  readonly maxBytes?: number;
}

/** Removes the least recently used entries until all limits hold. Returns what was (with `dryRun`: would be) removed. */
export function evict(store: Store, retention: Retention, dryRun = false): readonly StoredFile[] {
  const files = listEntries(store);
  const now = store.clock.now();
  let entries = files.length;
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const removed: StoredFile[] = [];
  for (const file of files) {
    const tooOld = retention.maxAgeMs !== undefined && now - file.usedAt > retention.maxAgeMs;
    const tooMany = retention.maxEntries !== undefined && entries > retention.maxEntries;
    const tooMuch = retention.maxBytes !== undefined && bytes > retention.maxBytes;
    if (!tooOld && !tooMany && !tooMuch) break;
    if (!dryRun) store.disk.remove(file.path);
    removed.push(file);
    entries -= 1;
    bytes -= file.bytes;
  }
  return removed;
}

/** {@link evict} for the end of a run: a store that cannot be tidied is no reason to fail. */
export function evictQuietly(store: Store, retention: Retention): readonly StoredFile[] {
  try {
    return evict(store, retention);
  } catch (error) {
    if (error instanceof DiskError) return [];
    throw error;
  }
}
