import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { digestOf, DiskError, type Clock, type Disk } from '@nx-conductor/core';
import { STAGING_PREFIX } from './fence';
import type { Plan, Step } from './plan';

/** Where a plan is carried out. Paths are absolute. */
export interface Ground {
  readonly root: string;
  /** The output folder; the staging folder lies in it, so that every rename stays on one file system. */
  readonly output: string;
  readonly manifest: string;
}

/** What was done. */
export interface Applied {
  /** Bytes of artifacts written. */
  readonly bytes: number;
}

/** A file changed between the plan and its turn. Nothing of the plan was kept. */
export class ChangedMeanwhile extends Error {
  constructor(readonly path: string) {
    super(path);
    this.name = 'ChangedMeanwhile';
  }
}

/**
 * Carries out a plan: all of it or, when the disk refuses or a file changed meanwhile, nothing of it.
 *
 * 1. Every new content is written in full to a staging folder: a full disk is found here.
 * 2. Each is renamed into its place; what it replaces keeps a second name in the staging folder, stale files move there.
 * 3. The manifest is replaced last: until then the old one still tells the truth of what is owned.
 * 4. The staging folder goes, and with it what was replaced.
 */
export function applyPlan(disk: Disk, clock: Clock, ground: Ground, plan: Plan, contentOf: (path: string) => string, manifest: string): Applied {
  const writes = plan.steps.filter((step) => step.action === 'create' || step.action === 'update');
  const removals = plan.steps.filter((step) => step.action === 'remove');
  const undo: (() => void)[] = [];
  const staging = join(ground.output, `${STAGING_PREFIX}-${randomBytes(4).toString('hex')}`);
  const backup = (index: number) => join(staging, `old-${index}`);
  let bytes = 0;
  discardLeftovers(disk, clock, ground.output);
  try {
    if (writes.length + removals.length > 0) makeFolder(disk, staging, undo);
    writes.forEach((step, index) => {
      const content = contentOf(step.path);
      bytes += Buffer.byteLength(content);
      stage(disk, join(staging, String(index)), content, join(ground.root, step.path));
    });
    const folders = new Set(writes.map((step) => dirname(join(ground.root, step.path))));
    for (const folder of folders) makeFolder(disk, folder, undo);
    writes.forEach((step, index) => place(disk, ground, step, join(staging, String(index)), backup(index), undo));
    removals.forEach((step, index) => setAside(disk, ground, step, backup(writes.length + index), undo));
    replaceManifest(disk, ground.manifest, manifest, undo);
  } catch (error) {
    for (const step of undo.reverse()) quietly(step);
    discard(disk, staging);
    throw error;
  }
  discard(disk, staging);
  for (const step of removals) quietly(() => pruneEmpty(disk, dirname(join(ground.root, step.path)), ground));
  return { bytes };
}

/** Writes a file on its way in; a refusal names the artifact, which people know, and not the staged file. */
function stage(disk: Disk, path: string, content: string, artifact: string): void {
  try {
    disk.write(path, content);
  } catch (error) {
    throw error instanceof DiskError ? new DiskError(error.operation, artifact, error.errno) : error;
  }
}

/** Renames a staged file to its place, after a last look that the place is still as the plan found it. */
function place(disk: Disk, ground: Ground, step: Step, staged: string, backup: string, undo: (() => void)[]): void {
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

function setAside(disk: Disk, ground: Ground, step: Step, backup: string, undo: (() => void)[]): void {
  const path = join(ground.root, step.path);
  mustBeAsFound(disk, path, step);
  disk.rename(path, backup);
  undo.push(() => disk.rename(backup, path));
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

function replaceManifest(disk: Disk, path: string, text: string, undo: (() => void)[]): void {
  const before = disk.read(path);
  if (before && Buffer.from(before.buffer, before.byteOffset, before.length).equals(Buffer.from(text))) return;
  makeFolder(disk, dirname(path), undo);
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  undo.push(() => disk.remove(temporary));
  disk.write(temporary, text);
  disk.rename(temporary, path);
}

/** Makes a folder; undone, those of its parents that were not there before go too. */
function makeFolder(disk: Disk, path: string, undo: (() => void)[]): void {
  const missing: string[] = [];
  for (let at = path; disk.stat(at) === undefined; at = dirname(at)) missing.push(at);
  if (missing.length === 0) return;
  undo.push(() => missing.forEach((folder) => disk.removeDirectory(folder)));
  disk.makeDirectory(path);
}

/** Removes a staging folder with what is left in it. It holds plain files only; one that will not go keeps no other. */
function discard(disk: Disk, staging: string): void {
  quietly(() => {
    for (const entry of disk.list(staging) ?? []) quietly(() => disk.remove(join(staging, entry.name)));
    disk.removeDirectory(staging);
  });
}

/** A staging folder this old was left by a run that was killed. */
const LEFTOVER_MS = 10 * 60 * 1000;

/** Removes staging folders that killed runs left in the output folder. */
function discardLeftovers(disk: Disk, clock: Clock, output: string): void {
  for (const entry of disk.list(output) ?? []) {
    if (entry.kind !== 'directory' || !entry.name.startsWith(STAGING_PREFIX)) continue;
    const stat = disk.stat(join(output, entry.name));
    if (stat && clock.now() - stat.mtimeMs > LEFTOVER_MS) discard(disk, join(output, entry.name));
  }
}

/** Removes folders that a stale artifact left empty, up to the output folder, which stays. */
function pruneEmpty(disk: Disk, folder: string, ground: Ground): void {
  for (let at = folder; at.startsWith(`${ground.output}/`); at = dirname(at)) {
    if (disk.list(at)?.length !== 0 || !disk.removeDirectory(at)) return;
  }
}

/** Clean-up goes on whatever one step of it meets: the error that caused it is the one to tell. */
function quietly(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
}
