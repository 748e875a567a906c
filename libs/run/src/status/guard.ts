import { dirname, join } from 'node:path';
import { digestOf, DiskError, nodeCrypto, type Disk } from '@nx-conductor/core';
import { observe, readIndex, readManifest, STAGING_PREFIX, type DiskIndex } from '@nx-conductor/outputs';
import { surroundingsDigest } from '../commands/surroundings';
import type { ProgramLookout } from '../commands/programs';
import { createReader, type Reader } from '../generate/reader';
import type { Edition } from '../host';
import { readPatternFolder } from '../patterns/discover';
import type { Project } from '../project/project';
import { readsOf, type Lookout, type Reads } from '../reads/reads';

/**
 * One line that stands for what a task runner's hash cannot see by file patterns, in two words:
 *
 * 1. `clean`, or a digest of hand edits of artifacts and of foreign files in the output folder, also when git ignores
 *    it: a task runner would replace the folder wholesale on a cache hit, and they would be gone without a word.
 *    Missing artifacts do not count: a cache hit brings them back. Nor do stale ones: they are ours. What a killed run
 *    left counts: only a run of ours clears it away.
 * 2. A digest of everything that the run would read, wherever it lies: specs that git ignores or that came with an
 *    npm package, patterns of installed packs, the formatter, this build of Conductor.
 *
 * The same state gives the same line on every machine, but for a third word once {@link saltGuard} was called.
 */
export async function guardLine(machine: Lookout & ProgramLookout, edition: Edition, project: Project): Promise<string> {
  try {
    return await lineOf(machine, edition, project);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    // Another line than that of any state that was seen, so that the run itself is asked, and tells what is wrong.
    return `unreadable ${digestOf([error.operation, project.shown(error.path), error.errno].join('\n'))}`;
  }
}

async function lineOf(machine: Lookout & ProgramLookout, edition: Edition, project: Project): Promise<string> {
  const index = readIndex(machine.disk, project.index);
  const reader = createReader(machine.disk, index);
  const reads = await readsOf(machine, project, edition.home, reader);
  const state = stateFacts(machine.disk, project, reads.output, index);
  const inputs = [`conductor ${edition.version} ${edition.build}`, ...inputFacts(machine.disk, project, reads, reader), ...needFacts(machine, project, reads, reader)];
  const salt = machine.disk.read(saltPath(project));
  return [state.length === 0 ? 'clean' : digestOf(state.join('\n')), digestOf(inputs.join('\n')), ...(salt ? [Buffer.from(salt).toString('latin1')] : [])].join(' ');
}

/**
 * Changes the line for good. A task that was cached although it wrote nothing (`--check` of a target that Nx caches) is
 * then never found again: a hit on it would write the output folder and pass for a check.
 */
export function saltGuard(disk: Disk, project: Project): void {
  const path = saltPath(project);
  disk.makeDirectory(dirname(path));
  disk.write(path, nodeCrypto().randomBytes(8).toString('hex'));
}

const saltPath = (project: Project) => join(project.conductor, 'cache', 'guard', project.name);

/** What lies in the output folder, or is owned, and is not as Conductor left it. */
function stateFacts(disk: Disk, project: Project, output: string | undefined, index: DiskIndex): string[] {
  const facts: string[] = [];
  const found = readManifest(disk, project.manifest);
  const intent = disk.stat(project.intent) && contentOf(disk, project.intent);
  if (intent !== undefined) facts.push(`interrupted ${intent}`);
  const owned = new Set<string>();
  for (const { path, digest } of found.state === 'sound' ? found.manifest.artifacts : []) {
    owned.add(path);
    const seen = observe(disk, join(project.root, path), index, path);
    if (seen.kind === 'nothing') continue;
    if (seen.kind === 'other') facts.push(`other ${path}`);
    // Also an edit that was kept: a hit on what was cached before it was made would put the generated text in its place.
    else if (seen.digest !== digest) facts.push(`edited ${path} ${seen.digest}`);
    // A cache hit would drop it from the manifest and leave it on disk.
    else if (output !== undefined && !path.startsWith(`${output}/`)) facts.push(`elsewhere ${path}`);
  }
  if (output === undefined) return facts;
  for (const path of filesBelow(disk, join(project.root, output), output)) {
    if (!owned.has(path)) facts.push(`foreign ${path} ${contentOf(disk, join(project.root, path))}`);
  }
  return facts;
}

function inputFacts(disk: Disk, project: Project, reads: Reads, reader: Reader): string[] {
  const file = (kind: string) => (path: string) => `${kind} ${project.shown(path)} ${reader.digest(path)}`;
  const patterns = reads.patterns.flatMap(({ id, folder }) => {
    if (folder === undefined) return [];
    const { files } = readPatternFolder(disk, reader, { id, path: folder, origin: '' }, project);
    return [...files.values()].map(({ path, digest }) => `pattern ${id}/${path} ${digest}`);
  });
  return [...reads.specs.map(file('spec')), ...patterns, ...reads.modules.map(file('module')), ...reads.format.map(file('format')), ...(reads.ruled ? reads.rules.map(file('rule')) : [])];
}

/** What commands depend on: of programs and variables one digest, which is nothing to guess a value from. */
function needFacts(machine: ProgramLookout, project: Project, { needs }: Reads, reader: Reader): string[] {
  const files = [...new Set([...needs.files.values()].flat())].map((path) => `declared ${project.shown(path)} ${reader.digest(path)}`);
  const surroundings = surroundingsDigest(machine, project, reader, needs.programs, needs.variables);
  return [...files, ...(surroundings === '' ? [] : [`surroundings ${surroundings}`])];
}

/** Digest of a file that is not ours, or why it has none: the line must come out whatever lies there. */
function contentOf(disk: Disk, path: string): string {
  try {
    const bytes = disk.read(path);
    return bytes === undefined ? 'nothing' : digestOf(bytes);
  } catch (error) {
    if (error instanceof DiskError) return error.errno;
    throw error;
  }
}

function* filesBelow(disk: Disk, folder: string, prefix: string): Generator<string> {
  for (const entry of disk.list(folder) ?? []) {
    if (entry.name.startsWith(STAGING_PREFIX)) continue;
    if (entry.kind === 'directory') yield* filesBelow(disk, join(folder, entry.name), `${prefix}/${entry.name}`);
    else yield `${prefix}/${entry.name}`;
  }
}
