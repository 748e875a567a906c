import { watch } from 'node:fs';
import { join } from 'node:path';

/** Stops listening. */
export interface FolderWatch {
  close(): void;
}

/**
 * Tells of every entry of one folder (not of the folders below it) that is made, changed, renamed or removed, by its
 * absolute path; of the folder's own path when the system does not say which entry. Undefined when the folder cannot be
 * watched: it is not there, or the system has no watches left.
 *
 * One folder at a time, because Node's recursive mode on Linux is made of single watches too, of every file, and loses
 * folders that are renamed. What another machine changes on a network disk is not told by any operating system.
 */
export function watchFolder(folder: string, heard: (path: string) => void): FolderWatch | undefined {
  try {
    const watcher = watch(folder, { persistent: true }, (_, name) => heard(name === null ? folder : join(folder, name)));
    // A folder that goes away: its parent tells of it too.
    watcher.on('error', () => heard(folder));
    return { close: () => watcher.close() };
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error) return undefined;
    throw error;
  }
}
