import { dirname } from 'node:path';
import { DiskError, quietly, type Disk } from './host';
import { nodeCrypto } from './node-crypto';

/** Where a new content lies until it is renamed into place: a fixed name, so that whoever holds the lock after a killed run knows what to clear. */
export const besideOf = (path: string): string => `${path}.tmp`;

/**
 * Replaces a file as a whole: written in full beside it, then renamed, so that nobody ever reads a part of it. The folder
 * must exist. Throws {@link DiskError}, and then leaves nothing beside the file if the disk lets it.
 */
export function replaceFile(disk: Disk, path: string, content: Uint8Array | string, beside: string = besideOf(path)): void {
  try {
    disk.write(beside, content);
    disk.rename(beside, path);
  } catch (error) {
    if (error instanceof DiskError) quietly(() => disk.remove(beside));
    throw error;
  }
}

/**
 * {@link replaceFile} for what may be lost, such as a file of the cache: makes its folder, and is false when the disk
 * refuses. Several processes may do it at a time: the name beside is one of its own, and the last one wins.
 */
export function replaceLosable(disk: Disk, path: string, content: Uint8Array | string): boolean {
  return quietly(() => {
    disk.makeDirectory(dirname(path));
    replaceFile(disk, path, content, `${path}.${nodeCrypto().randomBytes(6).toString('hex')}.tmp`);
  });
}
