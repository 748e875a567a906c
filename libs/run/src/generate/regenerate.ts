import { join } from 'node:path';
import { collect, digestOf, failed, done, type Failure, type Outcome } from '@nx-conductor/core';
import { renderJob, type Job, type PatternFolder, type TemplateCounts } from '@nx-conductor/generate';
import { applyPlan, changes, checkLinks, encodeManifest, makePlan, observe, saveIndex, type Artifact, type IndexedFile, type Input, type Plan } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import { parseConfig, type ConfigText } from '../config/read';
import { readPatternFolder } from '../patterns/discover';
import { storeOf, tidyStore } from './cache';
import { conflictFailures, diffSteps } from './differences';
import { formatAll } from './format';
import type { Findings, Run } from './generate';
import { formatInputs, inputChanges, listInputs } from './inputs';
import { choosePattern, faultsOfOthers, loadPattern, type LoadedPattern } from './patterns';
import { countSteps, type Why } from './result';
import { readSpecs, type ProjectSpecs } from './specs';
import { resolveProject } from './uses';

/** A run that does the work: every step a function over values, the disk written by the last one only. */
export async function regenerate(run: Run, configText: ConfigText): Promise<Findings> {
  const { timer, options, project } = run;
  const inputs = await readInputs(run, configText);
  if (!inputs.ok) return { failures: inputs.failures };
  const { config, specs, loaded, list, warnings, templates } = inputs.value;

  timer.enter('resolve');
  const jobs = resolveProject(config, project, specs.specs, loaded);
  if (!jobs.ok) return { failures: jobs.failures, warnings, templates };
  const total = jobs.value.length;
  const clash = outputOverInput(run, config, jobs.value, list);
  const links = checkLinks(run.machine.disk, project.workspace, join(project.root, config.output), jobs.value.map((job) => job.path), project.shown);
  if (clash.length + links.length > 0) return { failures: [...clash, ...links], warnings, templates };

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
  const applied = applyPlan(run.machine.disk, ground, plan, (path) => contentOf(path) as string, manifest);
  if (options.cache) {
    tidyStore(storeOf(run.machine, project), run.cache, config.cache);
    saveIndex(run.machine.disk, run.machine.clock, project.index, run.edition.build, lookAgain(run, plan));
  }
  return { ...findings, failures: [], artifacts: countSteps(plan.steps, artifacts.length, applied.bytes) };
}

/** Everything a run reads, checked. */
interface Inputs {
  readonly config: Config;
  readonly specs: ProjectSpecs;
  readonly loaded: ReadonlyMap<string, LoadedPattern>;
  readonly list: readonly Input[];
  readonly templates: TemplateCounts;
  readonly warnings: readonly Failure[];
}

async function readInputs(run: Run, configText: ConfigText): Promise<Outcome<Inputs>> {
  const { project, machine, reader } = run;
  const parsed = parseConfig(configText.text, project);
  if (!parsed.ok) return parsed;
  const config = parsed.value;
  const loaded = loadPatterns(run, config);
  const specs = await readSpecs(config, project, machine, reader);
  if (!loaded.ok || !specs.ok) return failed(...[loaded, specs].flatMap((each) => (each.ok ? [] : each.failures)));

  const patterns = [...loaded.value.values()];
  const used = new Set(patterns.map((each) => each.pattern.folder.path));
  const others = run.places.filter((place) => !used.has(place.path)).map((place) => readPatternFolder(machine.disk, place, project));
  const list = listInputs(
    {
      config: configText,
      patterns: patterns.map((each) => each.pattern.folder),
      specs: [...new Set(specs.value.specs.flatMap((spec) => spec.files.map((file) => file.path)))],
      globs: specs.value.globs,
      modules: [...new Set(patterns.flatMap((each) => each.modules))],
      format: formatInputs(config.format, project, reader),
    },
    project,
    reader,
  );
  const sum = (count: keyof TemplateCounts) => patterns.reduce((total, each) => total + each.counts[count], 0);
  return done({ config, specs: specs.value, loaded: loaded.value, list, templates: { total: sum('total'), hits: sum('hits'), misses: sum('misses') }, warnings: faultsOfOthers(others) });
}

/** Reads and compiles every pattern in use, each once, and reports all that are broken. */
function loadPatterns(run: Run, config: Config): Outcome<Map<string, LoadedPattern>> {
  const ids = [...new Set(config.patterns.map((use) => use.use))];
  const loaded = collect(
    ids.map((id) => {
      const place = choosePattern(id, run.places, run.project);
      return place.ok ? loadPattern(readPatternFolder(run.machine.disk, place.value, run.project), run.machine, run.cache) : place;
    }),
  );
  return loaded.ok ? done(new Map(ids.map((id, index) => [id, loaded.value[index] as LoadedPattern]))) : loaded;
}

