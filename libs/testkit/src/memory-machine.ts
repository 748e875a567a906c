import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Clock, CommandEnd, Commands, Locks } from '@nx-conductor/core';
import type { MemoryDisk } from './memory-disk';

/** How a process ends that cannot be started. */
const NOT_STARTED = { code: null, stdout: new Uint8Array(), stderr: new Uint8Array(), reason: 'there are no processes in memory' };

const NO_COMMANDS: CommandEnd = { broken: 'not started', code: null, reason: 'there are no commands in memory', tail: '', durationMs: 0, files: [], odd: [] };

/** Of a process: only its end is ever told. */
interface Listener {
  readonly end: (end: typeof NOT_STARTED) => void;
}

/** The part of a run's machine that a memory disk cannot be: typed by shape, so that this room knows no other. */
export interface MemoryMachine {
  readonly disk: MemoryDisk;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly processes: { run(): Promise<typeof NOT_STARTED>; open(command: unknown, listener: Listener): { send(): void; close(): void } };
  readonly commands: Commands;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly node: { readonly path: string; readonly version: string };
  readonly platform: string;
  readonly chance: () => number;
  readonly processors: () => number;
  interruptible<T>(work: () => T): T;
  pause(ms?: number): Promise<void>;
  mergeTexts(edited: string, base: string, generated: string): { kind: 'clean' | 'overlaps'; text: string };
  resolveModule(request: string, from: string): string | undefined;
  loadModule(path: string): { exports: unknown; files: string[]; unseen: { file: string; what: string }[]; fresh(): unknown; isCurrent(): boolean };
  glob(pattern: string, folder: string, ignore?: readonly string[]): Promise<readonly string[]>;
  loadFormatter(name: string): Promise<{ id: string; format(path: string, text: string): Promise<string> } | undefined>;
}

/** Modules of Node that are noted when a module asks for them. */
const UNSEEN = ['fs', 'os'];

/** A machine around a memory disk: its clock is the disk's, its modules are evaluated from the disk. */
export function createMemoryMachine(disk: MemoryDisk): MemoryMachine {
  return {
    disk,
    clock: { now: () => disk.now(), elapsed: () => disk.now() },
    locks: {
      take(folder) {
        if (disk.locked.has(folder)) return Promise.resolve({ held: false, holder: { pid: 7, host: 'memory', since: 0 } });
        disk.locked.add(folder);
        return Promise.resolve({ held: true, release: () => void disk.locked.delete(folder) });
      },
    },
    commands: { run: () => Promise.resolve(NO_COMMANDS) },
    environment: {},
    node: { path: '/usr/bin/node', version: 'v20.0.0' },
    platform: 'linux-x64',
    chance,
    processors: () => 2,
    processes: {
      run: () => Promise.resolve(NOT_STARTED),
      open(_command, listener) {
        setImmediate(() => listener.end(NOT_STARTED));
        return { send: () => undefined, close: () => undefined };
      },
    },
    interruptible: (work) => work(),
    // Waiting costs no time here, and lets others go on.
    pause: (ms = 0) => new Promise((resolve) => setImmediate(() => resolve(disk.tick(ms)))),
    mergeTexts(edited, base, generated) {
      // Stands in for git: what the generator changed is put into the edited text, or is not when the lines are not there.
      const { applyPatch, createPatch } = createRequire(__filename)('diff') as typeof import('diff');
      const put = (text: string, from: string, to: string) => applyPatch(text, createPatch('text', from, to, undefined, undefined, { context: 0 }));
      // A change that is in the text already is no overlap: to git neither.
      const text = put(edited, generated, base) === false ? put(edited, base, generated) : edited;
      return text === false ? { kind: 'overlaps', text: `<<<<<<< edited\n${edited}=======\n${generated}>>>>>>> generated\n` } : { kind: 'clean', text };
    },
    resolveModule(request, from) {
      // Without what a package.json says: as written, or with `.json`, in the node_modules of the folders above.
      const folders = dirname(from).split('/').map((_, index, names) => names.slice(0, index + 1).join('/')).reverse();
      return folders.flatMap((folder) => ['', '.json'].map((end) => `${folder}/node_modules/${request}${end}`)).find((path) => disk.stat(path)?.kind === 'file');
    },
    loadModule(path) {
      const bytes = disk.read(path);
      if (!bytes) throw new Error(`Cannot find module '${path}'`);
      const text = Buffer.from(bytes).toString('utf8');
      const evaluate = new Function('module', 'exports', 'require', '__dirname', text);
      const fresh = () => {
        const module = { exports: {} as unknown };
        evaluate(module, module.exports, createRequire(__filename), dirname(path));
        return module.exports;
      };
      return { exports: fresh(), files: [path], unseen: UNSEEN.filter((what) => text.includes(`'${what}'`)).map((what) => ({ file: path, what })), fresh, isCurrent: () => Buffer.compare(disk.read(path) ?? Buffer.alloc(0), bytes) === 0 };
    },
    glob(pattern, folder, ignore = []) {
      const [wanted, ...unwanted] = [pattern, ...ignore].map(asPattern) as [RegExp, ...RegExp[]];
      const inside = Object.keys(disk.files()).filter((path) => path.startsWith(`${folder}/`));
      return Promise.resolve(inside.filter((path) => [wanted, ...unwanted].every((each, index) => each.test(path.slice(folder.length + 1)) === (index === 0))));
    },
    loadFormatter(name) {
      // Stands in for a formatter that is installed: trims line ends, and refuses a text that says it is broken.
      if (name !== 'oxfmt') return Promise.resolve(undefined);
      return Promise.resolve({
        id: 'oxfmt 0.0.0',
        format: (_path: string, text: string) => (text.includes('<broken>') ? Promise.reject(new Error('Unexpected token')) : Promise.resolve(text.replace(/[ \t]+$/gm, ''))),
      });
    },
  };
}

/** A glob as a regular expression: `**` for folders, `*` for a part of a name. */
function asPattern(glob: string): RegExp {
  const source = glob.replace(/[.+^$()|[\]\\]/g, '\\$&').replace(/\*\*$/, '\u0001').replaceAll('**/', '\u0000').replaceAll('*', '[^/]*').replaceAll('\u0000', '(.*/)?').replace('\u0001', '.*');
  return new RegExp(`^${source}$`);
}

/** Another number at every call, in every machine: two runs in one tick of its clock need names of their own. */
function chance(): number {
  drawn = (drawn + 0.618034) % 1;
  return drawn;
}

let drawn = 0;
