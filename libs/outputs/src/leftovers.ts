import { dirname, join } from 'node:path';
import { besideOf, quietly, type Clock, type Disk } from '@nx-conductor/core';
import { STAGING_PREFIX } from './fence';
import type { Ground } from './ground';
import type { FoundIntent } from './intent';

/** Clears what a killed run left on its way. What is ours among it stays known until a plan was carried out. */
export function clearLeftovers(disk: Disk, ground: Omit<Ground, 'output'>, found: FoundIntent): void {
  if (found.state === 'absent') return;
  for (const path of [ground.intent, ground.manifest]) quietly(() => disk.remove(besideOf(path)));
  let cleared = true;
  if (found.state !== 'damaged') {
    const staging = join(ground.root, found.intent.staging);
    cleared = discard(disk, staging);
    const folders = new Set([...found.intent.paths.keys()].map((path) => dirname(join(ground.root, path))));
    // The output folder too: it may be another by now, and whoever needs it makes it.
    for (const folder of folders) quietly(() => pruneEmpty(disk, folder, ground.root, ground.root));
  }
  if (cleared && found.state !== 'pending') quietly(() => disk.remove(ground.intent));
}

/** Removes a staging folder with what is left in it: plain files only, and one that will not go keeps no other. False when it is still there. */
export function discard(disk: Disk, staging: string): boolean {
  let cleared = false;
  quietly(() => {
    for (const entry of disk.list(staging) ?? []) quietly(() => disk.remove(join(staging, entry.name)));
    cleared = disk.removeDirectory(staging) || disk.stat(staging) === undefined;
  });
  return cleared;
}

/** A staging folder this old was left by a run that was killed. */
const LEFTOVER_MS = 10 * 60 * 1000;

/** Removes staging folders that killed runs left in the output folder and whose intent was lost. */
export function discardForgotten(disk: Disk, clock: Clock, output: string): void {
  for (const entry of disk.list(output) ?? []) {
    if (entry.kind !== 'directory' || !entry.name.startsWith(STAGING_PREFIX)) continue;
    const stat = disk.stat(join(output, entry.name));
    if (stat && clock.now() - stat.mtimeMs > LEFTOVER_MS) discard(disk, join(output, entry.name));
  }
}

/** Removes folders that a stale artifact left empty, up to the output folder, which stays; outside of it, up to the project's root. */
export function pruneEmpty(disk: Disk, folder: string, root: string, output: string): void {
  for (let at = folder; at !== output && (at.startsWith(`${output}/`) || at.startsWith(`${root}/`)); at = dirname(at)) {
    // One that was never made does not keep those above it.
    const entries = disk.list(at);
    if (entries !== undefined && (entries.length > 0 || !disk.removeDirectory(at))) return;
  }
}
