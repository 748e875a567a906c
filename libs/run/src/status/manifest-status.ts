import { join } from 'node:path';
import { EMPTY_INDEX, observe, ownedAfter, readIndex, readIntent, readManifest, type FoundManifest } from '@nx-conductor/outputs';
import type { Machine } from '../host';
import type { Project } from '../project/project';

/** What a project owns and whether the disk still holds it. */
export interface ManifestStatus {
  readonly path: string;
  readonly state: FoundManifest['state'];
  readonly total: number;
  readonly unchanged: number;
  /** Paths relative to the project's root. */
  readonly edited: readonly string[];
  /** Hand edits that were kept, by decision. */
  readonly kept: readonly string[];
  readonly missing: readonly string[];
  /** A run was killed while it changed artifacts; the next run of `generate` completes what it began. */
  readonly interrupted: boolean;
  /** Bytes of all artifacts as they were written. */
  readonly bytes: number;
}

/** Verifies every artifact of a project's manifest against the disk; with `verify` every one is read, whatever its stats say. Writes nothing. */
export function manifestStatus(machine: Machine, project: Project, verify = false): ManifestStatus {
  const found = readManifest(machine.disk, project.manifest);
  const index = verify ? EMPTY_INDEX : readIndex(machine.disk, project.index);
  const interrupted = readIntent(machine.disk, project.intent, project.manifest);
  const look = (path: string) => observe(machine.disk, join(project.root, path), index, path);
  const artifacts = ownedAfter(found.state === 'sound' ? found.manifest.artifacts : [], interrupted, look);
  const edited: string[] = [];
  const kept: string[] = [];
  const missing: string[] = [];
  for (const artifact of artifacts) {
    const seen = look(artifact.path);
    if (seen.kind === 'nothing') missing.push(artifact.path);
    else if (seen.kind === 'file' && seen.digest === artifact.kept) kept.push(artifact.path);
    else if (seen.kind === 'other' || seen.digest !== artifact.digest) edited.push(artifact.path);
  }
  return {
    path: project.shown(project.manifest),
    state: found.state,
    total: artifacts.length,
    unchanged: artifacts.length - edited.length - kept.length - missing.length,
    edited,
    kept,
    missing,
    interrupted: interrupted.state === 'pending',
    bytes: artifacts.reduce((sum, artifact) => sum + artifact.size, 0),
  };
}
