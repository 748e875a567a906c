import { basename, dirname } from 'node:path';
import { byCodeUnit, DiskError, type Disk, type DirectoryEntry, type FileStat } from '@nx-conductor/core';

/** What a call to a disk was, for tests that count or refuse calls. */
export interface DiskCall {
  readonly method: keyof Disk;
  readonly path: string;
  /** Calls that change something. */
  readonly mutates: boolean;
}

/** A file system in memory. Absolute POSIX paths; its own clock, so that no test waits for one. */
export interface MemoryDisk extends Disk {
  /** Every file with its text, by path. */
  files(): Record<string, string>;
  /** Every call since the last {@link forget}, in order. */
  readonly calls: readonly DiskCall[];
  forget(): void;
  /** Called before each call; what it throws is what the call does. */
  before(hook: ((call: DiskCall) => void) | undefined): void;
  /** Another disk with the same content, inodes and times. */
  copy(): MemoryDisk;
  /** Puts a symbolic link, whose target need not exist. */
  symlink(target: string, path: string): void;
  /** Folders that are locked. No files: a lock is the operating system's. */
  readonly locked: Set<string>;
  /** Moves the clock of the disk, in milliseconds. */
  tick(ms: number): void;
  now(): number;
}

interface Node {
  kind: FileStat['kind'];
  content: Uint8Array;
  target: string;
  mtimeMs: number;
  ctimeMs: number;
  inode: number;
}

/** A disk that holds these files. Folders come into being with their files; `/` is there from the start. */
export function createMemoryDisk(files: Readonly<Record<string, string>> = {}): MemoryDisk {
  return diskOf({ nodes: new Map(), time: 1_000_000_000_000, inodes: 0 }, files);
}

const statOf = ({ kind, content, mtimeMs, ctimeMs, inode }: Node): FileStat => ({ kind, size: content.length, mtimeMs, ctimeMs, inode });

interface State {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly time: number;
  readonly inodes: number;
}

