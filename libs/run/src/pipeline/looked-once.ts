import type { Disk, FileStat } from '@nx-conductor/core';

/** A disk whose files were looked at. */
export interface LookedAt {
  readonly disk: Disk;
  /** From now on the files that were asked about are as they were found, unless they are written. */
  believe(): void;
  /** The disk is asked again, about everything. */
  forget(): void;
}

/**
 * A disk for the phases of one run. A `generate` that finds nothing changed has asked for the stats of every artifact, and
 * `compile` would ask for them again a moment later. Whoever changes a file in between is taken to have done it after the
 * run: what is noted are the stats of before, so the next run sees it. It must be forgotten when a lock is taken: to tell
 * whether another run was there the disk itself has to be asked.
 */
export function lookOnce(disk: Disk): LookedAt {
  const stats = new Map<string, FileStat>();
  let state: 'noting' | 'believing' | 'asking' = 'noting';
  const changing = <T extends readonly unknown[], R>(change: (path: string, ...more: T) => R) => (path: string, ...more: T): R => {
    stats.delete(path);
    return change(path, ...more);
  };
  const moving = <R>(move: (from: string, to: string) => R) => changing((from, to: string) => {
    stats.delete(to);
    return move(from, to);
  });
  return {
    disk: {
      read: (path) => disk.read(path),
      stat(path) {
        const known = state === 'believing' ? stats.get(path) : undefined;
        if (known) return known;
        const stat = disk.stat(path);
        if (state === 'noting' && stat?.kind === 'file') stats.set(path, stat);
        return stat;
      },
      list: (path) => disk.list(path),
      realPath: (path) => disk.realPath(path),
      write: changing((path, content: Uint8Array | string) => disk.write(path, content)),
      append: changing((path, content: Uint8Array | string) => disk.append(path, content)),
      createExclusive: changing((path, content: string) => disk.createExclusive(path, content)),
      makeDirectory: (path) => disk.makeDirectory(path),
      rename: moving((from, to) => disk.rename(from, to)),
      link: moving((from, to) => disk.link(from, to)),
      remove: changing((path) => disk.remove(path)),
      removeDirectory: (path) => disk.removeDirectory(path),
      touch: changing((path) => disk.touch(path)),
    },
    believe: () => void (state = 'believing'),
    forget() {
      stats.clear();
      state = 'asking';
    },
  };
}
