import { readFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, sep } from 'node:path';
import { withoutMark } from '@nx-conductor/core';
import { interruptible } from './interruptible';
import { asCommonJs, isTranslated, refusalOf, resolveFrom } from './module-kinds';

/** A module with every file that was loaded for it, itself first. */
export interface LoadedModule {
  readonly exports: unknown;
  /** Of all that it has loaded until it is asked. */
  readonly files: readonly string[];
  /** What a new instance of it exports. */
  readonly fresh: () => unknown;
  /** What its own files use besides what they are given, such as `fs`: nobody sees what is read there. In the order of use, until it is asked. */
  readonly unseen: readonly Unseen[];
  /** Whether it would be loaded again as it was: the files say the same, and what each asks for leads where it led. Installed packages aside. */
  readonly isCurrent: () => boolean;
}

/** A way past what a module is given. */
export interface Unseen {
  readonly file: string;
  readonly what: string;
}

/** Modules of Node that look at the machine, or at others. */
const OUTSIDE = new Set(['child_process', 'cluster', 'dgram', 'dns', 'dns/promises', 'fs', 'fs/promises', 'http', 'http2', 'https', 'net', 'os', 'sqlite', 'tls', 'worker_threads']);

/**
 * Loads a module, in JavaScript or TypeScript, CommonJS or ES, and whatever it imports afresh, so that a change on disk is
 * seen by a process that stays. Files of other installed packages are loaded once: they do not change under a process.
 * Throws what the module throws, and for one that awaits while it is loaded.
 *
 * Not by Node's own loader, which has one instance of a module in a process: here the code is read and compiled once, and
 * evaluated for as many instances as are wanted, which costs next to nothing. A new instance may load only what the first
 * one did; else nobody would know that the module depends on it.
 */
export function loadModule(path: string): LoadedModule {
  const load = loaderOf(path);
  return {
    exports: interruptible(load.instance),
    get files() {
      return load.files();
    },
    fresh() {
      load.seal();
      return load.instance();
    },
    get unseen() {
      return load.unseen();
    },
    isCurrent: () => load.isCurrent(),
  };
}

/** Absolute path of what `require` of a file would load; undefined when there is nothing, or a package does not give it away. */
export function resolveModule(request: string, from: string): string | undefined {
  try {
    return requireFrom(from).resolve(request);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined;
    throw error;
  }
}

/** The part of a module's own variables that it can see. */
interface ModuleObject {
  exports: unknown;
  readonly id: string;
  readonly filename: string;
  loaded: boolean;
}

type Instances = Map<string, ModuleObject>;

/** Puts what a file exports into its module object. */
type Evaluate = (module: ModuleObject, instances: Instances) => void;

interface Loader {
  instance(): unknown;
  files(): readonly string[];
  seal(): void;
  unseen(): readonly Unseen[];
  isCurrent(): boolean;
}

