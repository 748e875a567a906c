import { dirname, join, relative } from 'node:path';
import { digestOf, DiskError, nodeCrypto, quietly, replaceFile, type Clock, type Content, type Disk } from '@nx-conductor/core';
import { ChangedMeanwhile } from './changed-meanwhile';
import { STAGING_PREFIX } from './fence';
import type { Ground } from './ground';
import { encodeIntent, intentOf, type FoundIntent, type Intent } from './intent';
import { discard, discardForgotten, pruneEmpty } from './leftovers';
import type { Plan, Step } from './plan';

/** What was done. */
export interface Applied {
  /** Bytes of artifacts written. */
  readonly bytes: number;
}

/**
 * Carries out a plan: all of it or, when the disk refuses or a file changed meanwhile, nothing of it.
 *
 * 1. The intent is recorded: whenever a run is killed from here on, the next one knows what is ours, and what to clear.
 * 2. Every new content is written in full to a staging folder: a full disk is found here.
 * 3. Stale files move to the staging folder: where one stood, a folder may be needed, and the other way round.
 *    Then each new file is renamed into its place; what it replaces keeps a second name in the staging folder.
 * 4. The manifest is replaced: until then the old one still tells the truth of what is owned.
 * 5. The staging folder goes, and with it what was replaced; then the intent.
 *
 * `record` is the text of the manifest. `found` is the intent of an earlier run that was killed, whose files the plan takes for owned (`ownedAfter`).
 */
export function applyPlan(disk: Disk, clock: Clock, ground: Ground, plan: Plan, contentOf: (path: string) => Content, record: Uint8Array, found: FoundIntent): Applied {
  const writes = plan.steps.filter((step) => step.action === 'create' || step.action === 'update');
  const removals = plan.steps.filter((step) => step.action === 'remove');
  const pending = found.state === 'pending' ? found.intent : undefined;
  // Read once: while the project's lock is held nobody else replaces it.
  const isRecorded = holds(disk, ground.manifest, record);
  if (writes.length + removals.length === 0 && !pending && isRecorded) return { bytes: 0 };
  const undo: Undo[] = [];
  const undoFolder: Undo[] = [];
  const staging = join(ground.output, `${STAGING_PREFIX}-${nodeCrypto().randomBytes(4).toString('hex')}`);
  const backup = (index: number) => join(staging, `old-${index}`);
  let bytes = 0;
  discardForgotten(disk, clock, ground.output);
  try {
    makeFolder(disk, dirname(ground.intent), undoFolder);
    declare(disk, ground, intentOf(plan, pending, isRecorded ? '' : digestOf(record), relative(ground.root, staging)), pending !== undefined);
    if (writes.length + removals.length > 0) makeFolder(disk, staging, undo);
    writes.forEach((step, index) => {
      const content = contentOf(step.path);
      bytes += Buffer.byteLength(content);
      stage(disk, join(staging, String(index)), content, join(ground.root, step.path));
    });
    removals.forEach((step, index) => setAside(disk, ground, step, backup(writes.length + index), undo));
    for (const { path } of inPlaceOfFolders(writes, removals)) clearFolder(disk, join(ground.root, path), undo);
    const folders = new Set(writes.map((step) => dirname(join(ground.root, step.path))));
    for (const folder of folders) makeFolder(disk, folder, undo);
    writes.forEach((step, index) => place(disk, ground, step, join(staging, String(index)), backup(index), undo));
    if (!isRecorded) replaceFile(disk, ground.manifest, record);
  } catch (error) {
    const undone = undo.reverse().map((step) => quietly(step)).every(Boolean);
    const cleared = discard(disk, staging);
    // What could not be undone stays recorded, and so does what an earlier run left.
    if (undone && cleared && !pending && quietly(() => disk.remove(ground.intent))) undoFolder.forEach((step) => quietly(step));
    throw error;
  }
  const cleared = discard(disk, staging);
  for (const step of removals) quietly(() => pruneEmpty(disk, dirname(join(ground.root, step.path)), ground.root, ground.output));
  if (cleared) quietly(() => disk.remove(ground.intent));
  return { bytes };
}

type Undo = () => void;

/** Writes the intent. One that is not there yet may be torn: nothing was changed before it. One that is, is replaced as a whole. */
function declare(disk: Disk, ground: Ground, intent: Intent, replaces: boolean): void {
  if (replaces) replaceFile(disk, ground.intent, encodeIntent(intent));
  else disk.write(ground.intent, encodeIntent(intent));
}

/** Writes a file on its way in; a refusal names the artifact, which people know, and not the staged file. */
function stage(disk: Disk, path: string, content: Content, artifact: string): void {
  try {
    disk.write(path, content);
  } catch (error) {
    throw error instanceof DiskError ? new DiskError(error.operation, artifact, error.errno) : error;
  }
}

/** Renames a staged file to its place, after a last look that the place is still as the plan found it. */
function place(disk: Disk, ground: Ground, step: Step, staged: string, backup: string, undo: Undo[]): void {
  const path = join(ground.root, step.path);
  mustBeAsFound(disk, path, step);
  if (step.found.kind === 'nothing') {
    disk.rename(staged, path);
    undo.push(() => disk.remove(path));
    return;
  }
  if (step.found.kind === 'other' || !disk.link(path, backup)) disk.rename(path, backup);
  undo.push(() => disk.rename(backup, path));
  disk.rename(staged, path);
}

function setAside(disk: Disk, ground: Ground, step: Step, backup: string, undo: Undo[]): void {
  const path = join(ground.root, step.path);
  mustBeAsFound(disk, path, step);
  disk.rename(path, backup);
  undo.push(() => disk.rename(backup, path));
}

/** The writes to paths that are folders until what was in them is set aside. */
function inPlaceOfFolders(writes: readonly Step[], removals: readonly Step[]): readonly Step[] {
  const folders = new Set<string>();
  for (const { path } of removals) for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
  return folders.size === 0 ? [] : writes.filter(({ path }) => folders.has(path));
}

/** Removes a folder in which there are folders only. One that holds a file stays, and is found when its place is taken. */
function clearFolder(disk: Disk, path: string, undo: Undo[]): void {
  for (const { name, kind } of disk.list(path) ?? []) if (kind === 'directory') clearFolder(disk, join(path, name), undo);
  if (disk.removeDirectory(path)) undo.push(() => disk.makeDirectory(path));
}

function mustBeAsFound(disk: Disk, path: string, step: Step): void {
  const now = disk.stat(path);
  const then = step.found.kind === 'nothing' ? undefined : step.found.stat;
  const same = now?.inode === then?.inode && now?.size === then?.size && now?.mtimeMs === then?.mtimeMs && now?.kind === then?.kind;
  if (same) return;
  // Touched without a change, or restored by another program: the bytes decide.
  if (now?.kind === 'file' && step.found.kind === 'file') {
    const bytes = disk.read(path);
    if (bytes && digestOf(bytes) === step.found.digest) return;
  }
  throw new ChangedMeanwhile(step.path);
}

function holds(disk: Disk, path: string, content: Uint8Array): boolean {
  const bytes = disk.read(path);
  return bytes !== undefined && Buffer.compare(bytes, content) === 0;
}

/** Makes a folder; undone, those of its parents that were not there before go too. */
function makeFolder(disk: Disk, path: string, undo: Undo[]): void {
  const missing: string[] = [];
  for (let at = path; disk.stat(at) === undefined; at = dirname(at)) missing.push(at);
  if (missing.length === 0) return;
  undo.push(() => missing.forEach((folder) => disk.removeDirectory(folder)));
  disk.makeDirectory(path);
}
