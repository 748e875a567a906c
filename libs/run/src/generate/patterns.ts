import { basename, join, sep } from 'node:path';
import { byCodeUnit, collect, digestOf, done, failed, type Digest, type Failure, type Outcome, type Place } from '@nx-conductor/core';
import { compileLibrary, readPattern, templateFileKeys, type MakerModule, type Pattern, type PatternFolder, type TemplateCounts, type TemplateLibrary } from '@nx-conductor/generate';
import type { LoadedModule, Machine } from '../host';
import type { RunCache } from './cache';
import type { Reader } from './reader';

/** Evaluates a helper module anew, given the context of a spec and a pattern. */
export type HelperFactory = (context: object) => Readonly<Record<string, unknown>>;

/** A pattern in use, ready to resolve jobs. */
export interface LoadedPattern {
  readonly pattern: Pattern;
  readonly library: TemplateLibrary;
  readonly helpers: HelperFactory;
  readonly counts: TemplateCounts;
  /** Keys of its template files in the store. */
  readonly keys: readonly Digest[];
  /** Digest of the helper module and of all that it loads; of nothing when there is none. */
  readonly helpersDigest: Digest;
  /** Modules that make artifacts, by their paths in the pattern folder. */
  readonly makers: ReadonlyMap<string, MakerModule>;
  /** Modules outside of the pattern's folder that its own modules load; absolute paths. */
  readonly modules: readonly string[];
  /** What its modules use besides what they are given, by absolute path of the file. */
  readonly unseen: () => LoadedModule['unseen'];
  /** Whether its modules would be loaded again as they were. */
  readonly isCurrent: () => boolean;
}

/** Reads a pattern, loads its helper module and compiles its templates. */
export function loadPattern(folder: PatternFolder, machine: Machine, reader: Reader, cache: RunCache): Outcome<LoadedPattern> {
  const read = readPattern(folder, cache.checked);
  if (!read.ok) return read;
  const pattern = read.value;
  const helpers = loadHelpers(pattern, machine, reader);
  if (!helpers.ok) return helpers;
  const makers = loadMakers(pattern, machine, reader);
  if (!makers.ok) return makers;
  const compiled = compileLibrary(pattern, helpers.value.names, cache);
  if (!compiled.ok) return compiled;
  return done({
    pattern,
    library: compiled.value.library,
    counts: compiled.value.counts,
    keys: templateFileKeys(pattern),
    helpers: helpers.value.factory,
    helpersDigest: helpers.value.digest,
    makers: makers.value.byPath,
    modules: [...new Set([...helpers.value.modules, ...makers.value.modules])],
    unseen: () => [...helpers.value.unseen(), ...makers.value.unseen()],
    isCurrent: () => helpers.value.isCurrent() && makers.value.isCurrent(),
  });
}

/** What modules of patterns use besides what they are given: what they read there is no part of any trace, so it is told. */
export function unseenInputs(patterns: Iterable<LoadedPattern>, shown: (path: string) => string): Failure[] {
  const byFile = new Map<string, string[]>();
  for (const { unseen } of patterns) for (const { file, what } of unseen()) byFile.set(file, [...(byFile.get(file) ?? []), what]);
  return [...byFile].map(([file, what]) => ({ code: 'unseen-input', place: { file: shown(file) }, what: [...new Set(what)] }));
}

/** What is wrong with patterns that a project does not use: worth a warning, and nothing more. */
export function faultsOfOthers(folders: readonly PatternFolder[], cache: RunCache): readonly Failure[] {
  const outcome = collect(folders.map((folder) => readPattern(folder, cache.checked)));
  return outcome.ok ? [] : outcome.failures;
}

interface Helpers {
  readonly digest: Digest;
  readonly factory: HelperFactory;
  readonly names: readonly string[];
  readonly modules: readonly string[];
  readonly unseen: LoadedPattern['unseen'];
  readonly isCurrent: () => boolean;
}

