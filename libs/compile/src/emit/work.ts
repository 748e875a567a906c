import { dirname, sep } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';
import type { OutputPaths } from '../layout/layout';
import { absolutePath, SLOTS } from '../layout/layout';
import { codeOf, State } from '../plan/state';
import { digestBytes, isRacy, verifyOutputs, type Ground } from '../plan/verify';
import { entryOutputs, shownEntry } from '../records/entries';
import { Flag, noteDigest, noteStat, outputBit, sameDigest, sameStat, shownDigest } from '../records/table';
import type { EmitOptions } from '../request';
import type { Emitted } from './engine';
import { emitterOf } from './emit-source';
import { leftOutOf } from './left-out';

/** What emitting takes; all of it can be sent to a thread. */
export interface Work extends Ground {
  readonly options: EmitOptions;
  /** Operating system and processor, such as `linux-x64`, to find the compiler's library by. */
  readonly platform: string | undefined;
  /** TypeScript emits what is mendable: nothing is to be said of it. */
  readonly mends: boolean;
  /** False to find out what would be written, and write nothing. */
  readonly writes: boolean;
  /** The output folders were not there before: nothing can lie where an output goes. */
  readonly fresh: boolean;
  /** A byte for each entry: what becomes of its outputs, see {@link markOf}. */
  readonly marks: Uint8Array;
  /** Absolute folders that hold the outputs: a link that leads out of them is not followed. */
  readonly fences: readonly string[];
}

/** Marks of an output (1 to 4): it was or would be written; and where it goes, a file was before. */
export const markOf = (file: number): { readonly written: number; readonly replaced: number } => ({ written: 1 << (file - 1), replaced: 1 << (file + 3) });

/** What came of some entries, beside what is noted in the table. */
export interface Done {
  readonly compiled: number[];
  readonly kept: number[];
  readonly failed: number[];
  /** Refused, but TypeScript could emit them from the whole program. */
  readonly mendable: number[];
  readonly findings: Finding[];
  /** Reasons that only the bytes of a source gave. */
  readonly changed: [entry: number, reason: string][];
  bytes: number;
  refreshed: number;
}

export const nothingDone = (): Done => ({ compiled: [], kept: [], failed: [], mendable: [], findings: [], changed: [], bytes: 0, refreshed: 0 });

/** What came of all parts of some work. */
export function mergeDone(parts: readonly Done[]): Done {
  const all = nothingDone();
  for (const part of parts) {
    all.compiled.push(...part.compiled);
    all.kept.push(...part.kept);
    all.failed.push(...part.failed);
    all.mendable.push(...part.mendable);
    all.findings.push(...part.findings);
    all.changed.push(...part.changed);
    all.bytes += part.bytes;
    all.refreshed += part.refreshed;
  }
  return all;
}

/** Emits the sources that `next` gives, until it gives no more. It is told how many of those so far could not be emitted. */
export function emitSources(disk: Disk, work: Work, next: (failed: number) => number | undefined): Done {
  const done = nothingDone();
  const folders = new Set<string>();
  const emit = emitterOf(work.layout, work.options, leftOutOf(disk, work.root, work.table.names, work.layout), work.platform);
  for (let entry = next(0); entry !== undefined; entry = next(done.failed.length)) {
    const name = work.table.names[entry] as string;
    const path = absolutePath(work.root, name);
    const stat = disk.stat(path);
    const bytes = stat === undefined ? undefined : disk.read(path);
    if (stat === undefined || bytes === undefined) {
      done.failed.push(entry);
      done.findings.push({ severity: 'error', code: 'missing-file', message: 'the source is not there any more', file: name, hint: 'run again' });
      continue;
    }
    const made = make(disk, work, entry, bytes, done, (paths) => emit(name, bytes, paths), folders);
    if (made) noteStat(work.table, entry, 0, stat);
  }
  return done;
}

