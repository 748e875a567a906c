import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { quietly, type Disk } from '@nx-conductor/core';

/** Puts a file of the cache in place whole. A disk that refuses costs the next run time, and nothing else: then this is false. */
export function replaceQuietly(disk: Disk, path: string, bytes: Uint8Array): boolean {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const replaced = quietly(() => {
    disk.makeDirectory(dirname(path));
    disk.write(temporary, bytes);
    disk.rename(temporary, path);
  });
  if (disk.stat(temporary)) quietly(() => disk.remove(temporary));
  return replaced;
}