function loadHelpers(pattern: Pattern, machine: Machine, reader: Reader): Outcome<Helpers> {
  if (pattern.helpers === undefined) return done({ factory: () => ({}), names: [], modules: [], digest: digestOf(''), unseen: () => [], isCurrent: () => true });
  const path = join(pattern.folder.path, pattern.helpers);
  const file = pattern.folder.files.get(pattern.helpers)?.shown ?? path;
  let loaded: ReturnType<Machine['loadModule']>;
  let sample: unknown;
  try {
    loaded = machine.loadModule(path);
    // Called once without a context to learn the names; a factory reads its context only inside its functions.
    const exports = defaultOf(loaded.exports);
    sample = typeof exports === 'function' ? (exports as HelperFactory)(EMPTY_CONTEXT) : exports;
  } catch (error) {
    return failed({ code: 'helpers-failed', place: thrownAt(error, pattern) ?? { file }, reason: error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error) });
  }
  if (typeof sample !== 'object' || sample === null || Object.keys(sample).length === 0) {
    return failed({ code: 'helpers-failed', place: { file }, reason: `it gives ${sample === null ? 'null' : typeof sample === 'object' ? 'no functions' : `a ${typeof sample}`}` });
  }
  const factory: HelperFactory = (context) => {
    const exports = defaultOf(loaded.fresh());
    return typeof exports === 'function' ? (exports as HelperFactory)(context) : (exports as Readonly<Record<string, unknown>>);
  };
  return done({ factory, names: Object.keys(sample), modules: outside(pattern, loaded.files), digest: digestOfModules(loaded.files, reader), unseen: () => loaded.unseen, isCurrent: () => loaded.isCurrent() });
}

/** What an ES module exports by default; else all that a module exports. */
const defaultOf = (exports: unknown): unknown => (typeof exports === 'object' && exports !== null && 'default' in exports ? exports.default : exports);

const outside = ({ folder }: Pattern, files: readonly string[]) => files.filter((each) => !each.startsWith(folder.path + sep));

const digestOfModules = (files: readonly string[], reader: Reader): Digest => digestOf([...files].sort(byCodeUnit).map((each) => `${basename(each)} ${reader.digest(each)}`).join('\n'));

interface Makers extends Pick<LoadedPattern, 'modules' | 'unseen' | 'isCurrent'> {
  readonly byPath: ReadonlyMap<string, MakerModule>;
}

/** Loads the modules of output rules, each once, and tells of all that cannot be loaded. */
function loadMakers(pattern: Pattern, machine: Machine, reader: Reader): Outcome<Makers> {
  const paths = [...new Set(pattern.outputs.flatMap((output) => (output.kind === 'module' ? [output.module] : [])))];
  const loaded = collect(paths.map((path) => loadMaker(pattern, path, machine, reader)));
  if (!loaded.ok) return loaded;
  return done({ byPath: new Map(loaded.value.map((each) => [each.path, each])), modules: loaded.value.flatMap(({ files }) => outside(pattern, files)), unseen: () => loaded.value.flatMap((each) => each.unseen()), isCurrent: () => loaded.value.every((each) => each.isCurrent()) });
}

function loadMaker(pattern: Pattern, path: string, machine: Machine, reader: Reader): Outcome<MakerModule & { readonly path: string; readonly files: readonly string[] } & Pick<LoadedPattern, 'unseen' | 'isCurrent'>> {
  const broken = (reason: string, place: Place = { file: pattern.folder.files.get(path)?.shown ?? path }) => failed({ code: 'module-failed', place, reason });
  try {
    const module = machine.loadModule(join(pattern.folder.path, path));
    const { exports, files } = module;
    const chosen = defaultOf(exports);
    if (typeof chosen !== 'function') return broken(`it exports ${chosen === null ? 'null' : `a value of type ${typeof chosen}`}`);
    return done({ path, files, digest: digestOfModules(files, reader), make: () => defaultOf(module.fresh()) as ReturnType<MakerModule['make']>, unseen: () => module.unseen, isCurrent: () => module.isCurrent() });
  } catch (error) {
    return broken(error instanceof Error ? `${error.name}: ${error.message.split('\n')[0] ?? ''}` : String(error), thrownAt(error, pattern));
  }
}

/**
 * The line of the pattern's folder that an error came from, as its stack tells. Only of modules that run as they are written:
 * TypeScript and ES modules are compiled first, and the lines of what comes out are others.
 */
function thrownAt(error: unknown, { folder }: Pattern): Place | undefined {
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : '';
  const found = [...folder.files.values()].flatMap(({ path, shown, text }) => {
    const named = `${join(folder.path, path)}:`;
    const at = stack.indexOf(named);
    const line = at === -1 || !/\.c?js$/.test(path) || /^\s*(?:import|export)\b/m.test(text) ? undefined : /^\d+/.exec(stack.slice(at + named.length))?.[0];
    return line === undefined ? [] : [{ at, place: { file: shown, line: Number(line) } }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.place;
}

/** Any property of it is a function that may not be called yet. */
const EMPTY_CONTEXT: object = new Proxy(
  {},
  {
    get: (_, name) => () => {
      // A table is declared while the module loads; nobody asks for it yet.
      if (name === 'table') return () => undefined;
      throw new Error(`conductor.${String(name)} is for use inside helper functions, not while the module loads`);
    },
  },
);