function loaderOf(main: string): Loader {
  const evaluators = new Map<string, Evaluate>();
  /** What holds while the module is as it was loaded. */
  const conditions: (() => boolean)[] = [];
  const installedFiles = new Set<string>();
  const unseen = new Map<string, Unseen>();
  const own = packageOf(main);
  let sealed = false;

  /** Of an installed package, and not of the one that the module itself is of. */
  const isOfOthers = (path: string): boolean => {
    const folder = packageOf(path);
    return folder !== '' && folder !== own;
  };

  const note = (file: string, what: string) => unseen.set(`${file} ${what}`, { file, what });

  function exportsOf(path: string, instances: Instances): unknown {
    const known = instances.get(path);
    if (known) return known.exports;
    let evaluate = evaluators.get(path);
    if (evaluate === undefined) evaluators.set(path, (evaluate = read(path)));
    const module: ModuleObject = { exports: {}, id: path, filename: path, loaded: false };
    // Before it is evaluated: modules may require each other.
    instances.set(path, module);
    evaluate(module, instances);
    module.loaded = true;
    return module.exports;
  }

  function read(path: string): Evaluate {
    const ending = extname(path);
    const load = requireFrom(path);
    // What only Node itself can load: there is one instance of it.
    if (ending === '.node' || ending === '.wasm') return (module) => void (module.exports = load(path));
    const text = textAt(path);
    conditions.push(() => textAt(path) === text);
    if (ending === '.json') return (module) => void (module.exports = JSON.parse(text) as unknown);
    if (/\bprocess\.env\b/.test(text)) note(path, 'process.env');
    const translated = isTranslated(path, text);
    conditions.push(() => isTranslated(path, text) === translated);
    const run = compiled(asCommonJs(path, text), path);
    const resolved = new Map<string, string>();
    const resolve = (request: string): string => {
      let target = resolved.get(request);
      if (target === undefined) {
        const found = foundBy(() => resolveFrom(load, path, request));
        conditions.push(() => foundBy(() => resolveFrom(load, path, request)) === found);
        resolved.set(request, (target = found ?? resolveFrom(load, path, request)));
      }
      return target;
    };
    return (module, instances) => {
      const require = (request: string): unknown => {
        const target = resolve(request);
        // Of the modules that are part of Node.
        if (!isAbsolute(target)) {
          const name = target.replace(/^node:/, '');
          if (OUTSIDE.has(name)) note(path, name);
          return load(target) as unknown;
        }
        if (sealed && !evaluators.has(target) && !installedFiles.has(target)) {
          throw new Error(`${path} requires ${JSON.stringify(request)} when its functions are called: require it while the module loads, so that a change of it is seen`);
        }
        if (!isOfOthers(target)) return exportsOf(target, instances);
        installedFiles.add(target);
        return loaded(load, target);
      };
      run.call(module.exports, module.exports, Object.assign(require, { resolve }), module, path, dirname(path));
    };
  }

  return {
    instance: () => exportsOf(main, new Map()),
    files() {
      const files = new Set(evaluators.keys());
      for (const path of installedFiles) gather(requireFrom(main), path, files);
      return [...files];
    },
    seal: () => void (sealed = true),
    unseen: () => [...unseen.values()],
    isCurrent: () => foundBy(() => conditions.every((holds) => holds())) === true,
  };
}

/** Undefined where nothing is found, or what is found cannot be read. */
function foundBy<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** Loaded when it is needed: a run in which nothing changed loads no module. */
function requireFrom(path: string): NodeJS.Require {
  const { createRequire } = require('node:module') as typeof import('node:module');
  return createRequire(path);
}

/** The code of a CommonJS module as a function of what such a module has by name. */
function compiled(code: string, path: string): (...given: unknown[]) => unknown {
  const { compileFunction } = require('node:vm') as typeof import('node:vm');
  try {
    return compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: path }) as (...given: unknown[]) => unknown;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What an installed package exports. */
function loaded(load: NodeJS.Require, path: string): unknown {
  try {
    return load(path) as unknown;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Without a byte order mark. */
function textAt(path: string): string {
  return withoutMark(readFileSync(path, 'utf8'));
}

/** Folder of the installed package that a file is of; empty for one of the workspace. */
function packageOf(path: string): string {
  const inner = path.lastIndexOf(NODE_MODULES);
  if (inner === -1) return '';
  const [scope = '', name = ''] = path.slice(inner + NODE_MODULES.length).split(sep);
  return path.slice(0, inner + NODE_MODULES.length) + (scope.startsWith('@') ? scope + sep + name : scope);
}

const NODE_MODULES = `${sep}node_modules${sep}`;

/** Files of packages, as Node's own loader knows them. */
function gather(load: NodeJS.Require, path: string, files: Set<string>): void {
  if (files.has(path)) return;
  files.add(path);
  for (const child of load.cache[path]?.children ?? []) gather(load, child.id, files);
}