function diskOf(state: State, files: Readonly<Record<string, string>>): MemoryDisk {
  const nodes = copyOf(state.nodes);
  const calls: DiskCall[] = [];
  let hook: ((call: DiskCall) => void) | undefined;
  let { time, inodes } = state;

  const make = (kind: Node['kind'], content: Uint8Array = new Uint8Array(), target = ''): Node => ({ kind, content, target, mtimeMs: time, ctimeMs: time, inode: ++inodes });
  const call = (method: keyof Disk, path: string, mutates: boolean): void => {
    const made = { method, path, mutates };
    hook?.(made);
    calls.push(made);
    if (mutates) time += 1;
  };
  /** Most disks of tests have no links, and tests ask them millions of times. */
  let linked = [...nodes.values()].some(({ kind }) => kind === 'symlink');
  /** Path with links in its folders (and, unless `last` is false, in its end) resolved. */
  const resolve = (path: string, last = true, depth = 0): string => {
    if (depth > 40) throw new DiskError('resolve', path, 'ELOOP');
    if (path === '/' || (!linked && !path.endsWith('/'))) return path;
    const parent = resolve(dirname(path), true, depth + 1);
    const at = parent === '/' ? `/${basename(path)}` : `${parent}/${basename(path)}`;
    const node = nodes.get(at);
    if (!last || node?.kind !== 'symlink') return at;
    return resolve(node.target.startsWith('/') ? node.target : `${parent}/${node.target}`, true, depth + 1);
  };
  const parentFolder = (operation: string, path: string): void => {
    const parent = nodes.get(resolve(dirname(path)));
    if (!parent) throw new DiskError(operation, path, 'ENOENT');
    if (parent.kind !== 'directory') throw new DiskError(operation, path, 'ENOTDIR');
  };
  const children = (path: string): string[] => {
    const below = path === '/' ? '/' : `${path}/`;
    return [...nodes.keys()].filter((each) => each.length > below.length && each.startsWith(below) && !each.includes('/', below.length));
  };
  const makeDirectory = (path: string): void => {
    if (path === '/' || nodes.get(path)?.kind === 'directory') return;
    makeDirectory(dirname(path));
    const at = resolve(path);
    const node = nodes.get(at);
    if (!node) nodes.set(at, make('directory'));
    else if (node.kind !== 'directory') throw new DiskError('make the folder', path, 'EEXIST');
  };
  const put = (path: string, content: Uint8Array): void => {
    parentFolder('write', path);
    const at = resolve(path);
    const node = nodes.get(at);
    if (node?.kind === 'directory') throw new DiskError('write', path, 'EISDIR');
    if (node) Object.assign(node, { content, mtimeMs: time, ctimeMs: time });
    else nodes.set(at, make('file', content));
  };

  const disk: MemoryDisk = {
    calls,
    locked: new Set(),
    forget: () => void calls.splice(0),
    before: (next) => void (hook = next),
    tick: (ms) => void (time += ms),
    now: () => time,
    copy: () => diskOf({ nodes, time, inodes }, {}),
    files: () => Object.fromEntries([...nodes].filter(([, node]) => node.kind === 'file').sort(([a], [b]) => byCodeUnit(a, b)).map(([path, node]) => [path, Buffer.from(node.content).toString('utf8')])),
    symlink(target, path) {
      makeDirectory(dirname(path));
      linked = true;
      nodes.set(resolve(path, false), make('symlink', new Uint8Array(), target));
    },

    read(path) {
      call('read', path, false);
      const node = nodes.get(resolve(path));
      if (node?.kind === 'directory') throw new DiskError('read', path, 'EISDIR');
      return node && new Uint8Array(node.content);
    },
    stat(path) {
      call('stat', path, false);
      const node = nodes.get(resolve(path, false));
      return node && statOf(node);
    },
    list(path) {
      call('list', path, false);
      const at = resolve(path);
      if (nodes.get(at)?.kind !== 'directory') return undefined;
      return children(at)
        .map((each): DirectoryEntry => ({ name: basename(each), kind: (nodes.get(each) as Node).kind }))
        .sort((a, b) => byCodeUnit(a.name, b.name));
    },
    realPath(path) {
      call('realPath', path, false);
      const at = resolve(path);
      return nodes.has(at) ? at : undefined;
    },
    write(path, content) {
      call('write', path, true);
      put(path, Buffer.from(content as string));
      return statOf(nodes.get(resolve(path)) as Node);
    },
    append(path, content) {
      call('append', path, true);
      put(path, Buffer.concat([nodes.get(resolve(path))?.content ?? new Uint8Array(), Buffer.from(content as string)]));
    },
    createExclusive(path, content) {
      call('createExclusive', path, true);
      if (nodes.has(resolve(path, false))) return false;
      put(path, Buffer.from(content));
      return true;
    },
    makeDirectory(path) {
      call('makeDirectory', path, true);
      makeDirectory(path);
    },
    rename(from, to) {
      call('rename', to, true);
      const [source, target] = [resolve(from, false), resolve(to, false)];
      const node = nodes.get(source);
      if (!node) throw new DiskError('write', to, 'ENOENT');
      parentFolder('write', to);
      if (nodes.get(target)?.kind === 'directory' && node.kind !== 'directory') throw new DiskError('write', to, 'EISDIR');
      node.ctimeMs = time;
      nodes.delete(source);
      nodes.set(target, node);
      for (const path of [...nodes.keys()].filter((each) => each.startsWith(`${source}/`))) {
        nodes.set(target + path.slice(source.length), nodes.get(path) as Node);
        nodes.delete(path);
      }
    },
    link(from, to) {
      call('link', to, true);
      const node = nodes.get(resolve(from, false));
      if (!node) throw new DiskError('link', to, 'ENOENT');
      parentFolder('link', to);
      node.ctimeMs = time;
      nodes.set(resolve(to, false), node);
      return true;
    },
    remove(path) {
      call('remove', path, true);
      const at = resolve(path, false);
      if (nodes.get(at)?.kind === 'directory') throw new DiskError('remove', path, 'EISDIR');
      nodes.delete(at);
    },
    removeDirectory(path) {
      call('removeDirectory', path, true);
      const at = resolve(path, false);
      if (nodes.get(at)?.kind !== 'directory' || children(at).length > 0) return false;
      nodes.delete(at);
      return true;
    },
    touch(path) {
      call('touch', path, true);
      const node = nodes.get(resolve(path));
      if (!node) throw new DiskError('write', path, 'ENOENT');
      Object.assign(node, { mtimeMs: time, ctimeMs: time });
    },
  };
  if (!nodes.has('/')) nodes.set('/', make('directory'));
  for (const [path, text] of Object.entries(files)) {
    makeDirectory(dirname(path));
    put(path, Buffer.from(text));
  }
  return disk;
}

/** Names that lead to one file go on to do so. */
function copyOf(nodes: ReadonlyMap<string, Node>): Map<string, Node> {
  const twins = new Map([...new Set(nodes.values())].map((node) => [node, { ...node }]));
  return new Map([...nodes].map(([path, node]) => [path, twins.get(node) as Node]));
}
