import { readFileSync } from 'node:fs';
import { sep } from 'node:path';

/** A CommonJS module with every file that was loaded for it, itself first. */
export interface LoadedModule {
  readonly exports: unknown;
  readonly files: readonly string[];
}

/**
 * Loads a CommonJS module and whatever it requires afresh, so that a change on disk is seen by a process that stays.
 * Files of installed packages are loaded once: they do not change under a process.
 */
export function loadModule(path: string): LoadedModule {
  const load = requireFrom(path);
  forget(load, path, new Set());
  const exports: unknown = withTypeScript(load, () => load(path));
  if (Object.prototype.toString.call(exports) === '[object Module]') {
    throw new TypeError('it is an ES module; helper modules are CommonJS: name it .cjs, or use module.exports');
  }
  const files = new Set<string>();
  gather(load, path, files);
  return { exports, files: [...files] };
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

/** Loaded when it is needed: a run in which nothing changed loads no module. */
function requireFrom(path: string): NodeJS.Require {
  const { createRequire } = require('node:module') as typeof import('node:module');
  return createRequire(path);
}

/**
 * Does a piece of work while `require` takes TypeScript, which becomes CommonJS. Not by what Node.js itself can do: that
 * differs from version to version, and knows no imports without an ending.
 */
function withTypeScript<T>(load: NodeJS.Require, work: () => T): T {
  const { extensions } = load;
  const before = ENDINGS.map((ending) => [ending, extensions[ending]] as const);
  for (const ending of ENDINGS) extensions[ending] = (module, path) => (module as unknown as Compiling)._compile(asCommonJs(path), path);
  try {
    return work();
  } finally {
    for (const [ending, known] of before) {
      if (known) extensions[ending] = known;
      else delete extensions[ending];
    }
  }
}

const ENDINGS = ['.ts', '.cts'];

/** The part of Node's modules that a loader of another language calls. */
interface Compiling {
  _compile(code: string, path: string): void;
}

function asCommonJs(path: string): string {
  return swc().transformSync(readFileSync(path, 'utf8'), { filename: path, swcrc: false, configFile: false, sourceMaps: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code;
}

function swc(): typeof import('@swc/core') {
  try {
    return require('@swc/core') as typeof import('@swc/core');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'MODULE_NOT_FOUND') throw new Error('a module in TypeScript needs @swc/core, which is not installed: npm install --save-dev @swc/core');
    throw error;
  }
}

const installed = (path: string) => path.includes(`${sep}node_modules${sep}`);

function forget(load: NodeJS.Require, path: string, seen: Set<string>): void {
  if (seen.has(path)) return;
  seen.add(path);
  const module = load.cache[path];
  delete load.cache[path];
  for (const child of module?.children ?? []) if (!installed(child.id)) forget(load, child.id, seen);
}

function gather(load: NodeJS.Require, path: string, files: Set<string>): void {
  if (files.has(path)) return;
  files.add(path);
  for (const child of load.cache[path]?.children ?? []) gather(load, child.id, files);
}
