import { dirname, join, resolve, sep } from 'node:path';
import { done, failed, type Failure, type Outcome, type Place } from '@nx-conductor/core';
import { findSources, placeOfOption, readTsconfig, resolveEmitOptions, type CompileRequest, type Fallback, type MadeText, type OptionIssue, type ResolvedOptions, type Sources, type Tsconfig } from '@nx-conductor/compile';
import { readManifest } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import { settleOptimizations } from '../config/optimizations';
import { CONFIG_FILE } from '../config/read';
import type { Edition, Machine } from '../host';
import { readObject, type Project } from '../project/project';
import { findAssets } from './assets';
import { codegenConfig } from './codegen-config';
import { noSources } from './failures';
import { madeNone } from './made-none';
import { namesFrom, pathsIn } from './names';
import type { CompileOptions } from './options';
import { packageJsonText } from './package-json';
import type { Places } from './places';
import { tsconfigOf } from './tsconfig-path';
import { findTypeScript } from './typescript';

/** What a compile is asked to do, with what it was found out from. */
export interface Prepared {
  readonly request: CompileRequest;
  /** Options that are not done as they say. */
  readonly warnings: readonly Failure[];
  readonly places: Places;
}

/** The manifest of the outputs, in their folder. */
export const OUTPUT_MANIFEST = '.conductor-compile';

/**
 * Finds out what is to be compiled, how, and where to: from the options, conductor.json, the tsconfig, the manifest. `located`
 * is told where the manifest of the outputs lies, and how many threads may work, before the sources are looked for, which
 * takes longest. Throws `DiskError`.
 */
export async function prepareCompile(machine: Machine, edition: Edition, project: Project, options: CompileOptions, located: (manifest: string, parallel: () => number) => void): Promise<Outcome<Prepared>> {
  const { disk } = machine;
  const readOnly = options.check || options.dryRun;
  const config = codegenConfig(machine, edition, project, readOnly);
  if (config !== undefined && !config.ok) return config;
  const path = tsconfigOf(disk, project, { asked: options.tsConfig, from: options.from, config: config?.value });
  const read = readTsconfig(machine, path, project.shown);
  if (!read.ok) return read;
  const { tsconfig, files } = read.value;
  const place = (option: string) => placeOfOption(disk, files, option, project.shown);

  const output = options.outputPath === undefined ? config?.value.compile?.output : undefined;
  const packageJson = nearestPackage(machine, project);
  const resolved = resolveEmitOptions(tsconfig, {
    outDir: options.outputPath === undefined ? (output === undefined ? undefined : resolve(project.root, output)) : resolve(options.from, options.outputPath),
    rootDir: options.rootDir === undefined ? undefined : resolve(options.from, options.rootDir),
    defaultOutDir: join(project.root, 'dist'),
    packageType: packageJson.type,
  });
  if (resolved.refused.length > 0) return failed(...resolved.refused.map((issue) => asFailure(issue, place)));
  const { options: emit } = resolved;
  const optimizations = settleOptimizations(options, config?.value.optimizations ?? {}, machine.processors);
  const manifest = join(emit.outDir, OUTPUT_MANIFEST);
  located(manifest, () => optimizations.parallel);
  const sources = sourcesOf(machine, project, config?.value, read.value.tsconfig, resolved);
  const isNone = sources.emitted.length === 0 && !(config !== undefined && madeNone(disk, project));
  const wrong = isNone ? noSources(project, path) : faultOf(project, sources, resolved, place);
  if (wrong) return failed(wrong);

  const copies = await findAssets(machine, project, options.assets ?? [], options.from);
  if (!copies.ok) return copies;
  const texts: MadeText[] = [];
  if (options.packageJson ?? options.main !== undefined) {
    const text = packageJsonText(disk, project, options, emit);
    if (!text.ok) return text;
    texts.push({ to: 'package.json', text: text.value });
  }
  const fallback = fallbackOf(machine, project, options.fallback ?? config?.value.compile?.fallback, files, sources.declarations);
  if (!fallback.ok) return fallback;
  return done({
    request: {
      root: project.root,
      tsConfig: path,
      sources: namesFrom(project.root, sources.emitted),
      copies: copies.value,
      texts,
      options: emit,
      fallback: fallback.value,
      manifest,
      mode: readOnly ? 'plan' : 'write',
      force: options.force || !optimizations.incremental || !optimizations.cache,
      // Asked late: to count the processors a module of Node's is loaded.
      get parallel() {
        return optimizations.parallel;
      },
      build: edition.build,
    },
    warnings: resolved.overruled.map((issue) => asFailure(issue, place)),
    places: {
      files: [...files, ...packageJson.files, ...copies.value.map((copy) => copy.from), join(project.root, CONFIG_FILE), ...(config === undefined ? [] : [project.manifest])],
      folders: sources.folders,
      outputs: [emit.outDir, emit.declarationDir],
    },
  });
}

