import { done, type Outcome } from '@nx-conductor/core';
import type { Job } from '@nx-conductor/generate';
import type { FoundManifest } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import { readConfigText } from '../config/read';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { beginRun } from './generate';
import { DEFAULT_OPTIONS } from './options';
import { readInputs } from './read';
import { startTimer } from './timer';
import { resolveProject } from './uses';

/** The jobs that a project's inputs give now, and what it owns. Nothing is rendered or written. */
export interface CurrentJobs {
  readonly config: Config;
  readonly jobs: readonly Job[];
  readonly found: FoundManifest;
}

/** Reads and resolves a project as a run would. */
export async function currentJobs(machine: Machine, edition: Edition, project: Project): Promise<Outcome<CurrentJobs>> {
  const config = readConfigText(machine.disk, project);
  if (!config.ok) return config;
  const run = beginRun(machine, edition, project, { ...DEFAULT_OPTIONS, dryRun: true }, startTimer(machine.clock));
  const inputs = await readInputs(run, config.value);
  if (!inputs.ok) return inputs;
  const jobs = resolveProject(inputs.value.config, inputs.value.place, inputs.value.specs.specs, inputs.value.loaded);
  return jobs.ok ? done({ config: inputs.value.config, jobs: jobs.value, found: run.found }) : jobs;
}
