import type { Disk } from '@nx-conductor/core';

/** Changes whenever another run puts one of these files in place: that is a new file. */
export function stampOf(disk: Disk, paths: readonly string[]): string {
  const stats = paths.map((path) => disk.stat(path));
  return stats.map((stat) => (stat === undefined ? 'nothing' : [stat.inode, stat.size, stat.mtimeMs, stat.ctimeMs].join(' '))).join('; ');
}
