import { dirname, join, resolve, sep } from 'node:path';
import { DiskError, utf8Of, type Disk } from '@nx-conductor/core';
import { readManifest, type Input } from '@nx-conductor/outputs';
import { peekConfig } from '../config/peek';
import { CONFIG_FILE } from '../config/read';
import { formatCandidates, inputPath } from '../generate/inputs';
import type { Warm } from '../generate/warm';
import { createReader } from '../generate/reader';
import { readsOf, type Lookout, type Reads } from '../reads/reads';
import type { Project } from '../project/project';
import { rulesFolder } from '../rules/find-rules';
import type { Watched } from './stay';

/** Where the inputs of a project lie, and lay: all that a watch listens to. Paths are absolute. */
export interface Places {
  /** Files, also such as are not there yet. */
  readonly files: ReadonlySet<string>;
  /** Folders in which every file may matter: patterns, and where globs of specs look. */
  readonly trees: readonly string[];
  /** The output folder; what happens in it is our own doing, or none of a watch's business. */
  readonly output: string | undefined;
}

/** What is known of the inputs: nothing yet; that they are good, or good and in the manifest; that something is broken. */
export type Knowledge = 'nothing' | 'good' | 'recorded' | 'broken';

/**
 * The places of the inputs as they are now. After a good run the manifest knows every file that was read, also those
 * that no look at a text can find. While something is broken, what mattered before still does: mending it may be to
 * bring it back.
 */
export async function placesOf(machine: Lookout, project: Project, home: string, before: Places | undefined, known: Knowledge, warm?: Warm): Promise<Places> {
  const good = known !== 'broken';
  const inputs = recorded(machine.disk, project, warm);
  const specs = inputs.filter(({ kind }) => kind === 'spec').map((input) => inputPath(input, project));
  const reads = await readsOf(machine, project, home, undefined, known === 'recorded' ? specs : undefined);
  const files = new Set([join(project.root, CONFIG_FILE), join(project.root, 'package.json'), join(project.workspace, 'package.json')]);
  for (const path of [...reads.specs, ...reads.modules, ...formatFiles(machine.disk, project), ...(reads.ruled ? reads.rules : []), ...specs, ...inputs.filter(({ kind }) => kind === 'module').map((input) => inputPath(input, project)), ...[...reads.needs.files.values()].flat(), ...programFiles(project, reads)]) files.add(path);
  // A link's target changes without a word at the link.
  for (const path of [...files]) files.add(machine.disk.realPath(path) ?? path);
  if (!good) for (const path of before?.files ?? []) files.add(path);
  const trees = [...new Set([join(project.conductor, 'patterns'), ...(reads.ruled ? [rulesFolder(project)] : []), ...reads.patterns.flatMap(({ folder }) => folder ?? []), ...globFolders(project, reads), ...(good ? [] : (before?.trees ?? []))])];
  const output = reads.output === undefined ? before?.output : join(project.root, reads.output);
  return { files, trees, output };
}

/** A watch of such places. */
export function watchedInputs(disk: Disk, project: Project, places: Places): Watched {
  return { folders: () => foldersOf(disk, project, places), matters: (path) => matters(places, path) };
}

/** True for a path at which a change may change what a run makes. */
function matters(places: Places, path: string): boolean {
  const { files, trees, output } = places;
  if (files.has(path)) return true;
  if (output !== undefined && isWithin(output, path)) return false;
  // A folder on the way to an input: it may have come, gone or been replaced.
  for (const file of files) if (file.startsWith(path + sep)) return true;
  for (const tree of trees) {
    if (tree.startsWith(path + sep)) return true;
    if (isWithin(tree, path) && !passedOver(path.slice(tree.length))) return true;
  }
  return false;
}

/** The folders that exist and in which something can happen that matters: each listened to by itself. */
function foldersOf(disk: Disk, project: Project, places: Places): Set<string> {
  const folders = new Set<string>();
  /** Every folder up to the workspace's root, so that one that is replaced is noticed; elsewhere the nearest that there is. */
  const climb = (path: string): void => {
    const inside = isWithin(project.workspace, path);
    for (let at = path; ; at = dirname(at)) {
      const there = isFolder(disk, at);
      if (there) folders.add(at);
      if (inside ? at === project.workspace : there || dirname(at) === at) return;
    }
  };
  for (const file of places.files) climb(dirname(file));
  for (const tree of places.trees) {
    climb(tree);
    for (const folder of foldersBelow(disk, tree, places.output)) folders.add(folder);
  }
  return folders;
}

function* foldersBelow(disk: Disk, folder: string, output: string | undefined): Generator<string> {
  for (const entry of list(disk, folder)) {
    const path = join(folder, entry.name);
    if (entry.kind !== 'directory' || passedOver(sep + entry.name) || path === output) continue;
    yield path;
    yield* foldersBelow(disk, path, output);
  }
}

/** Hidden files and installed packages are part of no pattern, and no glob finds them. */
function passedOver(below: string): boolean {
  return below.split(sep).some((name) => name.startsWith('.') || name === 'node_modules');
}

/** The folder in which a glob begins to look: its path up to the first part with a glob character. */
function globFolders(project: Project, { globs, needs }: Reads): string[] {
  return [...globs, ...needs.globs].map((glob) => {
    const parts = glob.split('/');
    const first = parts.findIndex((part) => /[*?{}]/.test(part));
    return join(project.root, ...parts.slice(0, first));
  });
}

/** Programs of the project itself: those that are installed do not change while people work. */
function programFiles(project: Project, { needs }: Reads): string[] {
  return needs.programs.filter((name) => name.includes('/')).map((name) => resolve(project.root, name));
}

function formatFiles(disk: Disk, project: Project): string[] {
  const bytes = createReader(disk).bytes(join(project.root, CONFIG_FILE));
  return formatCandidates(bytes && peekConfig(utf8Of(bytes))?.format, project);
}

/** What the last run that wrote something read. */
function recorded(disk: Disk, project: Project, warm: Warm | undefined): readonly Input[] {
  const read = (from: Disk) => readManifest(from, project.manifest);
  const found = warm ? warm.file(disk, project.manifest, read) : read(disk);
  return found.state === 'sound' ? found.manifest.inputs : [];
}

function isFolder(disk: Disk, path: string): boolean {
  try {
    const kind = disk.stat(path)?.kind;
    return kind === 'directory' || (kind === 'symlink' && disk.list(path) !== undefined);
  } catch (error) {
    if (error instanceof DiskError) return false;
    throw error;
  }
}

function list(disk: Disk, folder: string) {
  try {
    return disk.list(folder) ?? [];
  } catch (error) {
    if (error instanceof DiskError) return [];
    throw error;
  }
}

const isWithin = (folder: string, path: string) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
