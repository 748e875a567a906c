import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { byCodeUnit, type Disk } from '@nx-conductor/core';
import type { CompileReads, Project, Reads } from '@nx-conductor/run';

/** An input of an Nx target, of the kinds that the inferred targets use. */
export type NxInput = string | { readonly externalDependencies: readonly string[] } | { readonly runtime: string } | { readonly dependentTasksOutputFiles: string; readonly transitive?: boolean };

/**
 * What Nx hashes for `generate`, and what `nx affected` reacts to: each file that it reads and no other.
 *
 * Nx hashes neither ignored files nor `node_modules`, and fails the whole run when an npm package is named that its
 * lockfile does not have. So packages are named only when that is certain, and the guard's line has digests of all
 * that is read, wherever it lies.
 */
export function generateInputs(disk: Disk, project: Project, reads: Reads, home: string, guard: string): NxInput[] {
  const at = (path: string) => tokenPath(project, path);
  const folders = reads.patterns.flatMap(({ own, folder }) => (folder === undefined || folder === own ? [own] : [own, folder]));
  const files = [
    join(project.root, 'conductor.json'),
    ...reads.specs,
    ...[...reads.globs, ...reads.needs.globs].map((glob) => join(project.root, glob)),
    ...reads.needs.programs.filter((name) => name.includes('/')).map((name) => join(project.root, name)),
    ...folders.map((folder) => join(folder, '**', '*')),
    ...reads.modules,
    ...reads.format,
    // Rules that mend or judge what is made.
    ...(reads.ruled ? [join(project.conductor, 'rules', '*'), ...reads.rules] : []),
  ];
  const filesets = [...new Set(files.flatMap((path) => at(path) ?? []))].sort(byCodeUnit);
  const packages = [home, ...reads.specs, ...reads.patterns.flatMap(({ folder }) => folder ?? []), ...reads.modules, ...reads.format, ...(reads.ruled ? reads.rules : [])];
  return [...filesets, { externalDependencies: knownPackages(disk, project.workspace, packages) }, { runtime: guard }];
}

/**
 * What Nx hashes for `validate`: the configuration, every file of rules, and what `generate` made, also where git ignores it.
 * Packs that are installed change with their packages.
 */
export function validateInputs(disk: Disk, project: Project, reads: Reads, home: string): NxInput[] {
  const files = [join(project.root, 'conductor.json'), join(project.conductor, 'rules', '*'), ...reads.rules];
  const filesets = [...new Set(files.flatMap((path) => tokenPath(project, path) ?? []))].sort(byCodeUnit);
  return [...filesets, { dependentTasksOutputFiles: '**/*' }, { externalDependencies: knownPackages(disk, project.workspace, [home, ...reads.rules]) }];
}

/**
 * What Nx hashes for `compile`: the configuration, what the tsconfig includes, and what `generate` made, also where git
 * ignores it. Compilers that come with Conductor change with its version.
 */
export function compileInputs(disk: Disk, project: Project, compile: CompileReads, home: string): NxInput[] {
  const installed = (name: string) => join(project.workspace, 'node_modules', name);
  return [...sourceFilesets(project, compile), { dependentTasksOutputFiles: '**/*' }, { externalDependencies: knownPackages(disk, project.workspace, [home, installed('oxc-transform'), installed('@swc/core'), installed('typescript')]) }];
}

/**
 * What Nx hashes for `typecheck`: types come from everywhere, so also the sources of the projects that this one depends
 * on, what their tasks and `generate` leave, and every npm package.
 */
export function typecheckInputs(project: Project, compile: CompileReads): NxInput[] {
  return [...sourceFilesets(project, compile), '^default', { dependentTasksOutputFiles: '**/*', transitive: true }];
}

function sourceFilesets(project: Project, { configs, include, exclude }: CompileReads): string[] {
  const tokens = (paths: readonly string[]) => [...new Set(paths.flatMap((path) => tokenPath(project, path) ?? []))].sort(byCodeUnit);
  const files = [join(project.root, 'conductor.json'), join(project.root, 'package.json'), join(project.workspace, 'package.json'), ...configs, ...include];
  return [...tokens(files), ...tokens(exclude).map((token) => `!${token}`)];
}

/** A path inside the workspace as Nx writes it; undefined for what Nx cannot hash. */
export function tokenPath(project: Project, path: string): string | undefined {
  if (inside(project.root, path) && !path.includes(INSTALLED)) return `{projectRoot}/${slashes(relative(project.root, path))}`;
  return inside(project.workspace, path) && !path.includes(INSTALLED) ? `{workspaceRoot}/${slashes(relative(project.workspace, path))}` : undefined;
}

/** The command of the guard, run by a shell in the workspace's root. Relative, because it is part of the hash. */
export function guardCommand(project: Project, script: string): string {
  return ['node', relative(project.workspace, script), relative(project.workspace, project.root) || '.'].map((word) => quoted(slashes(word))).join(' ');
}

const INSTALLED = `${sep}node_modules${sep}`;

const slashes = (path: string) => path.split(sep).join('/');

const quoted = (word: string) => (/^[\w@./+-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`);

function inside(folder: string, path: string): boolean {
  const way = relative(folder, resolve(path));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Names of the npm packages in which some paths lie, as far as Nx certainly knows them. */
function knownPackages(disk: Disk, workspace: string, paths: readonly string[]): string[] {
  const names = new Set(paths.flatMap((path) => packageOf(path) ?? []));
  if (names.size === 0) return [];
  const lockfile = lockfileText(disk, workspace);
  return [...names].filter((name) => disk.stat(join(workspace, 'node_modules', name)) && isLocked(lockfile, name)).sort(byCodeUnit);
}

function packageOf(path: string): string | undefined {
  const start = `${path}${sep}`.lastIndexOf(INSTALLED);
  if (start === -1) return undefined;
  const [first, second] = slashes(path.slice(start + INSTALLED.length)).split('/');
  return first?.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}

/** npm writes `"node_modules/<name>"`; the others `<name>@<version>`. */
function isLocked(lockfile: string, name: string): boolean {
  const literal = name.replace(/[^\w@/]/g, '\\$&');
  return lockfile.includes(`"node_modules/${name}"`) || new RegExp(`(^|[\\s"'/[])${literal}@`).test(lockfile);
}

/** The lockfile that Nx reads: it prefers them in this order. */
function lockfileText(disk: Disk, workspace: string): string {
  for (const name of ['bun.lock', 'yarn.lock', 'pnpm-lock.yaml', 'package-lock.json']) {
    const bytes = disk.read(join(workspace, name));
    if (bytes) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  }
  return '';
}
