import { byCodeUnit, type Digest } from '@nx-conductor/core';
import type { IndexedFile } from './disk-index';
import type { Artifact } from './manifest';
import type { Observed } from './observe';

/** What to do with a conflict: stop, leave the file as it is, replace it, or merge (which is not for the plan: it says conflict). */
export const ON_CONFLICT = ['fail', 'keep', 'overwrite', 'merge'] as const;
export type OnConflict = (typeof ON_CONFLICT)[number];

/** What a run would do with one path. */
export interface Step {
  /** Relative to the project's root. */
  readonly path: string;
  readonly action: 'create' | 'update' | 'keep' | 'remove' | 'conflict';
  /** Of a conflict: a hand edit of an artifact, or a file that was never ours. */
  readonly conflict?: 'edited' | 'foreign';
  /** A hand edit and the generated text were made one. */
  readonly merged?: boolean;
  /** What lies on disk now, when it must not have changed until the step is done. */
  readonly found: Observed;
}

/** A plan: every step, and what the project owns when they are done. Computed in full before the first write. */
export interface Plan {
  /** In code-unit order of their paths. */
  readonly steps: readonly Step[];
  readonly artifacts: readonly Artifact[];
  /** Stats of files that were read or verified, for the index. */
  readonly seen: ReadonlyMap<string, IndexedFile>;
}

/**
 * Compares what was rendered with what is owned and with the disk.
 *
 * | disk | owned | → |
 * |---|---|---|
 * | nothing | | create |
 * | as rendered | | keep |
 * | as last written | yes | update, or remove when no job makes it any more |
 * | a folder | yes, and no job makes it any more | nothing |
 * | a hand edit that was kept, of the text that was rendered | yes | keep |
 * | anything else | yes | conflict: edited |
 * | anything else | no | conflict: foreign |
 *
 * With `replaceKept` hand edits that were kept are conflicts again. `below` lists the files in a folder: one that holds
 * nothing but what the plan removes gives way to an artifact of its name.
 */
export function makePlan(rendered: readonly Artifact[], owned: readonly Artifact[], look: (path: string) => Observed, onConflict: OnConflict, replaceKept = false, below: (folder: string) => readonly string[] = () => []): Plan {
  const ownedByPath = new Map(owned.map((artifact) => [artifact.path, artifact]));
  const renderedPaths = new Set(rendered.map((artifact) => artifact.path));
  const steps: Step[] = [];
  const artifacts: Artifact[] = [];
  const seen = new Map<string, IndexedFile>();

  for (const artifact of owned) {
    if (renderedPaths.has(artifact.path)) continue;
    const found = look(artifact.path);
    // Where a folder stands now, the artifact is gone; a run that was killed may have put the folder there.
    if (found.kind === 'nothing' || isFolder(found)) continue;
    steps.push(decideStale(artifact, found, onConflict));
  }
  const removed = new Set(steps.filter(({ action }) => action === 'remove').map(({ path }) => path));
  const givesWay = (path: string, found: Observed): boolean => {
    if (!isFolder(found) || removed.size === 0) return false;
    const files = below(path);
    return files.length > 0 && files.every((file) => removed.has(file));
  };
  for (const artifact of rendered) {
    const before = ownedByPath.get(artifact.path);
    const there = look(artifact.path);
    const found: Observed = givesWay(artifact.path, there) ? { kind: 'nothing' } : there;
    remember(seen, artifact.path, found);
    const step = decide(artifact, before, found, onConflict, replaceKept);
    steps.push(step);
    const record = recordAfter(step, artifact, before);
    if (record) artifacts.push(record);
  }
  steps.sort((a, b) => byCodeUnit(a.path, b.path));
  artifacts.sort((a, b) => byCodeUnit(a.path, b.path));
  return { steps, artifacts, seen };
}

/** The steps that change something on disk or stand in the way of it. */
export function changes(plan: Plan): readonly Step[] {
  return plan.steps.filter((step) => step.action !== 'keep');
}

/** True when a hand edit lies there that was kept before, of the text that has this digest now. */
export function isSettled(before: Artifact | undefined, digest: Digest, found: Observed): boolean {
  return before?.kept !== undefined && before.digest === digest && found.kind === 'file' && found.digest === before.kept;
}

/** What the manifest says of an artifact after its step; undefined for a file that is not ours. */
function recordAfter({ action, found }: Step, artifact: Artifact, before: Artifact | undefined): Artifact | undefined {
  if (action !== 'keep' || (found.kind === 'file' && found.digest === artifact.digest)) return artifact;
  // What is no file has no digest to remember it by: it goes on to count as edited.
  return before && (found.kind === 'file' ? { ...artifact, kept: found.digest } : before);
}

function decide({ path, digest }: Artifact, before: Artifact | undefined, found: Observed, onConflict: OnConflict, replaceKept: boolean): Step {
  if (found.kind === 'nothing') return { path, action: 'create', found };
  if (found.kind === 'file' && found.digest === digest) return { path, action: 'keep', found };
  if (found.kind === 'file' && found.digest === before?.digest) return { path, action: 'update', found };
  if (!replaceKept && isSettled(before, digest, found)) return { path, action: 'keep', found };
  const conflict = before === undefined ? 'foreign' : 'edited';
  // A folder is never replaced: what lies in it was not made by us.
  if (onConflict === 'overwrite' && !isFolder(found)) return { path, action: 'update', conflict, found };
  return { path, action: onConflict === 'keep' ? 'keep' : 'conflict', conflict, found };
}

function decideStale(artifact: Artifact, found: Observed, onConflict: OnConflict): Step {
  const { path } = artifact;
  if (found.kind === 'file' && found.digest === artifact.digest) return { path, action: 'remove', found };
  if (onConflict === 'overwrite') return { path, action: 'remove', conflict: 'edited', found };
  return { path, action: onConflict === 'keep' ? 'keep' : 'conflict', conflict: 'edited', found };
}

const isFolder = (found: Observed): boolean => found.kind === 'other' && found.stat.kind === 'directory';

function remember(seen: Map<string, IndexedFile>, path: string, found: Observed): void {
  if (found.kind !== 'file') return;
  const { size, mtimeMs, ctimeMs, inode } = found.stat;
  seen.set(path, { size, mtimeMs, ctimeMs, inode, digest: found.digest });
}
