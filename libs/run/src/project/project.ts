import { basename, dirname, join, relative, sep } from 'node:path';
import { DiskError, isObject, jsonObjectIn, utf8Of, type Disk, type Json } from '@nx-conductor/core';

/** A codegen project: a folder with a `conductor.json`. Paths are absolute. */
export interface Project {
  readonly name: string;
  readonly root: string;
  /** The Nx workspace around it; outside of any, the project's own folder. */
  readonly workspace: string;
  /** `.conductor` of the workspace. */
  readonly conductor: string;
  readonly manifest: string;
  /** What a run is about to change, while it does: beside the manifest, and not in git. */
  readonly intent: string;
  /** Stats and digests of artifacts, in the cache. */
  readonly index: string;
  /** What the jobs of the last run read, in the cache. */
  readonly traces: string;
  /** What is kept of large spec texts; in the cache. */
  readonly texts: string;
  /** What was worked out from large documents; in the cache. */
  readonly recalled: string;
  /** Generated texts, for merges; in the cache. */
  readonly bases: string;
  /** Verdicts of validate on the files of the project; in the cache. */
  readonly verdicts: string;
  /** Stats and digests of these files, in the cache. */
  readonly judged: string;
  /** Who runs, while a run holds the project; in the cache. */
  readonly holder: string;
  /** A path as people know it: relative to the workspace with `/`, absolute outside of it. */
  readonly shown: (absolute: string) => string;
}

/** The project in a folder. */
export function projectAt(disk: Disk, root: string): Project {
  const workspace = workspaceAround(disk, root) ?? root;
  const conductor = join(workspace, '.conductor');
  const name = projectName(disk, root);
  return {
    name,
    root,
    workspace,
    conductor,
    manifest: join(conductor, 'manifests', `${name}.json`),
    intent: join(conductor, 'manifests', `${name}.intent`),
    index: join(conductor, 'cache', 'index', `${name}.json`),
    traces: join(conductor, 'cache', 'traces', name),
    texts: join(conductor, 'cache', 'texts', name),
    recalled: join(conductor, 'cache', 'recalled', name),
    bases: join(conductor, 'cache', 'bases', name),
    verdicts: join(conductor, 'cache', 'verdicts', `${name}.json`),
    judged: join(conductor, 'cache', 'index', `${name}.validate.json`),
    holder: join(conductor, 'cache', 'locks', `${name}.json`),
    shown: shownFrom(workspace),
  };
}

/** The nearest folder at or above one that holds an `nx.json`. */
export function workspaceAround(disk: Disk, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (disk.stat(join(at, 'nx.json'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** How paths are shown to people who think from a folder. */
export function shownFrom(folder: string): (absolute: string) => string {
  return (absolute) => {
    const path = relative(folder, absolute);
    return path === '..' || path.startsWith(`..${sep}`) ? absolute : path.split(sep).join('/') || '.';
  };
}

/** The name that Nx gives the project: of `project.json`, then of `package.json` (`nx.name`, `name`), then the folder's. */
export function projectName(disk: Disk, root: string): string {
  const project = readObject(disk, join(root, 'project.json'));
  if (typeof project['name'] === 'string') return project['name'];
  const manifest = readObject(disk, join(root, 'package.json'));
  const nx = manifest['nx'];
  if (isObject(nx) && typeof nx['name'] === 'string') return nx['name'];
  if (typeof manifest['name'] === 'string' && manifest['name'] !== '') return manifest['name'];
  return basename(root).toLowerCase();
}

/** A JSON object in a file; an empty one when there is no such file or it is not one. Others report broken files. */
export function readObject(disk: Disk, path: string): { readonly [key: string]: Json | undefined } {
  try {
    const bytes = disk.read(path);
    return bytes ? objectIn(bytes) : {};
  } catch (error) {
    if (error instanceof DiskError) return {};
    throw error;
  }
}

/** A JSON object in the bytes of a file; an empty one when they hold none. */
export function objectIn(bytes: Uint8Array): { readonly [key: string]: Json | undefined } {
  return jsonObjectIn(utf8Of(bytes)) ?? {};
}
