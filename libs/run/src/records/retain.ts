import { join } from 'node:path';
import { byCodeUnit, type Clock, type Disk } from '@nx-conductor/core';
import { stampOf } from './run-id';

/** Runs kept, whatever their age. */
const MOST_RUNS = 200;

const MOST_AGE_MS = 30 * 24 * 60 * 60 * 1000;

/** Bytes of all records together. */
const MOST_BYTES = 64_000_000;

/** A run that wrote less than this does not look at the sizes of others. */
const LARGE = 250_000;

/** Names of the records in a folder, the oldest first: an id begins with the time in UTC. */
export function recordsIn(disk: Disk, folder: string): string[] {
  return (disk.list(folder) ?? [])
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.jsonl'))
    .sort(byCodeUnit);
}

/** Removes the oldest records: those beyond {@link MOST_RUNS}, older than {@link MOST_AGE_MS}, or beyond {@link MOST_BYTES}. `wrote` is what the last one is large. */
export function dropOldRuns(disk: Disk, clock: Clock, folder: string, wrote: number): void {
  const names = recordsIn(disk, folder);
  const oldest = stampOf(clock.now() - MOST_AGE_MS);
  const old = names.filter((name, index) => index < names.length - MOST_RUNS || name < oldest);
  for (const name of old) dropRun(disk, folder, name);
  if (wrote > LARGE) dropBeyondBytes(disk, folder, names.slice(old.length));
}

function dropBeyondBytes(disk: Disk, folder: string, names: readonly string[]): void {
  let bytes = 0;
  for (const name of [...names].reverse()) {
    bytes += disk.stat(join(folder, name))?.size ?? 0;
    // The latest stays, however large it is.
    if (bytes > MOST_BYTES && name !== names.at(-1)) dropRun(disk, folder, name);
  }
}

/** A record, and the folder of logs that lies beside it under the same id. */
function dropRun(disk: Disk, folder: string, name: string): void {
  dropFolder(disk, join(folder, name.slice(0, -'.jsonl'.length)));
  disk.remove(join(folder, name));
}

function dropFolder(disk: Disk, folder: string): void {
  const entries = disk.list(folder);
  if (entries === undefined) return;
  for (const { name, kind } of entries) {
    if (kind === 'directory') dropFolder(disk, join(folder, name));
    else disk.remove(join(folder, name));
  }
  disk.removeDirectory(folder);
}