function fallbackOf(machine: Machine, project: Project, asked: CompileOptions['fallback'], configs: readonly string[], declarations: readonly string[]): Outcome<Fallback | undefined> {
  if (asked !== 'tsc') return done(undefined);
  const compiler = findTypeScript(machine, project);
  return compiler.ok ? done({ compiler: compiler.value, configs, declarations }) : compiler;
}

/** What the manifest knows of the output folder of generate is not looked up on the disk. */
function sourcesOf(machine: Machine, project: Project, config: Config | undefined, tsconfig: Tsconfig, { options, allowJs, resolveJsonModule }: ResolvedOptions): Sources {
  const found = config === undefined ? undefined : readManifest(machine.disk, project.manifest);
  const known = found?.state === 'sound' ? { folder: join(project.root, (config as Config).output), files: pathsIn(project.root, found.manifest.artifacts.map(({ path }) => path)) } : undefined;
  const sources = findSources(machine.disk, { tsconfig, allowJs, json: resolveJsonModule, outputs: [options.outDir, options.declarationDir], known });
  // An `exclude` that forgets the output folder: outputs are no sources.
  const apart = [...new Set([options.outDir, options.declarationDir])].map(insideOf).filter((isInside) => !isInside(options.rootDir));
  const isOutput = (path: string) => apart.some((isInside) => isInside(path));
  const [emitted, declarations] = [sources.emitted, sources.declarations].map((paths) => paths.filter((path) => !isOutput(path))) as [string[], string[]];
  return { ...sources, emitted, declarations };
}

function faultOf(project: Project, { emitted }: Sources, { options: { rootDir }, jsxGiven }: ResolvedOptions, place: (option: string) => Place): Failure | undefined {
  const isInside = insideOf(rootDir);
  // In their order, whatever lies between two that are inside is inside.
  const outside = [emitted[0], emitted.at(-1)].every((path) => path !== undefined && isInside(path)) ? undefined : emitted.find((path) => !isInside(path));
  if (outside !== undefined) return { code: 'invalid-value', place: place('rootDir'), what: '"rootDir"', expected: `a folder that holds every source, also ${project.shown(outside)} (TS6059)`, received: project.shown(rootDir) };
  const unset = !jsxGiven ? emitted.find((path) => path.endsWith('sx') && /\.[jt]sx$/.test(path)) : undefined;
  return unset === undefined ? undefined : { code: 'invalid-value', place: place('jsx'), what: '"jsx"', expected: `a value, because of ${project.shown(unset)} (TS17004)`, received: 'nothing' };
}

const asFailure = ({ option, value, reason, hint }: OptionIssue, place: (option: string) => Place): Failure => ({ code: 'unsupported-option', place: place(option), option, value, reason, hint });

/** Tells what lies in a folder, or is it. */
function insideOf(folder: string): (path: string) => boolean {
  const below = folder.endsWith(sep) ? folder : folder + sep;
  return (path) => path.startsWith(below) || path === folder;
}

/** What the nearest package.json at or above the project says that its `.js` files are. */
function nearestPackage({ disk }: Machine, project: Project): { readonly type: 'module' | 'commonjs'; readonly files: readonly string[] } {
  for (let folder = project.root; ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (disk.stat(path)) return { type: readObject(disk, path)['type'] === 'module' ? 'module' : 'commonjs', files: [path] };
    if (folder === project.workspace || dirname(folder) === folder) return { type: 'commonjs', files: [] };
  }
}