interface Made {
  readonly artifacts: readonly Artifact[];
  /** Text by path relative to the project's root; undefined for a path that no job makes. */
  readonly contentOf: (path: string) => string | undefined;
}

/**
 * Rendered texts as artifacts. Formatting is dear, so a text that was rendered before is not formatted again when the
 * artifact still lies on disk with the bytes that came of it.
 */
async function makeArtifacts(run: Run, config: Config, jobs: readonly Job[], texts: readonly string[]): Promise<Outcome<Made>> {
  const rendered = jobs.map((job, index) => ({ job, path: `${config.output}/${job.path}`, text: texts[index] as string }));
  const contents = new Map(rendered.map((each) => [each.path, each.text]));
  const format = config.format;
  if (format === undefined) {
    return done({ artifacts: rendered.map(({ job, path, text }) => artifact(job, path, text)), contentOf: (path) => contents.get(path) });
  }
  const formatList = (inputs: readonly Input[]) => JSON.stringify(inputs.filter((input) => input.kind === 'format'));
  const formatNow = formatInputs(format, run.project, run.reader).map((path): Input => ({ kind: 'format', path: run.project.shown(path), digest: run.reader.digest(path) }));
  const before = run.found.state === 'sound' && !run.options.force && formatList(run.found.manifest.inputs) === formatList(listed(formatNow)) ? run.found.manifest.artifacts : [];
  const known = new Map(before.map((each) => [each.path, each]));
  const same = (path: string, digest: string): Artifact | undefined => {
    const old = known.get(path);
    if (old?.rendered !== digest) return undefined;
    const found = observe(run.machine.disk, join(run.project.root, path), run.index, path);
    return found.kind === 'file' && found.digest === old.digest ? old : undefined;
  };
  const kept = rendered.map(({ path, text }) => same(path, digestOf(text)));
  const fresh = rendered.filter((_, index) => kept[index] === undefined);
  const configuration = formatNow.find((input) => !input.path.endsWith('package.json'));
  const formatted = await formatAll(run.machine, run.project, format, configuration && join(run.project.workspace, configuration.path), fresh, run.options.parallel);
  if (!formatted.ok) return formatted;
  fresh.forEach(({ path }, index) => contents.set(path, formatted.value[index] as string));
  const artifacts = rendered.map(({ job, path, text }, index) => kept[index] ?? { ...artifact(job, path, contents.get(path) as string), rendered: digestOf(text) });
  return done({ artifacts, contentOf: (path) => contents.get(path) });
}

const listed = (inputs: readonly Input[]): readonly Input[] => [...inputs].sort((a, b) => (a.path < b.path ? -1 : 1));

function artifact(job: Job, path: string, text: string): Artifact {
  return { path, digest: digestOf(text), size: Buffer.byteLength(text), job: job.id, reason: job.reason };
}

/** An output never overwrites what it is made from. */
function outputOverInput(run: Run, config: Config, jobs: readonly Job[], list: readonly Input[]): Failure[] {
  const inputs = new Map(list.map((input) => [input.path, input]));
  return jobs.flatMap((job): Failure[] => {
    const path = run.project.shown(join(run.project.root, config.output, job.path));
    return inputs.has(path) ? [{ code: 'bad-path', place: { file: path }, path: job.path, reason: 'an input of this project lies there', job: job.id }] : [];
  });
}

/** Why every job ran: with what made the whole run necessary. */
function explain(run: Run, jobs: readonly Job[], config: Config, list: readonly Input[]): Why[] {
  const reason = reasonOfRun(run, list);
  return jobs.map((job) => ({ job: job.id, artifact: `${config.output}/${job.path}`, reason }));
}

function reasonOfRun(run: Run, list: readonly Input[]): string {
  const { found, options, edition, index } = run;
  if (options.force) return '--force';
  if (!options.cache) return '--no-cache';
  if (found.state !== 'sound') return found.state === 'absent' ? 'there is no manifest: first run' : 'the manifest is damaged';
  if (found.manifest.generator !== edition.version) return `conductor ${found.manifest.generator} → ${edition.version}`;
  const changed = inputChanges(found.manifest.inputs, list);
  if (changed.length > 0) return changed.join('; ');
  return index.build !== '' && index.build !== edition.build ? `conductor was built anew: ${index.build} → ${edition.build}` : 'an artifact is missing or was changed on disk';
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
