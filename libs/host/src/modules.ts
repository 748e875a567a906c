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
  const exports: unknown = load(path);
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
