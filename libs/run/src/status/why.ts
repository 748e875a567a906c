import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { done, failed, type Digest, type Failure, type Outcome } from '@nx-conductor/core';
import { createWatch, judge, listReads, storedTraces, type Job, type JobTrace, type ListedRead, type Traces } from '@nx-conductor/generate';
import { observe, type Artifact } from '@nx-conductor/outputs';
import { CONFIG_FILE, readConfigText } from '../config/read';
import { MISSING, NOT_AS_WRITTEN, reasonForAll } from '../generate/explain';
import { beginRun, refusal, type Run } from '../generate/run';
import { DEFAULT_OPTIONS, settleOptions } from '../generate/options';
import { readInputs, type Inputs } from '../generate/read';
import { rulesOfRun } from '../generate/run-rules';
import { startTimer } from '../generate/timer';
import { readTraces } from '../generate/traces';
import { resolveProject } from '../generate/uses';
import type { Edition, Machine } from '../host';
import { projectAt, type Project } from '../project/project';
import type { MadeEdit } from '../validate/made-edit';

/** Everything that an artifact depends on, and whether it still is what its inputs give. */
export interface WhyArtifact {
  readonly project: Project;
  /** Relative to the project's root. */
  readonly path: string;
  /** What lies there: what was written, a hand edit, one that was kept, nothing; `new` before the manifest lists it. */
  readonly state: 'as written' | 'edited' | 'kept' | 'missing' | 'new';
  readonly job: string;
  /** Why it exists, in words. */
  readonly reason: string;
  /** Digests of what the job used whole: templates, helper module, its rule, its item, the engine. */
  readonly uses: Readonly<Record<string, Digest>>;
  readonly reads: readonly ListedRead[];
  /** `last run`: as its trace has it; `now`: there is none, so the job was run to see what it reads, and nothing was written. */
  readonly known: 'last run' | 'now';
  /** Ids of rules that mended it, as the manifest has them. */
  readonly fixed: readonly string[];
  /** What they changed, found by making the text again; undefined where that would take a command, or where its job would run next time anyhow. */
  readonly edits: readonly MadeEdit[] | undefined;
  /** Why the next run would run its job; undefined when it would not. */
  readonly changed: string | undefined;
}

/** Tells why an artifact is as it is: its job, and everything that job read, from its trace. Writes nothing. */
export async function whyArtifact(machine: Machine, edition: Edition, cwd: string, path: string): Promise<Outcome<WhyArtifact>> {
  const absolute = resolve(cwd, path);
  const around = projectAround(machine, dirname(absolute));
  if (!around) return failed({ code: 'missing-file', place: { file: path }, wanted: `a ${CONFIG_FILE} in a folder above the artifact` });
  const { project } = around;
  try {
    const inside = relative(around.folder, absolute).split(sep).join('/');
    return await whyInside(beginRun(machine, edition, project, settleOptions({ ...DEFAULT_OPTIONS, dryRun: true }, undefined, machine), startTimer(machine.clock)), inside);
  } catch (error) {
    return failed(refusal(project, error));
  }
}

/** The nearest project at or above a folder (which need not exist: artifacts can be missing), and its folder by the path that was taken. */
function projectAround({ disk }: Machine, folder: string): { readonly project: Project; readonly folder: string } | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const real = disk.realPath(at);
    if (real !== undefined && disk.stat(join(real, CONFIG_FILE))) return { project: projectAt(disk, real), folder: at };
    if (dirname(at) === at) return undefined;
  }
}

