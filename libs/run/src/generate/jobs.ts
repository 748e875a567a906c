import { collect, digestOf, done, type Digest, type Outcome } from '@nx-conductor/core';
import { judge, type Job, type JobTrace, type Judgement, type Rendered, type ResolvedUse, type Traces, type Watch } from '@nx-conductor/generate';

/** A job and what is known of its artifact: from an earlier run whose trace still holds, or because it just ran. */
export interface MadeJob {
  readonly job: Job;
  readonly trace: JobTrace;
  /** The rendered text; undefined for a job that was kept. */
  readonly text: string | undefined;
  /** Why it ran; undefined for a job that was kept. */
  readonly why: string | undefined;
}

/** The jobs of a run, split by what the traces say. */
export interface JobBook {
  readonly jobs: readonly MadeJob[];
  /** Runs jobs that were kept, because their text is needed after all. */
  demand(needed: ReadonlyMap<Job, string>): Outcome<JobBook>;
  /** What ran in this run read, to remember. */
  traces(): Omit<Traces, 'gone'>;
}

/** Keeps the jobs whose traces hold and runs the others. `reason` is what makes all of them run, if something does; `ended` hears of each job. */
export function makeJobs(uses: readonly ResolvedUse[], watch: Watch, old: readonly Traces[] | undefined, reason: string | undefined, ended: (ok: boolean) => void): Outcome<JobBook> {
  const judgement = old && judge(old, uses);
  const jobs = collect(uses.flatMap((use) => use.jobs).map((job) => {
    const made = makeJob(job, judgement, reason);
    ended(made.ok);
    return made;
  }));
  return jobs.ok ? done(bookOf(jobs.value, uses, watch)) : jobs;
}

function makeJob(job: Job, judgement: Judgement | undefined, reason: string | undefined): Outcome<MadeJob> {
  const verdict = judgement?.verdict(job) ?? { why: reason ?? 'nothing is known of an earlier run' };
  return 'keep' in verdict ? done({ job, trace: verdict.keep, text: undefined, why: undefined }) : runJob(job, verdict.why);
}

function runJob(job: Job, why: string): Outcome<MadeJob> {
  const rendered = job.run();
  return rendered.ok ? done({ job, trace: traceOf(job, rendered.value), text: rendered.value.text, why }) : rendered;
}

function traceOf(job: Job, { path, text, parts, sets }: Rendered): JobTrace {
  return { id: job.id, parts, sets, path, digest: path === undefined ? NOTHING : digestOf(text), size: Buffer.byteLength(text) };
}

/** Digest of no artifact. */
const NOTHING: Digest = '';

function bookOf(jobs: readonly MadeJob[], uses: readonly ResolvedUse[], watch: Watch): JobBook {
  return {
    jobs,
    demand(needed) {
      if (needed.size === 0) return done(this);
      const again = collect(jobs.map((made) => (needed.has(made.job) && made.text === undefined ? runJob(made.job, needed.get(made.job) as string) : done(made))));
      return again.ok ? done(bookOf(again.value, uses, watch)) : again;
    },
    traces: () => ({
      log: watch.log(),
      jobs: jobs.filter((each) => each.text !== undefined).map((each) => each.trace),
      tables: uses.flatMap((use) => use.tables.traces()),
      documents: Object.fromEntries(uses.map(({ document }) => [document.root, document.digest])),
    }),
  };
}
