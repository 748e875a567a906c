import { join } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Peek } from '../config/peek';
import type { Reader } from '../generate/reader';
import { packFolders } from '../packs/pack-folders';
import type { Project } from '../project/project';

/** A file of rules. */
export interface RuleFile {
  /** Absolute. */
  readonly path: string;
  /** As people know it; of a pack the package, the pack and the file. */
  readonly shown: string;
  /** Name of its pack; undefined for a file of the workspace. */
  readonly pack: string | undefined;
}

/** Where the workspace keeps its own rules. */
export const rulesFolder = (project: Pick<Project, 'conductor'>): string => join(project.conductor, 'rules');

/**
 * Every file of rules that a project can use, found by looking: the workspace's own in `.conductor/rules`, and those of
 * installed packages whose `package.json` says `"conductor": { "rules": "<folder>" }`, in which each folder is a pack. In
 * code-unit order of folders and names, the workspace's first.
 */
export function findRules(disk: Disk, reader: Reader, project: Pick<Project, 'root' | 'workspace' | 'conductor' | 'shown'>, home: string): RuleFile[] {
  const own = filesIn(disk, rulesFolder(project)).map((path): RuleFile => ({ path, shown: project.shown(path), pack: undefined }));
  const packages = packFolders(disk, reader, [project.root, project.workspace, home], 'rules');
  const packed = packages.flatMap(({ name, folder }) => packsIn(disk, folder).flatMap((pack) => filesIn(disk, join(folder, pack)).map((path): RuleFile => ({ path, shown: `${name}${path.slice(folder.length)}`, pack }))));
  return [...own, ...packed];
}

function packsIn(disk: Disk, folder: string): string[] {
  return (disk.list(folder) ?? []).filter(({ kind, name }) => kind === 'directory' && !name.startsWith('.')).map(({ name }) => name);
}

function filesIn(disk: Disk, folder: string): string[] {
  return (disk.list(folder) ?? []).filter(({ kind, name }) => kind !== 'directory' && /^[^.].*\.ya?ml$/.test(name)).map(({ name }) => join(folder, name));
}

/** The rules that a run of generate depends on: none unless they mend or judge what it makes. */
export function rulesInUse(disk: Disk, reader: Reader, project: Project, home: string, peek: Pick<Peek, 'gated' | 'mending'>): { readonly files: readonly RuleFile[]; readonly mending: string | undefined } {
  return { files: peek.gated || peek.mending !== undefined ? findRules(disk, reader, project, home) : [], mending: peek.mending };
}
