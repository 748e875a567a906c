import { done, type Outcome } from '@nx-conductor/core';
import { createWatch } from '@nx-conductor/generate';
import { readIntent, type FoundIntent, type FoundManifest } from '@nx-conductor/outputs';
import { executeAll } from '../commands/execute';
import type { Config } from '../config/config';
import { readConfigText } from '../config/read';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { beginRun } from './run';
import { makeJobs } from './jobs';
import { DEFAULT_OPTIONS, settleOptions } from './options';
import { readInputs } from './read';
import { startTimer } from './timer';
import { readTraces } from './traces';
import { resolveProject } from './uses';

/** The artifacts that a project's inputs give now, and what it owns. Nothing is written. */
export interface CurrentArtifacts {
  readonly config: Config;
  /** Relative to the project's root. */
  readonly paths: ReadonlySet<string>;
  readonly found: FoundManifest;
  readonly interrupted: FoundIntent;
}

/** Reads, resolves and renders a project as a run would. */
export async function currentArtifacts(machine: Machine, edition: Edition, project: Project): Promise<Outcome<CurrentArtifacts>> {
  const config = readConfigText(machine.disk, project);
  if (!config.ok) return config;
  const run = beginRun(machine, edition, project, settleOptions({ ...DEFAULT_OPTIONS, dryRun: true }, config.value.text, machine), startTimer(machine.clock));
  const inputs = await readInputs(run, config.value);
  if (!inputs.ok) return inputs;
  const { value } = inputs;
  const watch = createWatch();
  const uses = machine.interruptible(() => resolveProject(value.config, value.place, value.specs.specs, value.loaded, value.surroundings, watch));
  if (!uses.ok) return uses;
  const making = machine.interruptible(() => makeJobs(uses.value, watch, readTraces(run)?.stored, undefined, (wanted, ended) => executeAll(run, wanted, ended), () => undefined));
  const book = await making;
  if (!book.ok) return book;
  const paths = book.value.jobs.flatMap(({ trace }) => trace.files.map(({ path }) => `${value.config.output}/${path}`));
  return done({ config: value.config, paths: new Set(paths), found: run.found, interrupted: readIntent(machine.disk, project.intent, project.manifest) });
}
