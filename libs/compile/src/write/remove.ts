import { dirname } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import { absolutePath } from '../layout/layout';
import type { OwnedOutput } from '../plan/previous';

/** Where outputs are removed. */
export interface Removal {
  readonly root: string;
  /** Absolute output folders: folders in them go when they are empty. */
  readonly fences: readonly string[];
  /** Sources and outputs share a folder: what does not hold our bytes any more may be a person's, and stays. */
  readonly onlyOurs: boolean;
  readonly writes: boolean;
}

/** Removes outputs that no entry has any more, and folders that are empty then. Returns the paths of those that were there. */
export function removeOutputs(disk: Disk, outputs: readonly OwnedOutput[], { root, fences, onlyOurs, writes }: Removal): string[] {
  const removed: string[] = [];
  for (const { path, wrote } of outputs) {
    const absolute = absolutePath(root, path);
    const kind = disk.stat(absolute)?.kind;
    if (kind === undefined || kind === 'directory') continue;
    if (onlyOurs && !(kind === 'file' && wrote(disk.read(absolute) ?? new Uint8Array()))) continue;
    if (writes) disk.remove(absolute);
    removed.push(path);
  }
  if (!writes) return removed;
  // Of those that were not there too: a run that was killed can have removed the file and not the folder.
  for (const folder of new Set(outputs.map(({ path }) => dirname(absolutePath(root, path))))) prune(disk, folder, fences);
  return removed;
}

function prune(disk: Disk, folder: string, fences: readonly string[]): void {
  for (let at = folder; fences.some((fence) => at.startsWith(`${fence}/`)); at = dirname(at)) {
    if (!disk.removeDirectory(at) && disk.stat(at) !== undefined) return;
  }
}
