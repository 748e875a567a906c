import { basename, join } from 'node:path';
import type { Disk } from '@nx-conductor/core';

/** Stops listening in a folder. */
export interface FolderWatch {
  close(): void;
}

/** Listens in one folder: gives the path of each entry that changed. Undefined when the folder cannot be listened to. `libs/host` has the real one. */
export type WatchFolder = (folder: string, heard: (path: string) => void) => FolderWatch | undefined;

/** The folders that are listened to. */
export interface Listening {
  /** Listens in exactly these folders from now on. `opened` counts those that are new or not the ones they were, `deaf` are those that cannot be listened to. */
  cover(folders: ReadonlySet<string>): { readonly opened: number; readonly deaf: readonly string[] };
  close(): void;
}

/** Listens in folders, each by itself. `heard` is given the path of every change. */
export function createListening(disk: Disk, watch: WatchFolder, heard: (path: string) => void): Listening {
  const open = new Map<string, { readonly inode: number; readonly watch: FolderWatch }>();
  /** A folder that was removed and made again is another one, maybe with the number of the old: its watch would never tell again. */
  const doubtful = new Set<string>();
  const hear = (folder: string) => (path: string) => {
    if (open.has(path)) doubtful.add(path);
    // So Linux tells of the folder itself.
    if (path === join(folder, basename(folder))) doubtful.add(folder);
    heard(path);
  };
  const drop = (folder: string): void => {
    open.get(folder)?.watch.close();
    open.delete(folder);
    doubtful.delete(folder);
  };
  return {
    cover(folders) {
      for (const folder of [...open.keys()]) if (!folders.has(folder)) drop(folder);
      const deaf: string[] = [];
      let opened = 0;
      for (const folder of folders) {
        const inode = disk.stat(folder)?.inode ?? -1;
        if (open.get(folder)?.inode === inode && !doubtful.has(folder)) continue;
        drop(folder);
        const made = watch(folder, hear(folder));
        if (!made) {
          deaf.push(folder);
          continue;
        }
        open.set(folder, { inode, watch: made });
        opened += 1;
      }
      return { opened, deaf };
    },
    close: () => [...open.keys()].forEach(drop),
  };
}
