import { collect, digestOf, done, type Content, type Outcome } from '@nx-conductor/core';
import { judge, type CommandJob, type Job, type JobTrace, type Judgement, type Prepared, type Rendered, type RenderedFile, type ResolvedUse, type StoredTraces, type Traces, type Watch } from '@nx-conductor/generate';

/** A job and what is known of its artifacts: from an earlier run whose trace still holds, or because it just ran. */
export interface MadeJob {
  readonly job: Job;
  readonly trace: JobTrace;
  /** What was rendered, in the order of the trace's files; undefined for a job that was kept. */
  readonly contents: readonly Content[] | undefined;
  /** Why it ran; undefined for a job that was kept. */
  readonly why: string | undefined;
}

/** The jobs of a run, split by what the traces say. */
export interface JobBook {
  readonly jobs: readonly MadeJob[];
  /** Runs jobs that were kept, because their text is needed after all. */
  demand(needed: ReadonlyMap<Job, string>): Promise<Outcome<JobBook>>;
  /** What ran in this run read, to remember. */
  traces(): Omit<Traces, 'gone'>;
}

/** Runs the commands of jobs; what each made, in their order. `ended` hears of each. */
export type Execute = (wanted: readonly { readonly job: CommandJob; readonly prepared: Prepared }[], ended: Ended) => Promise<Outcome<readonly (readonly RenderedFile[])[]>>;

/** Hears of each job, and whether it went well. */
export type Ended = (ok: boolean) => void;

/** Told each job that has run, and when it began. Of a command only when it ended: its process is told by itself. */
export interface JobWatch {
  /** Milliseconds since the start of the run. */
  readonly at: () => number;
  readonly ran: (made: MadeJob, begun: number) => void;
}

/** Keeps the jobs whose traces hold and runs the others. `reason` is what makes all of them run, if something does. */
export async function makeJobs(uses: readonly ResolvedUse[], watch: Watch, old: StoredTraces | undefined, reason: string | undefined, execute: Execute, ended: Ended, told?: JobWatch): Promise<Outcome<JobBook>> {
  const judgement = old && judge(old, uses);
  const jobs = await runAll(uses.flatMap((use) => use.jobs), (job) => keepJob(job, judgement, reason), execute, ended, told);
  return jobs.ok ? done(bookOf(jobs.value, uses, watch, execute, told)) : jobs;
}

/** A job that must run. */
interface Due {
  readonly job: Job;
  readonly why: string;
}

function keepJob(job: Job, judgement: Judgement | undefined, reason: string | undefined): MadeJob | Due {
  const verdict = judgement?.verdict(job) ?? { why: reason ?? 'nothing is known of an earlier run' };
  return 'keep' in verdict ? { job, trace: verdict.keep, contents: undefined, why: undefined } : { job, why: verdict.why };
}

/** Runs what is due. Commands last: nothing is started while a template is broken. */
async function runAll<T>(jobs: readonly T[], keep: (job: T) => MadeJob | Due, execute: Execute, ended: Ended, told: JobWatch | undefined): Promise<Outcome<readonly MadeJob[]>> {
  const begun = collect(
    jobs.map((each) => {
      const kept = keep(each);
      const outcome = 'trace' in kept ? done(kept) : begin(kept, told);
      // A command has only begun.
      if (!outcome.ok || 'trace' in outcome.value) ended(outcome.ok);
      return outcome;
    }),
  );
  if (!begun.ok) return begun;
  const commands = begun.value.flatMap((each) => ('prepared' in each ? [each] : []));
  if (commands.length === 0) return done(begun.value as readonly MadeJob[]);
  const made = await execute(commands, ended);
  if (!made.ok) return made;
  const files = new Map(commands.map((each, index) => [each.job, made.value[index] as readonly RenderedFile[]]));
  return done(
    begun.value.map((each) => {
      if (!('prepared' in each)) return each;
      const job = madeOf(each.job, { ...each.prepared, files: files.get(each.job) ?? [] }, each.why);
      told?.ran(job, told.at());
      return job;
    }),
  );
}

/** A command job, of which it is known what is to be run. */
interface Ready extends Due {
  readonly job: CommandJob;
  readonly prepared: Prepared;
}

function begin({ job, why }: Due, told: JobWatch | undefined): Outcome<MadeJob | Ready> {
  if ('run' in job) {
    const begun = told?.at() ?? 0;
    const rendered = job.run();
    if (!rendered.ok) return rendered;
    const made = madeOf(job, rendered.value, why);
    told?.ran(made, begun);
    return done(made);
  }
  const prepared = job.prepare();
  return prepared.ok ? done({ job, why, prepared: prepared.value }) : prepared;
}

function madeOf(job: Job, { files, parts, sets }: Rendered, why: string): MadeJob {
  const traced = files.map(({ path, content }) => ({ path, digest: digestOf(content), size: Buffer.byteLength(content) }));
  return { job, trace: { id: job.id, parts, sets, files: traced }, contents: files.map(({ content }) => content), why };
}

function bookOf(jobs: readonly MadeJob[], uses: readonly ResolvedUse[], watch: Watch, execute: Execute, told: JobWatch | undefined): JobBook {
  return {
    jobs,
    async demand(needed) {
      if (needed.size === 0) return done(this);
      const again = await runAll(jobs, (made) => (needed.has(made.job) && made.contents === undefined ? { job: made.job, why: needed.get(made.job) as string } : made), execute, () => undefined, told);
      return again.ok ? done(bookOf(again.value, uses, watch, execute, told)) : again;
    },
    traces: () => ({
      log: watch.log(),
      jobs: jobs.filter((each) => each.contents !== undefined).map((each) => each.trace),
      tables: uses.flatMap((use) => use.tables.traces()),
      documents: Object.fromEntries(uses.flatMap((use) => [use.document, use.options]).map(({ root, digest }) => [root, digest])),
    }),
  };
}
