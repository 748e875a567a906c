import { join } from 'node:path';
import { byCodeUnit, digestOf, done, type Content, type Digest, type Outcome } from '@nx-conductor/core';
import type { Job, TracedFile } from '@nx-conductor/generate';
import { isSettled, observe, type Artifact, type Input, type Observed } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import { formatAll } from './format';
import type { Run } from './run';
import { formatInputs } from './inputs';
import type { JobBook } from './jobs';

/** Artifacts as values, and the contents of those that may have to be written. */
export interface Made {
  readonly book: JobBook;
  readonly artifacts: readonly Artifact[];
  /** Content by path relative to the project's root; undefined for what lies on disk as it should. */
  readonly contentOf: (path: string) => Content | undefined;
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
  const finalOf = ({ job, file, path }: Placed): Artifact | undefined => (config.format === undefined ? artifact(job, path, file.digest, file.size) : formatted(job, file, path));
  const lies = (final: Artifact | undefined): boolean => {
    if (!final) return false;
    const found = look(final.path);
    return (found.kind === 'file' && found.digest === final.digest) || (run.options.onConflict !== 'overwrite' && isSettled(owned.get(final.path), final.digest, found));
  };

  const needed = new Map<Job, string>();
  for (const each of placed(kept, config)) {
    if (each.content !== undefined) continue;
    const { job, path } = each;
    const final = finalOf(each);
    if (!final) needed.set(job, 'its formatted text is not known');
    else if (!lies(final)) needed.set(job, look(path).kind === 'nothing' ? 'its artifact is missing' : 'its artifact is not as it was written');
  }
  const book = await kept.demand(needed);
  if (!book.ok) return book;

  const jobs = placed(book.value, config);
  const contents = new Map(jobs.flatMap(({ content, path }) => (content === undefined ? [] : [[path, content] as const])));
  const finals = jobs.map((each) => {
    const final = finalOf(each);
    return each.content === undefined || config.format === undefined || lies(final) ? final : undefined;
  });
  if (config.format !== undefined) {
    // What is no text stays as it is.
    const fresh = jobs.filter((_, index) => finals[index] === undefined).flatMap(({ path, content }) => (typeof content === 'string' ? [{ path, text: content }] : []));
    const texts = await formatAll(run.machine, run.project, config.format, configurationOf(run, config), fresh, run.options.parallel);
    if (!texts.ok) return texts;
    fresh.forEach(({ path }, index) => contents.set(path, texts.value[index] as string));
  }
  const artifacts = jobs.map(({ job, file, path }, index): Artifact => {
    const final = finals[index];
    if (final) return final;
    const content = contents.get(path) as Content;
    return { ...artifact(job, path, digestOf(content), Buffer.byteLength(content)), rendered: file.digest };
  });
  return done({ book: book.value, artifacts, contentOf: (path) => contents.get(path), look });
}

/** A file that a job made, with its path relative to the project's root. */
interface Placed {
  readonly job: Job;
  readonly file: TracedFile;
  readonly path: string;
  /** Undefined for a job that was kept. */
  readonly content: Content | undefined;
}

function placed(book: JobBook, config: Config): Placed[] {
  return book.jobs.flatMap(({ job, trace, contents }) => trace.files.map((file, index) => ({ job, file, path: `${config.output}/${file.path}`, content: contents?.[index] })));
}

function artifact(job: Job, path: string, digest: Digest, size: number): Artifact {
  return { path, digest, size, job: job.id, reason: job.reason, ...(job.kinds === undefined ? {} : { kinds: job.kinds }) };
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
function formattedBefore(run: Run, config: Config, owned: ReadonlyMap<string, Artifact>): (job: Job, file: TracedFile, path: string) => Artifact | undefined {
  const { found, options } = run;
  if (config.format === undefined || found.state !== 'sound' || !options.incremental) return () => undefined;
  const before = JSON.stringify(found.manifest.inputs.filter((input) => input.kind === 'format'));
  if (before !== JSON.stringify(formatterInputs(run, config))) return () => undefined;
  return (job, file, path) => {
    const old = owned.get(path);
    return old?.rendered === file.digest ? { ...artifact(job, path, old.digest, old.size), rendered: old.rendered } : undefined;
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
