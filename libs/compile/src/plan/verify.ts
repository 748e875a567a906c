import { nodeCrypto, type Disk } from '@nx-conductor/core';
import { entryOutputs, kindOf } from '../records/entries';
import { absolutePath, SLOTS, type Layout, type OutputPaths } from '../layout/layout';
import { noteStat, outputBit, sameDigest, sameStat, type Table } from '../records/table';
import { State, stateOf } from './state';

/** What looking at entries takes; all of it can be sent to a thread. */
export interface Ground {
  readonly root: string;
  readonly layout: Layout;
  readonly table: Table;
  /** A byte for each entry: what {@link verify} found. */
  readonly states: Uint8Array;
  /** When the manifest was saved that the table comes from. */
  readonly savedAt: number;
}

/** Looks at the sources and outputs of a range of entries, and notes which must be looked at closer. Returns how many stats it had to refresh. */
export function verify(disk: Disk, ground: Ground, from: number, to: number): number {
  const { root, layout, table, states } = ground;
  let refreshed = 0;
  for (let entry = from; entry < to; entry++) {
    if (states[entry] !== State.fine) continue;
    const name = table.names[entry] as string;
    // Copies and made texts are looked at by whoever knows where they come from.
    if (kindOf(name) !== 'source') continue;
    const stat = disk.stat(absolutePath(root, name));
    if (stat === undefined || !sameStat(table, entry, 0, stat) || isRacy(stat.mtimeMs, stat.ctimeMs, ground.savedAt)) {
      states[entry] = State.suspect;
      continue;
    }
    const found = verifyOutputs(disk, ground, entry, entryOutputs(name, layout) as OutputPaths);
    states[entry] = found.state;
    refreshed += found.refreshed;
  }
  return refreshed;
}

/** Holds the outputs of one entry against what is noted; stats of those that turn out to hold the same bytes are noted anew. */
export function verifyOutputs(disk: Disk, { root, table, savedAt }: Ground, entry: number, paths: OutputPaths): { state: number; refreshed: number } {
  const flags = table.flags[entry] as number;
  let refreshed = 0;
  for (let file = 1; file <= SLOTS.length; file++) {
    const path = paths[file - 1];
    if (path === undefined || (flags & outputBit(file)) === 0) continue;
    const absolute = absolutePath(root, path);
    const stat = disk.stat(absolute);
    if (stat === undefined) return { state: stateOf(State.missing, file), refreshed };
    if (sameStat(table, entry, file, stat) && !isRacy(stat.mtimeMs, stat.ctimeMs, savedAt)) continue;
    const bytes = stat.kind === 'file' ? disk.read(absolute) : undefined;
    if (bytes === undefined || !sameDigest(table, entry, file, digestBytes(bytes))) return { state: stateOf(State.edited, file), refreshed };
    noteStat(table, entry, file, stat);
    refreshed += 1;
  }
  return { state: State.fine, refreshed };
}

/** SHA-256, as bytes. */
export const digestBytes = (bytes: Uint8Array): Buffer => nodeCrypto().hash('sha256', bytes, 'buffer');

/** Git's rule: what changed in the same tick as the manifest was saved, or later, can have changed again without a trace. Ticks are up to 10 ms on Linux, and whole seconds (FAT: two) on some file systems. */
export function isRacy(mtimeMs: number, ctimeMs: number, savedAt: number): boolean {
  // Nearly every file is older than any tick; the rest of the question costs more than comparing a whole record.
  if (mtimeMs < savedAt - LONGEST_TICK && ctimeMs < savedAt - LONGEST_TICK) return false;
  return mtimeMs >= savedAt - tickOf(mtimeMs) || ctimeMs >= savedAt - tickOf(ctimeMs);
}

const LONGEST_TICK = 2000;

const tickOf = (timeMs: number): number => (timeMs % 1000 === 0 ? LONGEST_TICK : 10);
