import { join } from 'node:path';
import { digestOf, done, type Content, type Digest, type Outcome } from '@nx-conductor/core';
import type { Job, TracedFile } from '@nx-conductor/generate';
import { isSettled, type Artifact, type Input, type Observed } from '@nx-conductor/outputs';
import { mends, type Config } from '../config/config';
import type { ConfigPlace } from '../config/read';
import { MISSING, NOT_AS_WRITTEN } from './explain';
import { formatAll } from './format';
import type { Run } from './run';
import { formatInputs } from './inputs';
import type { JobBook } from './jobs';
import type { Mending } from './result';
import { notMended, type Mended } from './mend';
import type { RunRules } from './run-rules';

/** Artifacts as values, and the contents of those that may have to be written. */
export interface Made {
  readonly book: JobBook;
  readonly artifacts: readonly Artifact[];
  /** Content by path relative to the project's root; undefined for what lies on disk as it should. */
  readonly contentOf: (path: string) => Content | undefined;
  /** What lies at a path relative to the project's root; each is looked at once. */
  readonly look: (path: string) => Observed;
  /** What rules mended and could not mend in this run; undefined when none mends. */
  readonly mending: Mending | undefined;
}

/**
 * The artifacts of all jobs. A job that was kept runs after all when its artifact does not lie on disk as it should:
 * then its text is needed. Mending and formatting are dear: what was mended and formatted before is not again.
 */
export async function makeArtifacts(run: Run, config: Config, place: ConfigPlace, list: readonly Input[], kept: JobBook, mend: RunRules['mend'], look: Made['look']): Promise<Outcome<Made>> {
  const owned = new Map(run.found.state === 'sound' ? run.found.manifest.artifacts.map((each) => [each.path, each]) : []);
  // Another version may have written other lines of the same.
  const sameVersion = run.found.state === 'sound' && run.found.manifest.generator === run.edition.version;
  const finishes = config.format !== undefined || mend !== undefined;
  const finished = finishedBefore(run, config, list, owned);
  const finalOf = ({ job, file, path }: Placed): Artifact | undefined => (finishes ? finished(job, file, path) : artifact(job, path, file.digest, file.size, sameVersion ? owned.get(path) : undefined));
  const lies = (final: Artifact | undefined): boolean => {
    if (!final) return false;
    const found = look(final.path);
    return (found.kind === 'file' && found.digest === final.digest) || (run.options.onConflict !== 'overwrite' && isSettled(owned.get(final.path), final.digest, found));
  };

  const needed = new Map<Job, string>();
  const before = placed(kept, config);
  const finalsBefore = before.map(finalOf);
  before.forEach(({ job, path, content }, index) => {
    if (content !== undefined) return;
    const final = finalsBefore[index];
    if (!final) needed.set(job, mend ? 'its mended text is not known' : 'its formatted text is not known');
    else if (!lies(final)) needed.set(job, look(path).kind === 'nothing' ? MISSING : NOT_AS_WRITTEN);
  });
  const book = await kept.demand(needed);
  if (!book.ok) return book;

  const isSame = book.value === kept;
  const jobs = isSame ? before : placed(book.value, config);
  const contents = new Map(jobs.flatMap(({ content, path }) => (content === undefined ? [] : [[path, content] as const])));
  const finals = jobs.map((each, index) => {
    const final = isSame ? finalsBefore[index] : finalOf(each);
    return each.content === undefined || !finishes || lies(final) ? final : undefined;
  });
  const finish = await finishTexts(run, config, place, mend, jobs.filter((_, index) => finals[index] === undefined));
  if (!finish.ok) return finish;
  for (const [path, { text }] of finish.value) contents.set(path, text);
  const artifacts = jobs.map(({ job, file, path }, index): Artifact => {
    const final = finals[index];
    if (final) return final;
    const content = contents.get(path) as Content;
    const fixed = finish.value.get(path)?.fixed ?? [];
    return { ...artifact(job, path, digestOf(content), Buffer.byteLength(content)), rendered: file.digest, ...(fixed.length === 0 ? {} : { fixed }) };
  });
  return done({ book: book.value, artifacts, contentOf: (path) => contents.get(path), look, mending: mend && mendingOf(run, finish.value) });
}

