/**
 * The doors to the machine. Rooms take what they need of these as arguments; `libs/host` has the real ones and
 * `libs/testkit` those in memory. Paths are absolute. Synchronous on purpose: a run reads a few files and writes
 * many small ones, where promises cost more than they hide.
 */

/** What a file system tells of one entry. */
export interface FileStat {
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly inode: number;
}

/** One entry of a directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileStat['kind'];
}

/** A file system. Every method but those that say otherwise throws {@link DiskError}. */
export interface Disk {
  /** Bytes of a file, or undefined when nothing is there. */
  read(path: string): Uint8Array | undefined;
  /** The entry itself (links are not followed), or undefined when nothing is there. */
  stat(path: string): FileStat | undefined;
  /** Entries in code-unit order; undefined when there is no such directory. */
  list(path: string): readonly DirectoryEntry[] | undefined;
  /** The path with every symbolic link resolved, or undefined when nothing is there. */
  realPath(path: string): string | undefined;
  /** Writes a whole file, all bytes or an error; parents must exist. Gives what the file is then. */
  write(path: string, content: Uint8Array | string): FileStat;
  /** Appends to a file, making it when absent. */
  append(path: string, content: Uint8Array | string): void;
  /** Creates a file that must not exist; false when it does. */
  createExclusive(path: string, content: string): boolean;
  /** Makes a directory and its parents. */
  makeDirectory(path: string): void;
  rename(from: string, to: string): void;
  /** Makes a second name for a file; false where the file system has no hard links. */
  link(from: string, to: string): boolean;
  /** Removes a file or link; nothing happens when it is gone already. */
  remove(path: string): void;
  /** Removes an empty directory; false when it is not empty or not there. */
  removeDirectory(path: string): boolean;
  /** Sets the modification time to now. */
  touch(path: string): void;
}

/** Time, injected so that tests own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds from an arbitrary start, never going back. */
  elapsed(): number;
}

/** What the holder of a lock says of itself. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** What came of trying to take a lock: it is held until it is released, or another holds it. */
export type Lock = { readonly held: true; readonly release: () => void } | { readonly held: false; readonly holder: LockHolder | undefined };

/** Locks on folders, each held by at most one run at a time, and released by the operating system when its process dies. */
export interface Locks {
  /**
   * Tries once to take the lock of a folder. `card` is a file in which the holder says who it is while it holds it:
   * for people only, nothing is decided by it. Throws {@link DiskError} where the folder cannot be locked at all.
   */
  take(folder: string, card: string): Promise<Lock>;
}

/** The operating system refused a file operation. `errno` is its name, such as `ENOSPC`. */
export class DiskError extends Error {
  constructor(
    readonly operation: string,
    readonly path: string,
    readonly errno: string,
  ) {
    super(`${operation} ${path}: ${errno}`);
    this.name = 'DiskError';
  }
}

/** Clean-up goes on whatever one step of it meets: the error that caused it is the one to tell. False when the disk refused. */
export function quietly(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return false;
  }
}
