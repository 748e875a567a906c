import { join } from 'node:path';
import type { Content, Failure } from '@nx-conductor/core';
import { createWatch, type ResolvedUse } from '@nx-conductor/generate';
import { applyPlan, changes, checkFence, clearLeftovers, checkLinks, encodeManifest, filesBelow, makePlan, ownedAfter, readIntent, saveIndex, wasSettled, type Claim, type FoundIntent, type FoundManifest, type IndexedFile, type Input, type Manifest, type Plan } from '@nx-conductor/outputs';
import { executeAll } from '../commands/execute';
import { surroundingsDigest, type CommandNeeds } from '../commands/surroundings';
import type { Config } from '../config/config';
import type { ConfigPlace, ConfigText } from '../config/read';
import { micro } from '../records/record';
import { makeArtifacts, type Made } from './artifacts';
import { rememberBases } from './bases';
import { storeOf, tidyStore } from './cache';
import { conflictFailures, diffSteps } from './differences';
import { explain, reasonForAll } from './explain';
import type { KnownTraces } from './known-traces';
import type { Findings, Run } from './run';
import { makeJobs, type JobBook, type JobWatch } from './jobs';
import { recallMemories, saveMemories } from './memories';
import { beginToLook, type LookOnce } from './look';
import { mergeEdits, notMerged } from './merge';
import { unseenInputs } from './patterns';
import { readInputs, type Inputs } from './read';
import { countJobs } from './progress';
import { countSteps, editsIn } from './result';
import { rulesOfRun, type RunRules } from './run-rules';
import type { ProjectSpecs } from './specs';
import { saveTexts } from './texts';
import { readTraces, saveTraces } from './traces';
import { resolveProject } from './uses';

/** What a run came to, and what is left to do when that was told: nothing that the result depends on. */
export interface Regenerated {
  readonly findings: Findings;
  readonly afterwards?: () => void;
}

/** A run that does the work: every step a function over values, the disk written by the last one only. */
export async function regenerate(run: Run, configText: ConfigText): Promise<Regenerated> {
  const { options, project, machine } = run;
  const interrupted = readIntent(machine.disk, project.intent, project.manifest);
  if (!options.check && !options.dryRun) clearLeftovers(machine.disk, project, interrupted);
  const looked = beginToLook(run);
  const inputs = await readInputs(run, configText);
  if (!inputs.ok) return { findings: { failures: inputs.failures } };
  const rules = rulesOfRun(run, inputs.value.config, inputs.value.place, inputs.value.rules);
  try {
    return await regenerateFrom(run, interrupted, inputs.value, rules, looked);
  } finally {
    rules.close();
  }
}

