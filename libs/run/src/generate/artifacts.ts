import { join } from 'node:path';
import { byCodeUnit, digestOf, done, type Digest, type Outcome } from '@nx-conductor/core';
import type { Job } from '@nx-conductor/generate';
import { isSettled, observe, type Artifact, type Input, type Observed } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import { formatAll } from './format';
import type { Run } from './run';
import { formatInputs } from './inputs';
import type { JobBook, MadeJob } from './jobs';

/** Artifacts as values, and the texts of those that may have to be written. */
export interface Made {
  readonly book: JobBook;
  readonly artifacts: readonly Artifact[];
  /** Text by path relative to the project's root; undefined for what lies on disk as it should. */
  readonly contentOf: (path: string) => string | undefined;
  /** What lies at a path relative to the project's root; each is looked at once. */
  readonly look: (path: string) => Observed;
}

/**
 * The artifacts of all jobs. A job that was kept runs after all when its artifact does not lie on disk as it should:
 * then its text is needed. Formatting is dear: what was formatted before is not formatted again.
 */
export async function makeArtifacts(run: Run, config: Config, kept: JobBook): Promise<Outcome<Made>> {
  const look = lookOnce(run);
  const owned = new Map(run.found.state === 'sound' ? run.found.manifest.artifacts.map((each) => [each.path, each]) : []);
  const formatted = formattedBefore(run, config, owned);
  const finalOf = (made: MadeJob, path: string): Artifact | undefined => (config.format === undefined ? artifact(made.job, path, made.trace.digest, made.trace.size) : formatted(made, path));
  const lies = (final: Artifact | undefined): boolean => {
    if (!final) return false;
    const found = look(final.path);
    return (found.kind === 'file' && found.digest === final.digest) || (run.options.onConflict !== 'overwrite' && isSettled(owned.get(final.path), final.digest, found));
  };

  const needed = new Map<Job, string>();
  for (const { made, path } of placed(kept, config)) {
    if (made.text !== undefined) continue;
    const final = finalOf(made, path);
    if (!final) needed.set(made.job, 'its formatted text is not known');
    else if (!lies(final)) needed.set(made.job, look(path).kind === 'nothing' ? 'its artifact is missing' : 'its artifact is not as it was written');
  }
  const book = kept.demand(needed);
  if (!book.ok) return book;

  const jobs = placed(book.value, config);
  const contents = new Map(jobs.flatMap(({ made, path }) => (made.text === undefined ? [] : [[path, made.text] as const])));
  const finals = jobs.map(({ made, path }) => {
    const final = finalOf(made, path);
    return made.text === undefined || config.format === undefined || lies(final) ? final : undefined;
  });
  if (config.format !== undefined) {
    const fresh = jobs.filter((_, index) => finals[index] === undefined).map(({ made, path }) => ({ path, text: made.text as string }));
    const texts = await formatAll(run.machine, run.project, config.format, configurationOf(run, config), fresh, run.options.parallel);
    if (!texts.ok) return texts;
    fresh.forEach(({ path }, index) => contents.set(path, texts.value[index] as string));
  }
  const artifacts = jobs.map(({ made, path }, index): Artifact => {
    const final = finals[index];
    if (final) return final;
    const text = contents.get(path) as string;
    return { ...artifact(made.job, path, digestOf(text), Buffer.byteLength(text)), rendered: made.trace.digest };
  });
  return done({ book: book.value, artifacts, contentOf: (path) => contents.get(path), look });
}

/** The jobs that have an artifact, with its path relative to the project's root. */
function placed(book: JobBook, config: Config): { readonly made: MadeJob; readonly path: string }[] {
  return book.jobs.flatMap((made) => (made.trace.path === undefined ? [] : [{ made, path: `${config.output}/${made.trace.path}` }]));
}

function artifact(job: Job, path: string, digest: Digest, size: number): Artifact {
  return { path, digest, size, job: job.id, reason: job.reason };
}

function lookOnce(run: Run): (path: string) => Observed {
  const seen = new Map<string, Observed>();
  return (path) => {
    let found = seen.get(path);
    if (found === undefined) seen.set(path, (found = observe(run.machine.disk, join(run.project.root, path), run.index, path)));
    return found;
  };
}

/** Artifacts whose text was formatted before by the same formatter with the same configuration. */
function formattedBefore(run: Run, config: Config, owned: ReadonlyMap<string, Artifact>): (made: MadeJob, path: string) => Artifact | undefined {
  const { found, options } = run;
  if (config.format === undefined || found.state !== 'sound' || !options.incremental) return () => undefined;
  const before = JSON.stringify(found.manifest.inputs.filter((input) => input.kind === 'format'));
  if (before !== JSON.stringify(formatterInputs(run, config))) return () => undefined;
  return ({ job, trace }, path) => {
    const old = owned.get(path);
    return old?.rendered === trace.digest ? { ...artifact(job, path, old.digest, old.size), rendered: old.rendered } : undefined;
  };
}

function formatterInputs(run: Run, config: Config): Input[] {
  return formatInputs(config.format, run.project, run.reader)
    .map((path): Input => ({ kind: 'format', path: run.project.shown(path), digest: run.reader.digest(path) }))
    .sort((a, b) => byCodeUnit(a.path, b.path));
}

/** The formatter's configuration file nearest to the project. */
function configurationOf(run: Run, config: Config): string | undefined {
  return formatInputs(config.format, run.project, run.reader).find((path) => !path.endsWith('package.json'));
}
