import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { byCodeUnit, DiskError, type Disk, type DirectoryEntry, type FileStat } from '@nx-conductor/core';
import { errnoOf } from './errno';

/** The real file system. Every refusal of the operating system becomes a {@link DiskError}. */
export const realDisk: Disk = {
  read: (path) => absentAsUndefined('read', path, () => readRegular(path)),

  // Without a closure: a run in which nothing changed is made of these calls.
  stat(path) {
    try {
      const stat = fs.lstatSync(path, UNLESS_ABSENT);
      return stat && statOf(stat);
    } catch (error) {
      return undefinedIfAbsent('read', path, error);
    }
  },

  list: (path) =>
    absentAsUndefined('list', path, () =>
      fs
        .readdirSync(path, { withFileTypes: true })
        .map((entry): DirectoryEntry => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => byCodeUnit(a.name, b.name)),
    ),

  realPath: (path) => absentAsUndefined('resolve', path, () => fs.realpathSync.native(path)),

  write(path, content) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return attempt('write', path, () => {
      const handle = fs.openSync(path, 'w', 0o666);
      try {
        writeAll(handle, bytes);
        // Half the price of asking for it by its path.
        return statOf(fs.fstatSync(handle));
      } finally {
        fs.closeSync(handle);
      }
    });
  },

  append: (path, content) => attempt('write', path, () => fs.appendFileSync(path, content)),

  createExclusive(path, content) {
    try {
      fs.writeFileSync(path, content, { flag: 'wx' });
      return true;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
      throw new DiskError('write', path, errnoOf(error));
    }
  },

  makeDirectory: (path) => attempt('make the folder', path, () => makeFolders(path)),

  rename: (from, to) => attempt('write', to, () => fs.renameSync(from, to)),

  link(from, to) {
    try {
      fs.linkSync(from, to);
      return true;
    } catch (error) {
      if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(errnoOf(error))) return false;
      throw new DiskError('link', to, errnoOf(error));
    }
  },

  remove: (path) => attempt('remove', path, () => fs.rmSync(path, { force: true })),

  removeDirectory(path) {
    try {
      fs.rmdirSync(path);
      return true;
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return false;
      throw new DiskError('remove', path, errnoOf(error));
    }
  },

  touch(path) {
    const now = new Date();
    attempt('write', path, () => fs.utimesSync(path, now, now));
  },
};

/** Reads a regular file. Anything else, such as a named pipe, could keep a process waiting for ever. */
function readRegular(path: string): Uint8Array {
  const handle = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    const stat = fs.fstatSync(handle);
    if (!stat.isFile()) throw Object.assign(new Error('not a regular file'), { code: stat.isDirectory() ? 'EISDIR' : 'EFTYPE' });
    // A file without a size may have content all the same, as those of /proc do.
    return stat.size > 0 && stat.size <= IN_ONE_GO ? readWhole(handle, stat.size) : fs.readFileSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Nearly every file is read by one call then; Node itself would ask for the size once more. */
const IN_ONE_GO = 1 << 20;

/** What there is of so many bytes: a file that became shorter meanwhile ends earlier. */
function readWhole(handle: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const read = fs.readSync(handle, bytes, at, size - at, null);
    if (read === 0) break;
    at += read;
  }
  return at === size ? bytes : bytes.subarray(0, at);
}

/**
 * Writes every byte or throws. The operating system may write fewer bytes than asked (a full disk first gives a
 * short write, then ENOSPC), which a single call would report as success.
 */
function writeAll(handle: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.length) {
    const written = fs.writeSync(handle, bytes, offset, bytes.length - offset);
    if (written <= 0) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
    offset += written;
  }
}

function attempt<T>(operation: string, path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new DiskError(operation, path, errnoOf(error));
  }
}

/** ENOENT, and ENOTDIR for a parent that is a file, mean that nothing is there. */
function absentAsUndefined<T>(operation: string, path: string, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    return undefinedIfAbsent(operation, path, error);
  }
}

function undefinedIfAbsent(operation: string, path: string, error: unknown): undefined {
  const errno = errnoOf(error);
  if (errno !== 'ENOENT' && errno !== 'ENOTDIR') throw new DiskError(operation, path, errno);
}

/** One object for all calls. */
const UNLESS_ABSENT = { throwIfNoEntry: false } as const;

const statOf = (stat: fs.Stats): FileStat => ({ kind: (stat.mode & KIND) === REGULAR ? 'file' : kindOf(stat), size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs, inode: stat.ino });

/** The part of a mode that tells the kind, and what it is for nearly every file. */
const { S_IFMT: KIND, S_IFREG: REGULAR } = fs.constants;

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): FileStat['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'symlink' : 'other';
}

/**
 * Makes a folder, with those above it that are missing. Not by Node's `recursive`, which never ends where a folder that is
 * there takes none (`/proc/x/y`, Node 20 to 24): it takes the refusal for one more folder that is missing.
 */
function makeFolders(path: string): void {
  if (isFolder(path)) return;
  try {
    fs.mkdirSync(path);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' && !isFolder(dirname(path)) && dirname(path) !== path) {
      makeFolders(dirname(path));
      makeFolders(path);
      // Somebody else may have made it meanwhile.
    } else if (errno !== 'EEXIST' || !isFolder(path)) throw error;
  }
}

const isFolder = (path: string): boolean => fs.statSync(path, UNLESS_ABSENT)?.isDirectory() === true;