async function regenerateFrom(run: Run, interrupted: FoundIntent, inputs: Inputs, rules: RunRules, looked: () => Promise<LookOnce>): Promise<Regenerated> {
  const { timer, options, project, machine } = run;
  const { config, place, specs, loaded, surroundings, needs, list, warnings: others, templates } = inputs;
  let warnings = others;

  const swallowed = inputsInOutput(run, config, place, list);
  if (swallowed.length > 0) return { findings: { failures: swallowed, warnings, templates } };

  timer.enter('resolve');
  const watch = createWatch(options.cache);
  const memories = recallMemories(run);
  const uses = machine.interruptible(() => resolveProject(config, place, specs.specs, loaded, surroundings, watch, memories));
  if (!uses.ok) return { findings: { failures: uses.failures, warnings, templates } };
  const total = uses.value.reduce((sum, use) => sum + use.jobs.length, 0);
  const known = readTraces(run);

  await machine.pause();
  timer.enter('render');
  // All of it but the commands is done when this returns.
  const making = machine.interruptible(() => makeJobs(uses.value, watch, known?.stored, reasonForAll(run), (wanted, ended) => executeAll(run, wanted, ended), countJobs(total, options.onProgress), jobWatch(run, config)));
  const kept = await making;
  if (!kept.ok) return { findings: { failures: kept.failures, warnings, templates, jobs: { total, ran: 0, kept: 0, failed: kept.failures.length } } };
  warnings = [...warnings, ...unseenInputs(loaded.values(), project.shown)];
  for (const use of uses.value) memories.set(use.name, use.memory());
  const claimed = claims(kept.value);
  const hostile = checkFence(claimed);
  // The disk is asked only about paths that are fit to be asked about.
  const fence = hostile.length > 0 ? hostile : linksInTheWay(run, config, claimed, interrupted);
  if (fence.length > 0) return { findings: { failures: fence, warnings, templates } };

  timer.enter('format');
  const made = await makeArtifacts(run, config, place, list, kept.value, rules.mend, await looked());
  if (!made.ok) return { findings: { failures: made.failures, warnings, templates } };
  const { book, artifacts, contentOf, look } = made.value;
  if (rules.judge) timer.enter('check');
  const gated = await rules.judge?.(artifacts, made.value);
  if (gated && !gated.ok) return { findings: { failures: gated.failures, warnings, templates } };
  if (gated) warnings = [...warnings, ...gated.value.warnings];

  timer.enter('plan');
  const owned = ownedAfter(run.found.state === 'sound' ? run.found.manifest.artifacts : [], interrupted, look);
  const onConflict = options.onConflict ?? config.onConflict;
  const planned = makePlan(artifacts, owned, look, onConflict, options.onConflict === 'overwrite', (folder) => filesBelow(machine.disk, project.root, folder));
  const { plan, texts, unmerged } = onConflict === 'merge' ? mergeEdits(run, planned, owned, contentOf) : notMerged(planned);
  const finalOf = (path: string) => texts.get(path) ?? contentOf(path);
  const steps = changes(plan);
  const conflicts = conflictFailures(machine.disk, project, steps, contentOf, unmerged);
  const ran = book.jobs.filter((job) => job.why !== undefined).length;
  const findings = {
    warnings: [...warnings, ...damage(run, false)],
    templates,
    jobs: { total, ran, kept: total - ran, failed: 0 },
    why: options.explain ? explain(book, config) : [],
    edits: editsIn(plan.artifacts),
    steps,
    ...(gated ? { judgement: gated.value.judgement } : {}),
    ...(made.value.mending ? { mending: made.value.mending } : {}),
  };
  if (gated && gated.value.failures.length > 0) return { findings: { ...findings, failures: [...gated.value.failures, ...conflicts], artifacts: countSteps(plan.steps, artifacts.length, 0) } };
  if (options.check && steps.length > 0 && conflicts.length === 0) {
    const stale: Failure = { code: 'stale', place: { file: project.shown(join(project.root, config.output)) }, changes: steps.length, repair: repairCommand(run) };
    return { findings: { ...findings, failures: [stale], artifacts: countSteps(plan.steps, artifacts.length, 0), diffs: diffSteps(machine.disk, project, steps, finalOf) } };
  }
  if (conflicts.length > 0 || options.check || options.dryRun) {
    return { findings: { ...findings, failures: conflicts, artifacts: countSteps(plan.steps, artifacts.length, 0) } };
  }

  // The last moment at which an interruption costs nothing: from here to the manifest the work is done in one go.
  await machine.pause();
  timer.enter('apply');
  const manifest: Manifest = {
    project: project.name,
    generator: run.edition.version,
    jobs: total,
    templates: [...loaded.values()].flatMap((each) => each.keys),
    inputs: list,
    artifacts: plan.artifacts,
  };
  const record = encodeManifest(manifest, run.warm?.lines);
  const ground = { root: project.root, output: join(project.root, config.output), manifest: project.manifest, intent: project.intent };
  const applied = applyPlan(machine.disk, machine.clock, ground, plan, (path) => finalOf(path) as Content, record, interrupted);
  run.warm?.wrote(project.manifest, record, { state: 'sound', manifest } satisfies FoundManifest);
  return {
    findings: { ...findings, warnings: [...warnings, ...damage(run, true)], failures: [], artifacts: countSteps(plan.steps, artifacts.length, applied.bytes) },
    ...(options.cache ? { afterwards: remember(run, config, needs, specs, uses.value, known, made.value, plan) } : {}),
  };
}

/** A damaged manifest is told of: what it owned is owned only as far as it was recognised. */
const damage = ({ found, project }: Run, repaired: boolean): Failure[] => (found.state === 'damaged' ? [{ code: 'damaged-manifest', place: { file: project.shown(project.manifest) }, repaired }] : []);

