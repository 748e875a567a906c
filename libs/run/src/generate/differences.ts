import { join } from 'node:path';
import { contentOf, type Content, type Disk, type Failure } from '@nx-conductor/core';
import { unifiedDiff, type Step } from '@nx-conductor/outputs';
import type { Project } from '../project/project';
import type { Unmerged } from './merge';

/** Diffs shown in full; a run that would change thousands of files is not read diff by diff. */
const MAX_DIFFS = 50;

/** A unified diff from disk to plan for each step, the first {@link MAX_DIFFS} of them. */
export function diffSteps(disk: Disk, project: Project, steps: readonly Step[], made: (path: string) => Content | undefined): string[] {
  const diffs = steps.slice(0, MAX_DIFFS).map((step) => unifiedDiff(step.path, onDisk(disk, project, step), made(step.path)));
  return steps.length > MAX_DIFFS ? [...diffs, `… and ${steps.length - MAX_DIFFS} more\n`] : diffs;
}

/** Every conflict of a plan as a failure with its diff, from what lies there to what was generated, or to what a merge came to. */
export function conflictFailures(disk: Disk, project: Project, steps: readonly Step[], made: (path: string) => Content | undefined, unmerged: ReadonlyMap<string, Unmerged> = new Map()): Failure[] {
  return steps
    .filter((step) => step.action === 'conflict')
    .map((step, index): Failure => {
      const merge = unmerged.get(step.path);
      return {
        code: 'conflict',
        place: { file: project.shown(join(project.root, step.path)) },
        kind: step.conflict ?? 'foreign',
        diff: index < MAX_DIFFS ? unifiedDiff(step.path, onDisk(disk, project, step), merge?.text ?? made(step.path)) : '',
        ...(merge ? { merge: merge.why } : {}),
        ...(step.found.kind === 'other' && step.found.stat.kind === 'directory' ? { folder: true } : {}),
      };
    });
}

function onDisk(disk: Disk, project: Project, step: Step): Content | undefined {
  if (step.found.kind !== 'file') return undefined;
  const bytes = disk.read(join(project.root, step.path));
  return bytes && contentOf(bytes);
}
