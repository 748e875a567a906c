import { digestOf, type Digest, type Disk, type FileStat } from '@nx-conductor/core';
import { trusts, type DiskIndex } from './disk-index';

/** What lies at a path (`trusted`: told by the index, not read): nothing, a file with its digest, or something that is no file (folder, link, device). */
export type Observed = { readonly kind: 'nothing' } | { readonly kind: 'file'; readonly digest: Digest; readonly stat: FileStat; readonly trusted: boolean } | { readonly kind: 'other'; readonly stat: FileStat };

/** Looks at a path; a file whose stat is as the index remembers is not read. */
export function observe(disk: Disk, absolute: string, index: DiskIndex, path: string): Observed {
  const stat = disk.stat(absolute);
  if (!stat) return { kind: 'nothing' };
  if (stat.kind !== 'file') return { kind: 'other', stat };
  const remembered = index.files.get(path);
  if (remembered && trusts(index.savedAt, remembered, stat)) return { kind: 'file', digest: remembered.digest, stat, trusted: true };
  const bytes = disk.read(absolute);
  return bytes === undefined ? { kind: 'nothing' } : { kind: 'file', digest: digestOf(bytes), stat, trusted: false };
}