/** Emits one entry unless it turns out not to have changed. True when what was noted of it now holds. */
export function make(disk: Disk, work: Work, entry: number, bytes: Uint8Array, done: Done, emit: (paths: OutputPaths) => Emitted, folders: Set<string>): boolean {
  const { table, layout, states } = work;
  const name = table.names[entry] as string;
  const paths = entryOutputs(name, layout) as OutputPaths;
  const digest = digestBytes(bytes);
  const same = sameDigest(table, entry, 0, digest);
  const isSuspect = codeOf(states[entry] as number) === State.suspect;
  if (same && isSuspect) {
    const found = verifyOutputs(disk, work, entry, paths);
    states[entry] = found.state;
    done.refreshed += found.refreshed + 1;
    if (found.state === State.fine) {
      done.kept.push(entry);
      return true;
    }
  }
  const before = isSuspect ? shownDigest(table, entry, 0) : '';
  const emitted = emit(paths);
  if (emitted.verdict !== 'mendable' || !work.mends) done.findings.push(...emitted.findings);
  if (emitted.verdict !== 'emitted') {
    (emitted.verdict === 'mendable' ? done.mendable : done.failed).push(entry);
    return false;
  }
  if (!put(disk, work, entry, paths, emitted.outputs, done, folders)) {
    done.failed.push(entry);
    done.findings.push({ severity: 'error', code: 'bad-path', message: 'a symbolic link leads from the output folder to another place', file: shownEntry(name), hint: 'remove the link' });
    return false;
  }
  if (!same) {
    noteDigest(table, entry, 0, digest);
    if (isSuspect) done.changed.push([entry, `source changed: ${before} → ${shownDigest(table, entry, 0)}`]);
  }
  table.flags[entry] = ((table.flags[entry] as number) | Flag.compiled) & ~Flag.whole;
  done.compiled.push(entry);
  return true;
}

/** Writes the outputs of an entry where the disk does not hold them already. In place: a torn one is found by its digest and made again. False when a link leads out of the output folder. */
function put(disk: Disk, work: Work, entry: number, paths: OutputPaths, outputs: Emitted['outputs'], done: Done, folders: Set<string>): boolean {
  const { root, table, marks, writes } = work;
  for (let file = 1; file <= SLOTS.length; file++) {
    const path = paths[file - 1];
    const bytes = outputs[file - 1];
    if (path === undefined || bytes === undefined) continue;
    const absolute = absolutePath(root, path);
    const found = work.fresh ? undefined : disk.stat(absolute);
    const digest = digestBytes(bytes);
    const noted = sameDigest(table, entry, file, digest);
    table.flags[entry] = (table.flags[entry] as number) | outputBit(file);
    if (found?.kind === 'file' && found.size === bytes.length) {
      const known = noted && sameStat(table, entry, file, found) && !isRacy(found.mtimeMs, found.ctimeMs, work.savedAt);
      const there = known ? undefined : disk.read(absolute);
      if (known || (there !== undefined && Buffer.from(there.buffer, there.byteOffset, there.length).equals(bytes))) {
        if (!noted) noteDigest(table, entry, file, digest);
        noteStat(table, entry, file, found);
        continue;
      }
    }
    done.bytes += bytes.length;
    const { written, replaced } = markOf(file);
    marks[entry] = (marks[entry] as number) | written | (found === undefined ? 0 : replaced);
    if (!writes) continue;
    const folder = dirname(absolute);
    if (!folders.has(folder)) {
      disk.makeDirectory(folder);
      if (!isInside(disk.realPath(folder), work.fences.map((fence) => disk.realPath(fence)))) return false;
      folders.add(folder);
    }
    // A link is not written through: what it leads to is not ours.
    if (found?.kind === 'symlink' || found?.kind === 'other') disk.remove(absolute);
    noteStat(table, entry, file, disk.write(absolute, bytes));
    noteDigest(table, entry, file, digest);
  }
  return true;
}

const isInside = (folder: string | undefined, fences: readonly (string | undefined)[]): boolean => fences.some((fence) => fence !== undefined && (folder === fence || folder?.startsWith(fence + sep)));