/** Mends and formats texts; what is no text stays as it is, and is not in the result. */
async function finishTexts(run: Run, config: Config, place: ConfigPlace, mend: RunRules['mend'], fresh: readonly Placed[]): Promise<Outcome<ReadonlyMap<string, Mended>>> {
  const texts = fresh.flatMap(({ job, path, content }) => (typeof content === 'string' ? [{ path, kinds: job.kinds, text: content }] : []));
  if (mend && texts.length > 0) run.timer.enter('check');
  const mended = mend && texts.length > 0 ? await mend(texts) : done(texts.map(({ text }) => notMended(text)));
  if (!mended.ok) return mended;
  if (mend && texts.length > 0) run.timer.enter('format');
  const results = texts.map(({ path }, index) => ({ path, ...(mended.value[index] as Mended) }));
  if (config.format === undefined) return done(new Map(results.map((each) => [each.path, each])));
  const formatted = await formatAll(run.machine, run.project, { name: config.format, place: place('format') }, configurationOf(run, config), results, run.options.parallel);
  return formatted.ok ? done(new Map(results.map((each, index) => [each.path, { ...each, text: formatted.value[index] as string }]))) : formatted;
}

function mendingOf({ project }: Run, finished: ReadonlyMap<string, Mended>): Mending {
  const each = [...finished].map(([path, mended]) => ({ file: project.shown(join(project.root, path)), ...mended }));
  return {
    edits: each.flatMap(({ file, edits }) => edits.map((edit) => ({ ...edit, file }))),
    overlapping: each.flatMap(({ file, overlapping }) => overlapping.map((finding) => ({ ...finding, file }))),
    regenerate: each.flatMap(({ file, regenerate }) => (regenerate ? [file] : [])),
  };
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

/** The artifact that a job made; the very value of an earlier run when it says the same. */
function artifact(job: Job, path: string, digest: Digest, size: number, old?: Artifact): Artifact {
  if (old?.digest === digest && old.size === size && isOf(old, job) && old.rendered === undefined && old.fixed === undefined) return old;
  return { path, digest, size, job: job.id, reason: job.reason, ...(job.kinds === undefined ? {} : { kinds: job.kinds }) };
}

/** True for an artifact that has nothing to say but that a job, for the same reason, made it. */
const isOf = (old: Artifact, job: Job) => old.job === job.id && old.reason === job.reason && old.kept === undefined && old.kinds?.join() === job.kinds?.join();

/** Artifacts whose text was mended and formatted before, by the same rules and the same formatter, set up the same way. */
function finishedBefore(run: Run, config: Config, list: readonly Input[], owned: ReadonlyMap<string, Artifact>): (job: Job, file: TracedFile, path: string) => Artifact | undefined {
  const { found, options, edition, index } = run;
  if (found.state !== 'sound' || !options.incremental) return () => undefined;
  const sameMachinery = found.manifest.generator === edition.version && (index.build === '' || index.build === edition.build);
  // What mends is a part of Conductor.
  if (mends(config) && !sameMachinery) return () => undefined;
  const deciding = (inputs: readonly Input[]) => JSON.stringify(inputs.filter(({ kind }) => kind === 'format' || (mends(config) && (kind === 'rule' || kind === 'rules'))));
  const mended = (inputs: readonly Input[]) => inputs.some(({ kind }) => kind === 'rules');
  if (deciding(found.manifest.inputs) !== deciding(list) || mended(found.manifest.inputs) !== mended(list)) return () => undefined;
  return (job, file, path) => {
    const old = owned.get(path);
    if (old?.rendered !== file.digest || (mends(config) && old.kinds?.join() !== job.kinds?.join())) return undefined;
    return isOf(old, job) ? old : { ...artifact(job, path, old.digest, old.size), rendered: old.rendered, ...(old.fixed === undefined ? {} : { fixed: old.fixed }) };
  };
}

/** The formatter's configuration file nearest to the project. */
function configurationOf(run: Run, config: Config): string | undefined {
  return formatInputs(config.format, run.project, run.reader).find((path) => !path.endsWith('package.json'));
}
