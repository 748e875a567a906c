import { join } from 'node:path';
import { collect, type Failure } from '@nx-conductor/core';
import { renderJob, type Job } from '@nx-conductor/generate';
import { applyPlan, changes, checkLinks, encodeManifest, makePlan, observe, saveIndex, type IndexedFile, type Input, type Plan } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import type { ConfigText } from '../config/read';
import { makeArtifacts } from './artifacts';
import { storeOf, tidyStore } from './cache';
import { conflictFailures, diffSteps } from './differences';
import { explain } from './explain';
import type { Findings, Run } from './generate';
import { readInputs } from './read';
import { countSteps } from './result';
import { resolveProject } from './uses';

/** A run that does the work: every step a function over values, the disk written by the last one only. */
export async function regenerate(run: Run, configText: ConfigText): Promise<Findings> {
  const { timer, options, project } = run;
  const inputs = await readInputs(run, configText);
  if (!inputs.ok) return { failures: inputs.failures };
  const { config, place, specs, loaded, list, warnings, templates } = inputs.value;

  timer.enter('resolve');
  const jobs = resolveProject(config, place, specs.specs, loaded);
  if (!jobs.ok) return { failures: jobs.failures, warnings, templates };
  const total = jobs.value.length;
  const clash = outputOverInput(run, config, jobs.value, list);
  const links = checkLinks(run.machine.disk, project.workspace, join(project.root, config.output), jobs.value.map((job) => job.path), project.shown);
  if (clash.length + links.length > 0) return { failures: [...clash, ...links], warnings, templates };

  await run.machine.pause();
  timer.enter('render');
  const texts = collect(jobs.value.map(renderJob));
  if (!texts.ok) return { failures: texts.failures, warnings, templates, jobs: { total, ran: total, kept: 0, failed: texts.failures.length } };

  timer.enter('format');
  const made = await makeArtifacts(run, config, jobs.value, texts.value);
  if (!made.ok) return { failures: made.failures, warnings, templates };
  const { artifacts, contentOf } = made.value;

  timer.enter('plan');
  const onConflict = options.onConflict ?? config.onConflict;
  const owned = run.found.state === 'sound' ? run.found.manifest.artifacts : [];
  const plan = makePlan(artifacts, owned, (path) => observe(run.machine.disk, join(project.root, path), run.index, path), onConflict);
  const steps = changes(plan);
  const conflicts = conflictFailures(run.machine.disk, project, steps, contentOf);
  const findings = {
    warnings,
    templates,
    jobs: { total, ran: total, kept: 0, failed: 0 },
    why: options.explain ? explain(run, jobs.value, config, list) : [],
    steps,
  };
  if (options.check && steps.length > 0 && conflicts.length === 0) {
    const stale: Failure = { code: 'stale', place: { file: project.shown(join(project.root, config.output)) }, changes: steps.length, repair: repairCommand(run) };
    return { ...findings, failures: [stale], artifacts: countSteps(plan.steps, artifacts.length, 0), diffs: diffSteps(run.machine.disk, project, steps, contentOf) };
  }
  if (conflicts.length > 0 || options.check || options.dryRun) {
    return { ...findings, failures: conflicts, artifacts: countSteps(plan.steps, artifacts.length, 0) };
  }

  // The last moment at which an interruption costs nothing: from here to the manifest the work is done in one go.
  await run.machine.pause();
  timer.enter('apply');
  const manifest = encodeManifest({
    project: project.name,
    generator: run.edition.version,
    jobs: total,
    templates: [...loaded.values()].flatMap((each) => each.keys),
    inputs: list,
    artifacts: plan.artifacts,
  });
  const ground = { root: project.root, output: join(project.root, config.output), manifest: project.manifest };
  const applied = applyPlan(run.machine.disk, run.machine.clock, ground, plan, (path) => contentOf(path) as string, manifest);
  if (options.cache) {
    tidyStore(storeOf(run.machine, project), run.cache, config.cache);
    saveIndex(run.machine.disk, run.machine.clock, project.index, run.edition.build, lookAgain(run, plan));
  }
  return { ...findings, failures: [], artifacts: countSteps(plan.steps, artifacts.length, applied.bytes) };
}

/** An output never overwrites what it is made from. */
function outputOverInput(run: Run, config: Config, jobs: readonly Job[], list: readonly Input[]): Failure[] {
  const inputs = new Map(list.map((input) => [input.path, input]));
  return jobs.flatMap((job): Failure[] => {
    const path = run.project.shown(join(run.project.root, config.output, job.path));
    return inputs.has(path) ? [{ code: 'bad-path', place: { file: path }, path: job.path, reason: 'an input of this project lies there', job: job.id }] : [];
  });
}

function repairCommand(run: Run): string {
  return run.project.workspace === run.project.root ? 'conductor generate' : `conductor generate ${run.project.name}  (or: nx run ${run.project.name}:generate)`;
}

/** Stats of all artifacts as they lie on disk after a plan was applied; what the plan kept was looked at already. */
function lookAgain(run: Run, plan: Plan): ReadonlyMap<string, IndexedFile> {
  const steps = new Map(plan.steps.map((step) => [step.path, step]));
  const files = new Map<string, IndexedFile>();
  for (const { path, digest } of plan.artifacts) {
    const step = steps.get(path);
    const known = step?.action === 'keep' ? plan.seen.get(path) : undefined;
    if (known) {
      files.set(path, known);
      continue;
    }
    const stat = run.machine.disk.stat(join(run.project.root, path));
    if (stat?.kind === 'file' && step?.action !== 'keep') files.set(path, { size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs, inode: stat.inode, digest });
  }
  return files;
}
