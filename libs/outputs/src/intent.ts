import { basename } from 'node:path';
import { digestOf, DiskError, isObject, seal, unseal, type Digest, type Disk } from '@nx-conductor/core';
import { STAGING_PREFIX } from './fence';
import type { Artifact } from './manifest';
import type { Observed } from './observe';
import type { Plan } from './plan';

/**
 * What an apply is about to do, on disk before it changes anything and until the manifest tells the same. A run that is
 * killed in between leaves files that the manifest does not know yet: by this record they are known to be ours.
 *
 * Format: a sealed file (`core/sealed.ts`) whose body is
 *
 *     {"schema":1,"manifest":"<digest>","staging":"out/.conductor-staging-1f","paths":[["out/a.ts",["<digest>","<digest>"]]]}
 *
 * It is not forced through to the platter (no fsync), nor is anything else: a killed process loses nothing that way, a
 * machine that loses power may, and then a digest that does not match says so. What was generated can be generated again.
 */
export interface Intent {
  /** Digest of the text of the manifest that the apply ends with; empty when it lay there before, and so says nothing. */
  readonly manifest: Digest | '';
  /** The folder of files on their way in, relative to the project's root. */
  readonly staging: string;
  /** By path relative to the project's root: digests of what lay there as ours, and of what is put there. */
  readonly paths: ReadonlyMap<string, readonly Digest[]>;
}

/**
 * An intent as found at the start of a run. `pending`: the run was killed before its manifest; `over`: after it, what is
 * left is only to be cleared away. A damaged one was being written when the run was killed, before it changed anything.
 */
export type FoundIntent = { readonly state: 'absent' } | { readonly state: 'damaged' } | { readonly state: 'pending' | 'over'; readonly intent: Intent };

/** Reads what a killed run left beside the manifest. A file that cannot be read counts as damaged. */
export function readIntent(disk: Disk, path: string, manifest: string): FoundIntent {
  try {
    const bytes = disk.read(path);
    if (bytes === undefined) return { state: 'absent' };
    const body = unseal(bytes);
    const intent = body === undefined ? undefined : decodeIntent(body);
    if (!intent) return { state: 'damaged' };
    const now = disk.read(manifest);
    return { state: now !== undefined && digestOf(now) === intent.manifest ? 'over' : 'pending', intent };
  } catch (error) {
    if (error instanceof DiskError) return { state: 'damaged' };
    throw error;
  }
}

/** The text of an intent. */
export function encodeIntent({ manifest, staging, paths }: Intent): string {
  return seal(JSON.stringify({ schema: 1, manifest, staging, paths: [...paths] }));
}

function decodeIntent(body: string): Intent | undefined {
  const value: unknown = JSON.parse(body);
  // The seal says that Conductor wrote this; another schema number was written by another version.
  if (!isObject(value) || value['schema'] !== 1) return undefined;
  const { manifest, staging, paths } = value as unknown as { manifest: Digest; staging: string; paths: readonly (readonly [string, readonly Digest[]])[] };
  return basename(staging).startsWith(STAGING_PREFIX) ? { manifest, staging, paths: new Map(paths) } : undefined;
}

/**
 * The intent of a plan. What an earlier, killed run intended and this plan does not touch is carried on: until this
 * plan's manifest is written, nothing else says that it is ours. A hand edit that is overwritten is not listed as ours.
 */
export function intentOf(plan: Plan, pending: Intent | undefined, manifest: Digest | '', staging: string): Intent {
  const steps = plan.steps.filter(({ action }) => action !== 'keep' && action !== 'conflict');
  const touched = new Set(steps.map(({ path }) => path));
  const next = new Map(plan.artifacts.filter(({ path }) => touched.has(path)).map(({ path, digest }) => [path, digest]));
  const paths = new Map(pending?.paths);
  for (const step of steps) {
    const current = step.found.kind === 'file' && step.conflict === undefined ? [step.found.digest] : [];
    const put = next.get(step.path);
    paths.set(step.path, step.action === 'remove' || put === undefined ? current : [...current, put]);
  }
  return { manifest, staging, paths };
}

/**
 * What is owned when a run was killed: the manifest's artifacts, and in their stead or beside them each file that holds
 * exactly what the intent says lay there or was put there. Anything else on disk is as the manifest alone judges it.
 */
export function ownedAfter(artifacts: readonly Artifact[], found: FoundIntent, look: (path: string) => Observed): readonly Artifact[] {
  if (found.state !== 'pending') return artifacts;
  const owned = new Map(artifacts.map((artifact) => [artifact.path, artifact]));
  for (const [path, digests] of found.intent.paths) {
    const seen = look(path);
    const before = owned.get(path);
    if (seen.kind !== 'file' || seen.digest === before?.digest || !digests.includes(seen.digest)) continue;
    // Without `rendered`: what it was made from is not what the manifest's record says.
    owned.set(path, { path, digest: seen.digest, size: seen.stat.size, job: before?.job ?? '', reason: before?.reason ?? '' });
  }
  return [...owned.values()];
}
