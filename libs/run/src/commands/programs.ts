import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { digestOf, type Digest } from '@nx-conductor/core';
import type { Reader } from '../generate/reader';
import type { Machine } from '../host';
import { objectIn, type Project } from '../project/project';

/** A program as it was found. */
export interface FoundProgram {
  /** Absolute path, links resolved. */
  readonly path: string;
  /** Of name and version for one of an installed package, else of its bytes. */
  readonly digest: Digest;
}

/** The part of the machine that tells which programs there are. */
export type ProgramLookout = Pick<Machine, 'disk' | 'environment' | 'node' | 'platform'>;

/** Folders in which programs are looked for: those of packages, from the project up to the workspace, then PATH. */
export function programFolders({ environment }: Pick<Machine, 'environment'>, project: Project): string[] {
  const folders: string[] = [];
  for (let at = project.root; ; at = dirname(at)) {
    folders.push(join(at, 'node_modules', '.bin'));
    if (at === project.workspace || dirname(at) === at) break;
  }
  const path = environment['PATH'] ?? environment['Path'] ?? '';
  return [...folders, ...path.split(delimiter).filter((each) => each !== '')];
}

/** Finds a program: by name as a shell would, `node` as the Node.js that runs this, a name with a "/" in the project. */
export function findProgram(machine: ProgramLookout, project: Project, reader: Reader, name: string): FoundProgram | undefined {
  if (name === 'node') return { path: machine.node.path, digest: digestOf(`node ${machine.node.version}`) };
  const places = name.includes('/') ? [resolve(project.root, name)] : programFolders(machine, project).map((folder) => join(folder, name));
  // On Windows a program is found by its name with one of these endings only.
  const endings = machine.platform.startsWith('win32') ? ['.exe', '.cmd', '.bat'] : [''];
  for (const place of places) {
    for (const ending of endings) {
      const path = machine.disk.realPath(place + ending);
      if (path !== undefined && machine.disk.stat(path)?.kind === 'file') return { path, digest: identityOf(reader, path) };
    }
  }
  return undefined;
}

function identityOf(reader: Reader, path: string): Digest {
  return (path.includes(INSTALLED) ? packageOf(reader, dirname(path)) : undefined) ?? (reader.digest(path) || digestOf(''));
}

/** Digest of name and version of the installed package around a folder. */
function packageOf(reader: Reader, folder: string): Digest | undefined {
  for (let at = folder; at.includes(INSTALLED); at = dirname(at)) {
    const version = reader.fact('version', join(at, 'package.json'), nameAndVersion);
    if (version !== undefined && version !== '') return digestOf(version);
  }
  return undefined;
}

/** Empty for a `package.json` that only says how modules are loaded. */
function nameAndVersion(bytes: Uint8Array): string {
  const { name, version } = objectIn(bytes);
  return typeof name === 'string' && typeof version === 'string' ? `${name}@${version}` : '';
}

const INSTALLED = `${sep}node_modules${sep}`;