/** Leaves for the next run what saves it work. Losing any of it costs time only. */
function remember(run: Run, config: Config, needs: CommandNeeds, specs: ProjectSpecs, uses: readonly ResolvedUse[], known: KnownTraces | undefined, { book, contentOf }: Made, plan: Plan): () => void {
  const savedAt = run.machine.clock.now();
  return () => {
    tidyStore(storeOf(run.machine, run.project), run.cache, config.cache);
    saveTraces(run, known, book.traces(), new Set(book.jobs.map(({ job }) => job.id)));
    saveTexts(run, specs.byKey);
    saveMemories(run, specs, uses);
    rememberBases(run, plan.artifacts, contentOf);
    saveIndex(run.machine.disk, run.project.index, { savedAt, begunAt: run.begunAt, build: run.edition.build, surroundings: surroundingsDigest(run.machine, run.project, run.reader, needs.programs, needs.variables), files: lookAgain(run, plan), sources: run.reader.seen() });
  };
}

/** Has jobs told as they run, where anyone hears. */
function jobWatch({ record }: Run, { output }: Config): JobWatch | undefined {
  if (!record.heard) return undefined;
  return {
    at: record.at,
    ran({ job, trace, why = '' }, at) {
      const bytes = trace.files.reduce((sum, { size }) => sum + size, 0);
      record.tell({ event: 'job', job: job.id, artifacts: trace.files.map(({ path }) => `${output}/${path}`), reason: why, at, ms: micro(record.at() - at), bytes });
    },
  };
}

/** Every path with the job that claims it. */
function claims(book: JobBook): Claim[] {
  return book.jobs.flatMap(({ job, trace }) => trace.files.map(({ path }) => ({ path, job: job.id, file: job.file })));
}

function linksInTheWay(run: Run, { output }: Config, claimed: readonly Claim[], interrupted: FoundIntent): Failure[] {
  const { machine, project, found } = run;
  const listed = found.state === 'sound' ? found.manifest.artifacts : [];
  const intended = interrupted.state === 'pending' ? interrupted.intent.paths : new Map<string, unknown>();
  const ours = (path: string) => intended.has(`${output}/${path}`) || listed.some((artifact) => artifact.path === `${output}/${path}`);
  return checkLinks(machine.disk, project.workspace, join(project.root, output), claimed.map((claim) => claim.path), project.shown, ours);
}

/** The output folder is Conductor's own: a task runner may replace it wholesale, and an output never overwrites an input. */
function inputsInOutput(run: Run, config: Config, at: ConfigPlace, list: readonly Input[]): Failure[] {
  const folder = `${run.project.shown(join(run.project.root, config.output))}/`;
  const inside = list.filter((input) => input.kind !== 'glob' && `${input.path}/`.startsWith(folder)).map((input) => input.path);
  if (inside.length === 0) return [];
  const received = `${JSON.stringify(config.output)}, which holds ${inside.slice(0, 3).join(', ')}${inside.length > 3 ? ` and ${inside.length - 3} more` : ''}`;
  return [{ code: 'invalid-value', place: at('output'), what: '"output"', expected: 'a folder that holds nothing the project is made from', received }];
}

function repairCommand(run: Run): string {
  return run.project.workspace === run.project.root ? 'conductor generate' : `conductor generate ${run.project.name}  (or: nx run ${run.project.name}:generate)`;
}

/** Stats of all artifacts as they lie on disk after a plan was applied; what the plan kept was looked at already. */
function lookAgain(run: Run, plan: Plan): ReadonlyMap<string, IndexedFile> {
  const steps = new Map(plan.steps.map((step) => [step.path, step]));
  const files = new Map<string, IndexedFile>();
  for (const { path, digest, kept } of plan.artifacts) {
    const step = steps.get(path);
    const known = step?.action === 'keep' ? plan.seen.get(path) : undefined;
    if (known) {
      // Looked at before `savedAt`: one that was young then is looked at again.
      if (wasSettled(run.begunAt, known)) files.set(path, known);
      continue;
    }
    const stat = run.machine.disk.stat(join(run.project.root, path));
    if (stat?.kind === 'file' && step?.action !== 'keep') files.set(path, { size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs, inode: stat.inode, digest: kept ?? digest });
  }
  return files;
}
