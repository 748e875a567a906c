import { join } from 'node:path';
import { done, failed, type Failure, type Outcome } from '@nx-conductor/core';
import { applyPlan, changes, clearLeftovers, encodeManifest, makePlan, observe, ownedAfter, readIndex, type Step } from '@nx-conductor/outputs';
import { conflictFailures } from '../generate/differences';
import { refusal } from '../generate/run';
import { currentArtifacts } from '../generate/current';
import type { GenerateOptions } from '../generate/options';
import { NO_ARTIFACTS } from '../generate/result';
import type { Edition, Machine } from '../host';
import { holdProject } from '../lock/hold';
import type { Project } from '../project/project';
import { concludeClean } from '../records/conclude';
import { startRecord, type RunRecord } from '../records/record';

/** What was dropped because no pattern makes it any more. */
export interface ManifestClean {
  readonly removed: readonly string[];
  /** Records whose file was gone already, or is left because it was edited. */
  readonly dropped: readonly string[];
  readonly kept: number;
  readonly steps: readonly Step[];
}

/** What people ask of one run of `manifest-clean`; as for `generate`. */
export type CleanOptions = Pick<GenerateOptions, 'dryRun' | 'onConflict' | 'onWait' | 'record' | 'onEvent'>;

/** Drops artifacts and records of a project that none of its patterns makes any more. Edited files are conflicts. */
export async function manifestClean(machine: Machine, edition: Edition, project: Project, options: CleanOptions): Promise<Outcome<ManifestClean>> {
  const record = startRecord(machine, edition, project, 'manifest-clean', { record: options.record !== false && !options.dryRun, onEvent: options.onEvent });
  const cleaned = await clean(machine, edition, project, options, record);
  if (cleaned.ok) {
    const { removed, kept } = cleaned.value;
    concludeClean(record, { removed, artifacts: { ...NO_ARTIFACTS, total: kept, kept, removed: removed.length } });
  } else concludeClean(record, { failures: cleaned.failures });
  return cleaned;
}

async function clean(machine: Machine, edition: Edition, project: Project, options: CleanOptions, record: RunRecord): Promise<Outcome<ManifestClean>> {
  try {
    const held = await holdProject(machine, project, options.onWait, () => {
      record.begin();
      return cleanHeld(machine, edition, project, options);
    });
    return held.ok ? held.value : held;
  } catch (error) {
    return failed(refusal(project, error));
  }
}

async function cleanHeld(machine: Machine, edition: Edition, project: Project, options: CleanOptions): Promise<Outcome<ManifestClean>> {
  const current = await currentArtifacts(machine, edition, project);
  if (!current.ok) return current;
  const { config, paths: made, found, interrupted } = current.value;
  if (found.state !== 'sound') return done({ removed: [], dropped: [], kept: 0, steps: [] });
  const { manifest } = found;
  const index = readIndex(machine.disk, project.index);
  const look = (path: string) => observe(machine.disk, join(project.root, path), index, path);
  const owned = ownedAfter(manifest.artifacts, interrupted, look);
  const stale = owned.filter((artifact) => !made.has(artifact.path));
  const plan = makePlan([], stale, look, options.onConflict ?? config.onConflict);
  const conflicts: readonly Failure[] = conflictFailures(machine.disk, project, plan.steps, () => undefined);
  if (conflicts.length > 0) return failed(...conflicts);
  const removed = changes(plan).map((step) => step.path);
  const artifacts = owned.filter((artifact) => made.has(artifact.path));
  if (!options.dryRun && stale.length > 0) {
    // Without inputs: these artifacts are not what any inputs give, so the next run must not take the two for a pair.
    const record = encodeManifest({ ...manifest, inputs: [], artifacts });
    const ground = { root: project.root, output: join(project.root, config.output), manifest: project.manifest, intent: project.intent };
    clearLeftovers(machine.disk, project, interrupted);
    applyPlan(machine.disk, machine.clock, ground, { ...plan, artifacts }, () => '', record, interrupted);
  }
  const gone = new Set(removed);
  return done({ removed, dropped: stale.map((artifact) => artifact.path).filter((path) => !gone.has(path)), kept: artifacts.length, steps: plan.steps });
}
