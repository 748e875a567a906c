import { join } from 'node:path';
import { contentOf, digestOf, type Content, type Digest } from '@nx-conductor/core';
import type { Artifact, Plan, Step } from '@nx-conductor/outputs';
import { findBase } from './bases';
import type { Run } from './run';

/** Why a hand edit and the generated text could not be made one, and for overlaps the text with markers. */
export interface Unmerged {
  readonly why: 'overlaps' | 'base-missing' | 'git-missing' | 'not-text';
  readonly text?: string;
}

/** A plan in which hand edits were merged. */
export interface MergedPlan {
  readonly plan: Plan;
  /** Texts that are to be written instead of the generated ones. */
  readonly texts: ReadonlyMap<string, string>;
  /** By path: the conflicts that stay. */
  readonly unmerged: ReadonlyMap<string, Unmerged>;
}

/** A plan as it is. */
export const notMerged = (plan: Plan): MergedPlan => ({ plan, texts: new Map(), unmerged: new Map() });

/**
 * Merges every hand edit that is in conflict with the generated text, with the text that was generated last as the base
 * of both. What merges is a kept edit from then on; what overlaps stays a conflict.
 */
export function mergeEdits(run: Run, plan: Plan, owned: readonly Artifact[], made: (path: string) => Content | undefined): MergedPlan {
  const before = new Map(owned.map((artifact) => [artifact.path, artifact]));
  const texts = new Map<string, string>();
  const unmerged = new Map<string, Unmerged>();
  const records = new Map(plan.artifacts.map((artifact) => [artifact.path, artifact]));
  const steps = plan.steps.map((step): Step => {
    const generated = step.action === 'conflict' && step.conflict === 'edited' && step.found.kind === 'file' ? made(step.path) : undefined;
    if (generated === undefined || step.found.kind !== 'file') return step;
    const merged = mergeOne(run, step.path, (before.get(step.path) as Artifact).digest, generated);
    if (typeof merged !== 'string') {
      unmerged.set(step.path, merged);
      return step;
    }
    const artifact = records.get(step.path) as Artifact;
    const digest = digestOf(merged);
    records.set(step.path, digest === artifact.digest ? artifact : { ...artifact, kept: digest });
    texts.set(step.path, merged);
    return { ...step, action: digest === step.found.digest ? 'keep' : 'update', merged: true };
  });
  return { plan: { ...plan, steps, artifacts: [...records.values()] }, texts, unmerged };
}

function mergeOne(run: Run, path: string, last: Digest, generated: Content): string | Unmerged {
  const { machine, project } = run;
  const bytes = machine.disk.read(join(project.root, path));
  const edited = bytes && contentOf(bytes);
  if (typeof edited !== 'string' || typeof generated !== 'string') return { why: 'not-text' };
  // Only the edit changed something: the merge is the edit, whatever the base was.
  if (digestOf(generated) === last) return edited;
  const base = findBase(machine.disk, project, last);
  if (base === undefined) return { why: 'base-missing' };
  const merged = machine.mergeTexts(edited, base, generated);
  if (merged.kind === 'clean') return merged.text;
  return merged.kind === 'overlaps' ? { why: 'overlaps', text: merged.text } : { why: merged.kind };
}
