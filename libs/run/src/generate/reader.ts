import { digestOf, type Digest, type Disk } from '@nx-conductor/core';
import { EMPTY_INDEX, trusts, type DiskIndex, type IndexedFile } from '@nx-conductor/outputs';

/**
 * Reads each file of a run at most once, and remembers what was made of its bytes. What an index of an earlier run knows
 * of a file that is certainly the same is taken from there, and the file is not read.
 */
export interface Reader {
  bytes(path: string): Uint8Array | undefined;
  /** Empty for a file that is not there. Of the bytes that this reader gave, if it did. */
  digest(path: string): Digest | '';
  /** What a pure function makes of a file's bytes, by the function's name; undefined for a file that is not there. */
  fact(name: string, path: string, make: (bytes: Uint8Array) => string): string | undefined;
  /** Every fact that was asked for, with the stats of its file, for the next run's index. */
  seen(): ReadonlyMap<string, IndexedFile>;
}

/** The name of a file's digest among the facts that an index remembers. */
export const digestFact = (path: string): string => `digest\0${path}`;

/** An index that remembers nothing makes it read every file. `hash` gives the digest of a file's bytes. */
export function createReader(disk: Disk, index: DiskIndex = EMPTY_INDEX, hash: (path: string, bytes: Uint8Array) => Digest = (_, bytes) => digestOf(bytes)): Reader {
  const files = new Map<string, { readonly bytes: Uint8Array | undefined; readonly stat: IndexedFile | undefined }>();
  /** By path, then by the name of the function. */
  const facts = new Map<string, Map<string, string | undefined>>();
  const seen = new Map<string, IndexedFile>();

  const statOf = (path: string, digest: string, stat = disk.stat(path)): IndexedFile | undefined => {
    // What a link leads to can change, and the link's own stat stays.
    return stat?.kind === 'file' ? { size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs, inode: stat.inode, digest } : undefined;
  };
  const read = (path: string) => {
    const known = files.get(path);
    if (known) return known;
    // First the stat: if the file changes before it is read, the next run sees another stat, and reads again.
    const found = disk.stat(path);
    // A file that is not there is not asked for: to be refused takes longer than the look.
    const file = { stat: found && statOf(path, '', found), bytes: found && disk.read(path) };
    files.set(path, file);
    // The bytes count, whatever the index told of the file a moment ago.
    facts.delete(path);
    return file;
  };
  const remembered = (key: string, path: string): IndexedFile | undefined => {
    const known = files.has(path) ? undefined : index.sources.get(key);
    const stat = known && statOf(path, known.digest);
    return stat && trusts(index.begunAt, known, stat) ? known : undefined;
  };
  const keep = (name: string, path: string, made: string | undefined): string | undefined => {
    const known = facts.get(path);
    if (known) known.set(name, made);
    else facts.set(path, new Map([[name, made]]));
    return made;
  };
  const fact: Reader['fact'] = (name, path, make) => {
    const told = facts.get(path);
    if (told?.has(name)) return told.get(name);
    const key = `${name}\0${path}`;
    const known = remembered(key, path);
    if (known) {
      seen.set(key, known);
      return keep(name, path, known.digest);
    }
    const { bytes, stat } = read(path);
    const made = bytes && make(bytes);
    seen.delete(key);
    if (stat && made !== undefined) seen.set(key, { ...stat, digest: made });
    return keep(name, path, made);
  };
  return { bytes: (path) => read(path).bytes, digest: (path) => fact('digest', path, (bytes) => hash(path, bytes)) ?? '', fact, seen: () => seen };
}
