import { join } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import type { Disk } from '@nx-conductor/core';
import type { Project, Reads } from '@nx-conductor/run';
import { generateInputs, guardCommand, tokenPath } from './inputs';

/** Names of the inferred targets, when others are wanted: `"options": { "generateTargetName": "codegen" }` in nx.json. */
export interface PluginOptions {
  readonly generateTargetName?: string;
  readonly checkTargetName?: string;
  readonly cacheStatusTargetName?: string;
  readonly cacheCleanTargetName?: string;
  readonly manifestStatusTargetName?: string;
  readonly manifestCleanTargetName?: string;
}

/** Where Conductor lies: its package's folder, and the script of its guard. */
export interface Installation {
  readonly home: string;
  readonly guard: string;
}

/** The targets of a codegen project. */
export function inferTargets(disk: Disk, project: Project, reads: Reads, installation: Installation, options: PluginOptions): Record<string, TargetConfiguration> {
  const generate = generateTarget(disk, project, reads, installation);
  return {
    [options.generateTargetName ?? 'generate']: generate,
    [options.checkTargetName ?? 'check']: uncached('generate', 'Fails when a run of generate would change anything; writes nothing', { check: true }),
    [options.cacheStatusTargetName ?? 'cache-status']: uncached('cache-status', 'What the store in .conductor/cache holds: entries, bytes, hit rate, age'),
    [options.cacheCleanTargetName ?? 'cache-clean']: uncached('cache-clean', 'Drops entries of the store'),
    [options.manifestStatusTargetName ?? 'manifest-status']: uncached('manifest-status', 'What the project owns, and what of it is changed, missing or edited'),
    [options.manifestCleanTargetName ?? 'manifest-clean']: uncached('manifest-clean', 'Drops artifacts and records that no pattern makes any more'),
  };
}

/**
 * A `conductor.json` that cannot be read gives a target that is not cached: it always runs, and the executor tells
 * what is wrong far better than a failed project graph would.
 */
function generateTarget(disk: Disk, project: Project, reads: Reads, { home, guard }: Installation): TargetConfiguration {
  const output = reads.output === undefined ? undefined : tokenPath(project, join(project.root, reads.output));
  if (output === undefined) return uncached('generate', 'Generates code; conductor.json cannot be read');
  return {
    executor: '@nx-conductor/plugin:generate',
    cache: true,
    inputs: generateInputs(disk, project, reads, home, guardCommand(project, guard)) as NonNullable<TargetConfiguration['inputs']>,
    outputs: [output, tokenPath(project, project.manifest) as string],
    options: {},
    metadata: { technologies: ['conductor'], description: 'Generates code: only what changed is made anew, and hand edits are never overwritten' },
  };
}

function uncached(executor: string, description: string, options: object = {}): TargetConfiguration {
  return { executor: `@nx-conductor/plugin:${executor}`, cache: false, options, metadata: { technologies: ['conductor'], description } };
}
