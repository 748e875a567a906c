import { join } from 'node:path';
import { DiskError, quietly, replaceLosable, seal, unseal, type Clock, type Digest, type Disk } from '@nx-conductor/core';

/** Where a store lies and the doors it uses. A store is always safe to delete. */
export interface Store {
  readonly disk: Disk;
  readonly clock: Clock;
  /** `.conductor/cache`, absolute. */
  readonly folder: string;
}

/** What is stored. Each kind has its own folder and its own way to make keys. */
export type EntryKind = 'template' | 'checked' | 'command';

/** An entry that was used is touched at most this often, so that eviction by age knows what is in use. */
const TOUCH_AFTER_MS = 24 * 60 * 60 * 1000;

/** The body stored under a key; undefined when there is none or when it is damaged (it is then removed). */
export function readEntry(store: Store, kind: EntryKind, key: Digest): string | undefined {
  const path = entryPath(store, kind, key);
  try {
    const bytes = store.disk.read(path);
    if (bytes === undefined) return undefined;
    const body = unseal(bytes);
    if (body === undefined) {
      store.disk.remove(path);
      return undefined;
    }
    const stat = store.disk.stat(path);
    if (stat && store.clock.now() - stat.mtimeMs > TOUCH_AFTER_MS) store.disk.touch(path);
    return body;
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}

/**
 * Stores a body. Returns false when the disk refuses: a run must not fail because it cannot be remembered.
 * The entry appears whole by rename; two writers of one key write the same bytes.
 */
export function writeEntry(store: Store, kind: EntryKind, key: Digest, body: string): boolean {
  return quietly(() => tagFolder(store)) && replaceLosable(store.disk, entryPath(store, kind, key), seal(body));
}

/** The file of an entry: `<kind>/<first two digits>/<key>`. */
export function entryPath(store: Store, kind: EntryKind, key: Digest): string {
  return join(store.folder, kind, key.slice(0, 2), key);
}

/** Cache Directory Tagging Specification 1.0: backup programs leave folders with this file out. */
function tagFolder(store: Store): void {
  const path = join(store.folder, 'CACHEDIR.TAG');
  if (store.disk.stat(path)) return;
  store.disk.makeDirectory(store.folder);
  store.disk.write(
    path,
    'Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache made by Conductor. It may be deleted at any time.\n',
  );
}
