import { isAbsolute, join, relative, sep } from 'node:path';
import { digestOf, digestOfFields, type Digest } from '@nx-conductor/core';
import type { CommandOutput, DeclaredFile, Pattern, Surroundings } from '@nx-conductor/generate';
import type { Reader } from '../generate/reader';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { findProgram, programFolders, type ProgramLookout } from './programs';

/** Names of what the commands of some patterns depend on besides files that the specs and patterns name. */
export interface CommandNeeds {
  readonly programs: readonly string[];
  readonly variables: readonly string[];
  /** Globs of inputs, relative to the project. */
  readonly globs: readonly string[];
}

/** What a run found of them. */
export interface FoundNeeds extends CommandNeeds {
  /** Absolute paths by glob. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

/** What the commands of some patterns need, each name once. */
export function needsOf(patterns: Iterable<Pattern>): CommandNeeds {
  const rules = [...patterns].flatMap(({ outputs }) => outputs.filter((output): output is CommandOutput => output.kind === 'command'));
  return {
    programs: unique(rules.flatMap(({ run, programs }) => [run[0] as string, ...programs])),
    variables: unique(rules.flatMap(({ env }) => env)),
    globs: unique(rules.flatMap(({ inputs }) => inputs)),
  };
}

/** Finds the files of the globs. Neither what is generated nor what is installed is an input of a command. */
export async function findInputs(machine: Pick<Machine, 'glob'>, project: Project, globs: readonly string[], output: string): Promise<Map<string, readonly string[]>> {
  const files = new Map<string, readonly string[]>();
  for (const glob of globs) files.set(glob, await machine.glob(glob, project.root, [`${output}/**`, '**/node_modules/**']));
  return files;
}

/** The surroundings of a project's commands. Everything is looked at when it is asked for, and once. */
export function surroundingsOf(machine: ProgramLookout, project: Project, reader: Reader, files: FoundNeeds['files']): Surroundings {
  const programs = new Map<string, Digest | undefined>();
  const file = (path: string): DeclaredFile => ({ path, local: localPath(project, path), digest: reader.digest(path) });
  return {
    program(name) {
      if (!programs.has(name)) programs.set(name, findProgram(machine, project, reader, name)?.digest);
      return programs.get(name);
    },
    get looked() {
      return programFolders(machine, project).map(project.shown);
    },
    environment: (names) => environmentDigest(machine, names),
    inputs: (globs) => unique(globs.flatMap((glob) => files.get(glob) ?? [])).map(file),
    file,
  };
}

/**
 * One digest of all programs and variables with these names as they are on this machine now; empty for no names. It is
 * kept in the cache and not in the manifest, which is the same on every machine.
 */
export function surroundingsDigest(machine: ProgramLookout, project: Project, reader: Reader, programs: readonly string[], variables: readonly string[]): Digest | '' {
  if (programs.length === 0 && variables.length === 0) return '';
  const lines = [...programs].sort().map((name) => `${name} ${findProgram(machine, project, reader, name)?.digest ?? 'nothing'}`);
  return digestOf([...lines, environmentDigest(machine, variables)].join('\n'));
}

/** Of names and values; a variable that is not set is told from an empty one. */
function environmentDigest({ environment }: Pick<Machine, 'environment'>, names: readonly string[]): Digest {
  const fields = names.map((name) => [name, environment[name] === undefined ? 'unset' : `set ${environment[name]}`] as const);
  return digestOfFields('conductor environment 1', Object.fromEntries(fields));
}

/** A path as a command sees it: relative to the project; outside of the workspace nothing is laid out, and it is absolute. */
export function localPath(project: Project, path: string): string {
  const inside = relative(project.workspace, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return path;
  return relative(project.root, path).split(sep).join('/');
}

/** Where a file lies in a scratch folder, which is laid out as the workspace is; undefined for what lies outside of it. */
export const placeInScratch = (project: Project, { path, local }: DeclaredFile): string | undefined => (isAbsolute(local) ? undefined : relative(project.workspace, path).split(sep).join('/'));

/** The project's folder in a scratch folder. */
export const projectInScratch = (project: Project): string => relative(project.workspace, project.root).split(sep).join('/');

/** Installed packages, by where they lie in a scratch folder. */
export function linkedPackages({ disk }: Pick<Machine, 'disk'>, project: Project): Record<string, string> {
  const folders = unique([project.workspace, project.root]).map((folder) => join(folder, 'node_modules'));
  return Object.fromEntries(folders.filter((folder) => disk.realPath(folder) !== undefined).map((folder) => [relative(project.workspace, folder).split(sep).join('/'), folder]));
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
