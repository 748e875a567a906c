import { digestOf, type Digest, type Disk } from '@nx-conductor/core';

/** Reads each file of a run once, and remembers its digest. */
export interface Reader {
  bytes(path: string): Uint8Array | undefined;
  /** Empty for a file that is not there. */
  digest(path: string): Digest | '';
}

export function createReader(disk: Disk, hash: (path: string, bytes: Uint8Array) => Digest = (_, bytes) => digestOf(bytes)): Reader {
  const files = new Map<string, Uint8Array | undefined>();
  const digests = new Map<string, Digest | ''>();
  const bytes = (path: string): Uint8Array | undefined => {
    if (!files.has(path)) files.set(path, disk.read(path));
    return files.get(path);
  };
  const digest = (path: string): Digest | '' => {
    const known = digests.get(path);
    if (known !== undefined) return known;
    const content = bytes(path);
    const made = content === undefined ? '' : hash(path, content);
    digests.set(path, made);
    return made;
  };
  return { bytes, digest };
}