async function whyInside(run: Run, path: string): Promise<Outcome<WhyArtifact>> {
  const { project, machine, found } = run;
  const text = readConfigText(machine.disk, project);
  if (!text.ok) return text;
  const inputs = await readInputs(run, text.value);
  if (!inputs.ok) return inputs;
  const { config, place, specs, loaded, surroundings } = inputs.value;
  const watch = createWatch();
  const uses = machine.interruptible(() => resolveProject(config, place, specs.specs, loaded, surroundings, watch));
  if (!uses.ok) return uses;

  const stored = readTraces(run)?.stored ?? storedTraces([]);
  const traced = findTrace(stored.segments, path.startsWith(`${config.output}/`) ? path.slice(config.output.length + 1) : undefined);
  const artifact = found.state === 'sound' ? found.manifest.artifacts.find((each) => each.path === path) : undefined;
  const id = artifact?.job ?? traced?.trace.id;
  if (id === undefined) return failed(unknown(run, path));
  const job = uses.value.flatMap((use) => use.jobs).find((each) => each.id === id);
  const told = { project, path, state: stateOf(run, path, artifact), job: id, reason: artifact?.reason ?? job?.reason ?? '', fixed: artifact?.fixed ?? [], edits: undefined };
  if (traced?.trace.id === id) {
    const reads = listReads(traced.segment.log, traced.trace.sets);
    const changed = changeOf(run, job, () => judge(stored, uses.value).verdict(job as Job));
    const edits = changed === undefined && artifact && job ? await editsIn(run, inputs.value, artifact, job) : done(undefined);
    return edits.ok ? done({ ...told, uses: traced.trace.parts, reads, known: 'last run', changed: changed ?? DISK_REASONS[told.state], edits: edits.value }) : edits;
  }
  if (!job) return done({ ...told, uses: {}, reads: [], known: 'now', changed: GONE });
  const rendered = 'run' in job ? job.run() : job.prepare();
  if (!rendered.ok) return rendered;
  const { parts, sets } = rendered.value;
  return done({ ...told, uses: parts, reads: listReads(watch.log(), sets), known: 'now', changed: changeOf(run, job, () => ({ why: 'nothing is known of an earlier run' })) });
}

/** What rules changed in the text of an artifact that they mended: the text is made and mended again, and written nowhere. */
async function editsIn(run: Run, { config, place, rules: files }: Inputs, { path, kinds, fixed }: Artifact, job: Job): Promise<Outcome<readonly MadeEdit[] | undefined>> {
  if (fixed === undefined || !('run' in job)) return done(undefined);
  const rendered = job.run();
  if (!rendered.ok) return rendered;
  const text = rendered.value.files.find((file) => `${config.output}/${file.path}` === path)?.content;
  if (typeof text !== 'string') return done(undefined);
  const rules = rulesOfRun(run, config, place, files);
  try {
    const mended = (await rules.mend?.([{ path, kinds, text }])) ?? done([]);
    return mended.ok ? done(mended.value[0]?.edits) : mended;
  } finally {
    rules.close();
  }
}

const GONE = 'no pattern makes it any more';

/** What lies there can be a reason too. */
const DISK_REASONS: Partial<Record<WhyArtifact['state'], string>> = { missing: MISSING, edited: NOT_AS_WRITTEN };

function changeOf(run: Run, job: Job | undefined, verdict: () => { readonly keep: JobTrace } | { readonly why: string }): string | undefined {
  const all = job ? reasonForAll(run) : GONE;
  if (all !== undefined) return all;
  const judged = verdict();
  return 'why' in judged ? judged.why : undefined;
}

/** The latest trace of the job that made an artifact (its path relative to the output folder). */
function findTrace(segments: readonly Traces[], path: string | undefined): { readonly trace: JobTrace; readonly segment: Traces } | undefined {
  for (const segment of path === undefined ? [] : segments.toReversed()) {
    const trace = segment.jobs.find((each) => each.files.some((file) => file.path === path));
    if (trace) return { trace, segment };
  }
  return undefined;
}

function stateOf(run: Run, path: string, artifact: Artifact | undefined): WhyArtifact['state'] {
  if (!artifact) return 'new';
  const seen = observe(run.machine.disk, join(run.project.root, path), run.index, path);
  if (seen.kind === 'nothing') return 'missing';
  if (seen.kind === 'file' && seen.digest === artifact.digest) return 'as written';
  return seen.kind === 'file' && seen.digest === artifact.kept ? 'kept' : 'edited';
}

function unknown({ found, project }: Run, path: string): Failure {
  const known = found.state === 'sound' ? found.manifest.artifacts.map((each) => each.path) : [];
  return { code: 'unknown-name', place: { file: project.shown(project.manifest) }, what: 'artifact', name: isAbsolute(path) ? project.shown(path) : path, known };
}
