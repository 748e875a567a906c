import { observe, saveIndex, type IndexedFile, type Input, type Manifest } from '@nx-conductor/outputs';
import type { TemplateCounts } from '@nx-conductor/generate';
import { findInputs, surroundingsDigest } from '../commands/surroundings';
import { peekConfig } from '../config/peek';
import type { ConfigText } from '../config/read';
import { choosePattern } from '../patterns/choose';
import { patternDigests, readPatternFolder, type PatternPlace } from '../patterns/discover';
import { rulesInUse } from '../rules/find-rules';
import type { Findings, Run } from './run';
import { formatInputs, inputPath, isGlob, listInputs, sameInputs } from './inputs';
import { countSteps, editsIn } from './result';

/**
 * The run in which nothing changed: the inputs have the digests that the manifest lists, every artifact lies on disk
 * as it was written, and the same Conductor made them. No spec is parsed, no template loaded, nothing written.
 * Undefined when it is not so, or cannot be known this cheaply: not while a run changes artifacts, or when one was killed
 * while it did.
 */
export async function keepUnchanged(run: Run, config: ConfigText): Promise<Findings | undefined> {
  const { found, options, project, machine, index, edition, timer } = run;
  if (found.state !== 'sound' || run.machine.disk.stat(run.project.intent) || !options.incremental || !options.cache) return undefined;
  const { manifest } = found;
  if (manifest.generator !== edition.version || (index.build !== '' && index.build !== edition.build)) return undefined;
  const seen = await glance(run, manifest, config);
  if (!seen || !sameInputs(manifest.inputs, seen.inputs)) return undefined;
  const surroundings = surroundingsDigest(machine, project, run.reader, names(manifest, 'program'), names(manifest, 'variable'));
  if (surroundings !== index.surroundings) return undefined;

  timer.enter('plan');
  const artifacts = verifyArtifacts(run, manifest);
  if (!artifacts) return undefined;

  // Last: what it compiles and leaves in the store must not be counted as found there by a full run after it.
  timer.enter('resolve');
  const templates = await findTemplates(run, manifest, seen.patterns);
  if (!templates) return undefined;

  timer.enter('plan');
  const sources = run.reader.seen();
  if (!options.check && !options.dryRun && !(sameFiles(index.files, artifacts, true) && sameFiles(index.sources, sources, false))) {
    saveIndex(machine.disk, project.index, { savedAt: run.begunAt, begunAt: run.begunAt, build: edition.build, surroundings, files: artifacts, sources });
  }
  const { length } = manifest.artifacts;
  return {
    unchanged: true,
    jobs: { total: manifest.jobs, ran: 0, kept: manifest.jobs, failed: 0 },
    artifacts: { ...countSteps([], length, 0), kept: length },
    templates,
    edits: editsIn(manifest.artifacts),
  };
}

const names = ({ inputs }: Manifest, kind: Input['kind']) => inputs.filter((input) => input.kind === kind).map(({ path }) => path);

/** The inputs as they are now, and the places of the patterns in use. */
interface Glance {
  readonly inputs: readonly Input[];
  readonly patterns: readonly PatternPlace[];
}

/**
 * Assumes that the same files matter as in the last run. That holds whenever none of them changed, because which
 * files matter is written in these files.
 */
async function glance(run: Run, manifest: Manifest, config: ConfigText): Promise<Glance | undefined> {
  const { project, machine, reader } = run;
  const peek = peekConfig(config.text);
  if (!peek) return undefined;
  const patterns: PatternPlace[] = [];
  for (const id of new Set(peek.uses)) {
    const place = choosePattern(id, run.places, () => ({ file: '' }));
    if (!place.ok) return undefined;
    patterns.push(place.value);
  }
  const globs = [];
  for (const glob of peek.specs.filter(isGlob)) globs.push({ glob, files: await machine.glob(glob, project.root, []) });
  const paths = (kind: Input['kind']) => manifest.inputs.filter((input) => input.kind === kind).map((input) => inputPath(input, project));
  const files = patterns.flatMap((place) => patternDigests(machine.disk, reader, place, project));
  const needs = { programs: names(manifest, 'program'), variables: names(manifest, 'variable'), globs: names(manifest, 'inputs') };
  const set = { config, patterns: files, specs: paths('spec'), globs, modules: paths('module'), format: formatInputs(peek.format, project, reader), rules: rulesInUse(machine.disk, reader, project, run.edition.home, peek), needs: { ...needs, files: await findInputs(machine, project, needs.globs, peek.output ?? 'generated') } };
  return { inputs: listInputs(set, project, reader), patterns };
}

/** Counts the compiled templates in the store; when some are missing they are compiled again, without running a job. */
async function findTemplates(run: Run, manifest: Manifest, patterns: readonly PatternPlace[]): Promise<TemplateCounts | undefined> {
  const total = manifest.templates.length;
  if (manifest.templates.every((key) => run.cache.read(key) !== undefined)) return { total, hits: total, misses: 0 };
  const { loadPattern } = await import('./patterns');
  let misses = 0;
  for (const place of patterns) {
    const loaded = loadPattern(readPatternFolder(run.machine.disk, run.reader, place, run.project), run.machine, run.reader, run.cache);
    if (!loaded.ok) return undefined;
    misses += loaded.value.counts.misses;
  }
  return { total, hits: total - misses, misses };
}

/** Stats of all artifacts when each lies on disk as it was written. */
function verifyArtifacts(run: Run, manifest: Manifest): ReadonlyMap<string, IndexedFile> | undefined {
  const seen = new Map<string, IndexedFile>();
  for (const artifact of manifest.artifacts) {
    const found = observe(run.machine.disk, `${run.project.root}/${artifact.path}`, run.index, artifact.path);
    // Asked to overwrite, a run replaces also what was kept before.
    if (artifact.kept !== undefined && run.options.onConflict === 'overwrite') return undefined;
    if (found.kind !== 'file' || found.digest !== (artifact.kept ?? artifact.digest)) return undefined;
    const { size, mtimeMs, ctimeMs, inode } = found.stat;
    seen.set(artifact.path, found.trusted ? (run.index.files.get(artifact.path) as IndexedFile) : { size, mtimeMs, ctimeMs, inode, digest: found.digest });
  }
  return seen;
}

/** True when every entry came out of the index as it is, and (`all`) none of it is left over: then there is nothing to save. */
function sameFiles(known: ReadonlyMap<string, IndexedFile>, seen: ReadonlyMap<string, IndexedFile>, all: boolean): boolean {
  if (all && known.size !== seen.size) return false;
  for (const [key, file] of seen) if (known.get(key) !== file) return false;
  return true;
}
