import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOfPath, isPath } from './module-paths';

/**
 * The text of a module as CommonJS: TypeScript and ES modules are translated, CommonJS in JavaScript is taken as it is. Not
 * by what Node.js itself can do: that differs from version to version, and an ES module that it has loaded stays as it is
 * until the process ends.
 */
export function asCommonJs(path: string, text: string): string {
  const typed = isTyped(path);
  if (!isTranslated(path, text)) return text;
  // Of a text that only looks like an ES module, nothing is made that it is not.
  const isModule = typed || path.endsWith('.mjs') ? true : 'unknown';
  return swc(typed).transformSync(text, { filename: path, swcrc: false, configFile: false, sourceMaps: false, isModule, jsc: { parser: { syntax: typed ? 'typescript' : 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code;
}

/** Whether a module is translated: of a `.js` its package has a say in that. */
export function isTranslated(path: string, text: string): boolean {
  return isTyped(path) || isEsModule(path, text);
}

/** Absolute path of what a module asks for, or the name of a module that is part of Node. */
export function resolveFrom(load: NodeJS.Require, from: string, request: string): string {
  if (!isPath(request)) return withEndings(load, () => load.resolve(request));
  // To TypeScript, `./x.js` in its sources may mean `x.ts`.
  const found = fileOfPath(request, from) ?? (isTyped(from) && /\.[cm]?js$/.test(request) ? fileOfPath(`${request.slice(0, -2)}ts`, from) : undefined);
  if (found === undefined) throw Object.assign(new Error(`Cannot find module '${request}'`), { code: 'MODULE_NOT_FOUND' });
  return found;
}

/** What a module that cannot be ready at once throws, in words that help; anything else as it is. */
export function refusalOf(error: unknown): unknown {
  // By shape, not by class: errors of another realm are of another class.
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  return /^await is only valid/.test(message) || codeOf(error) === 'ERR_REQUIRE_ASYNC_MODULE' ? new TypeError(AWAITS) : error;
}

const AWAITS = 'it, or what it imports, awaits while it is loaded ("await" outside of functions), and must be ready at once; a rule with "run" can wait';

const isTyped = (path: string): boolean => /\.[cm]?ts$/.test(path);

/** Endings that `require` does not know, and that an import may leave out. */
const ENDINGS = ['.mjs', '.ts', '.cts', '.mts'] as const;

/** Does a piece of work while `require` knows all endings, so that an import without one finds its file. */
function withEndings<T>(load: NodeJS.Require, work: () => T): T {
  const { extensions } = load;
  const before = ENDINGS.map((ending) => [ending, extensions[ending]] as const);
  for (const ending of ENDINGS) extensions[ending] ??= () => undefined;
  try {
    return work();
  } finally {
    for (const [ending, known] of before) if (known === undefined) delete extensions[ending];
  }
}

function swc(typed: boolean): typeof import('@swc/core') {
  try {
    return require('@swc/core') as typeof import('@swc/core');
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') throw new Error(`${typed ? 'a module in TypeScript' : 'an ES module'} needs @swc/core, which is not installed: npm install --save-dev @swc/core`);
    throw error;
  }
}

/** Whether a file in JavaScript is an ES module. Of a `.js` its package says so, or says nothing and the text has a statement that CommonJS has not. */
function isEsModule(path: string, text: string): boolean {
  if (!path.endsWith('.js')) return path.endsWith('.mjs');
  const type = packageType(dirname(path));
  return type === undefined ? /^\s*(?:import[\s{*"']|export[\s{*])/m.test(text) : type === 'module';
}

function packageType(from: string): unknown {
  for (let at = from; ; at = dirname(at)) {
    const description = readOrUndefined(join(at, 'package.json'));
    if (description !== undefined) return typeIn(description);
    if (dirname(at) === at) return undefined;
  }
}

/** A package.json that cannot be read is not for a loader of modules to complain of. */
function typeIn(description: string): unknown {
  try {
    const value: unknown = JSON.parse(description);
    return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(String(codeOf(error)))) return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);
