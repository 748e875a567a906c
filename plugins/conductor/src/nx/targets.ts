import { join, sep } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import type { Disk } from '@nx-conductor/core';
import type { CompileReads, Project, Reads } from '@nx-conductor/run';
import { compileInputs, generateInputs, guardCommand, tokenPath, typecheckInputs, validateInputs } from './inputs';

/** Names of the inferred targets, when others are wanted: `"options": { "generateTargetName": "codegen" }` in nx.json. */
export interface PluginOptions {
  readonly generateTargetName?: string;
  readonly checkTargetName?: string;
  readonly compileTargetName?: string;
  readonly typecheckTargetName?: string;
  readonly validateTargetName?: string;
  readonly pipelineTargetName?: string;
  readonly cacheStatusTargetName?: string;
  readonly cacheCleanTargetName?: string;
  readonly manifestStatusTargetName?: string;
  readonly manifestCleanTargetName?: string;
  readonly metricsTargetName?: string;
  readonly reportTargetName?: string;
}

/** Where Conductor lies: its package's folder, and the script of its guard. */
export interface Installation {
  readonly home: string;
  readonly guard: string;
}

/** The targets of a codegen project. */
export function inferTargets(disk: Disk, project: Project, reads: Reads, compile: CompileReads | undefined, installation: Installation, options: PluginOptions): Record<string, TargetConfiguration> {
  const generate = generateTarget(disk, project, reads, installation);
  const compiles = compile === undefined ? {} : compileTargets(disk, project, compile, installation, options);
  return {
    [options.generateTargetName ?? 'generate']: generate,
    [options.validateTargetName ?? 'validate']: validateTarget(disk, project, reads, installation, options.generateTargetName ?? 'generate'),
    ...compiles,
    [options.checkTargetName ?? 'check']: uncached('generate', 'Fails when a run of generate would change anything; writes nothing', { check: true }),
    [options.pipelineTargetName ?? 'pipeline']: { ...uncached('pipeline', 'Generates, validates, compiles and checks types in one process, with a timing per phase'), dependsOn: [`^${options.compileTargetName ?? 'compile'}`] },
    [options.cacheStatusTargetName ?? 'cache-status']: uncached('cache-status', 'What the store in .conductor/cache holds: entries, bytes, hit rate, age'),
    [options.cacheCleanTargetName ?? 'cache-clean']: uncached('cache-clean', 'Drops entries of the store'),
    [options.manifestStatusTargetName ?? 'manifest-status']: uncached('manifest-status', 'What the project owns, and what of it is changed, missing or edited'),
    [options.manifestCleanTargetName ?? 'manifest-clean']: uncached('manifest-clean', 'Drops artifacts and records that no pattern makes any more'),
    [options.metricsTargetName ?? 'metrics']: uncached('metrics', 'Figures over the recorded runs: hit rates, times, bytes, savings'),
    [options.reportTargetName ?? 'report']: uncached('report', 'One HTML page on the recorded runs: what was done and why, times, hit rates, findings'),
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

/** Rules over artifacts. A `conductor.json` that cannot be read is for the executor to report. */
function validateTarget(disk: Disk, project: Project, reads: Reads, { home }: Installation, generate: string): TargetConfiguration {
  const description = 'Judges artifacts by rules: only what changed, each file in a time limit';
  if (reads.output === undefined) return { ...uncached('validate', description), dependsOn: [generate] };
  return {
    executor: '@nx-conductor/plugin:validate',
    cache: true,
    dependsOn: [generate],
    inputs: validateInputs(disk, project, reads, home) as NonNullable<TargetConfiguration['inputs']>,
    outputs: ['{options.output}'],
    options: {},
    metadata: { technologies: ['conductor'], description },
  };
}

/** `compile` and `typecheck`; of a tsconfig that is for checks alone, only the latter. */
function compileTargets(disk: Disk, project: Project, compile: CompileReads, { home }: Installation, options: PluginOptions): Record<string, TargetConfiguration> {
  const generate = options.generateTargetName ?? 'generate';
  const compileName = options.compileTargetName ?? 'compile';
  const typecheck: TargetConfiguration = {
    executor: '@nx-conductor/plugin:typecheck',
    cache: compile.include.length > 0,
    dependsOn: [generate, `^${compileName}`],
    inputs: typecheckInputs(project, compile) as NonNullable<TargetConfiguration['inputs']>,
    outputs: [],
    options: {},
    metadata: { technologies: ['conductor', 'typescript'], description: 'Checks types with TypeScript 7: only what a change can have reached is checked again' },
  };
  const target = { [options.typecheckTargetName ?? 'typecheck']: typecheck };
  return compile.checksOnly ? target : { [compileName]: compileTarget(disk, project, compile, home, generate), ...target };
}

/** Nx replaces output folders wholesale, so outputs that lie among the sources are not its to cache; nor are those that it cannot reach. */
function compileTarget(disk: Disk, project: Project, compile: CompileReads, home: string, generate: string): TargetConfiguration {
  const outputs = compile.outputs.flatMap((folder) => tokenPath(project, folder) ?? []);
  const apart = outputs.length > 0 && outputs.length === compile.outputs.length && !compile.outputs.some((folder) => compile.include.some((path) => path.startsWith(`${folder}${sep}`)));
  if (!apart) return { ...uncached('compile', 'Emits JavaScript, declarations and source maps of what changed'), dependsOn: [generate] };
  return {
    executor: '@nx-conductor/plugin:compile',
    cache: true,
    dependsOn: [generate],
    inputs: compileInputs(disk, project, compile, home) as NonNullable<TargetConfiguration['inputs']>,
    outputs,
    options: {},
    metadata: { technologies: ['conductor', 'typescript'], description: 'Emits JavaScript, declarations and source maps of what changed; outputs of removed sources are removed' },
  };
}

function uncached(executor: string, description: string, options: object = {}): TargetConfiguration {
  return { executor: `@nx-conductor/plugin:${executor}`, cache: false, options, metadata: { technologies: ['conductor'], description } };
}
