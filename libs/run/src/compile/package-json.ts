import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import { done, failed, isObject, parseJsonFile, utf8Of, type Disk, type JsonObject, type Outcome } from '@nx-conductor/core';
import type { EmitOptions } from '@nx-conductor/compile';
import type { Project } from '../project/project';
import type { CompileOptions } from './options';

/**
 * The text of the package.json that lies beside the outputs: the project's own, with what leads to the outputs where it
 * says nothing itself (`main`, `types`, `type`, `exports`). Dependencies stay as they are.
 */
export function packageJsonText(disk: Disk, project: Project, options: CompileOptions, emit: EmitOptions): Outcome<string> {
  // With a star it is a pattern of "exports".
  const entries = [options.main ?? [], options.additionalEntryPoints ?? []].flat().filter((source) => !source.includes('*'));
  const missing = entries.map((source) => resolve(options.from, source)).find((source) => disk.stat(disk.realPath(source) ?? source)?.kind !== 'file');
  if (missing !== undefined) return failed({ code: 'missing-file', place: { file: project.shown(missing) }, wanted: 'an entry point of the package' });
  const path = join(project.root, 'package.json');
  const bytes = disk.read(path);
  const own = bytes ? parseJsonFile(utf8Of(bytes), project.shown(path)) : done<JsonObject>({ name: project.name, version: '0.0.1' });
  if (!own.ok) return own;
  const given: JsonObject = isObject(own.value) ? own.value : {};
  const entry = (source: string) => `./${outputOf(resolve(options.from, source), emit)}`;
  const types = (path: string) => path.replace(/\.([cm]?)jsx?$/, '.d.$1ts');
  const main = options.main === undefined ? undefined : entry(options.main);
  const made: Record<string, JsonObject[string]> = { ...given };
  const unlessSaid = (key: string, value: JsonObject[string]) => void (Object.hasOwn(made, key) || value === undefined || (made[key] = value));
  if (main !== undefined) {
    unlessSaid('type', emit.module === 'esm' ? 'module' : 'commonjs');
    unlessSaid('main', main);
    if (emit.module === 'esm') unlessSaid('module', main);
    if (emit.declaration) unlessSaid('types', types(main));
  }
  if (options.exportsField === true) {
    const exports: Record<string, JsonObject[string]> = isObject(given['exports']) ? { ...given['exports'] } : given['exports'] === undefined ? {} : { '.': given['exports'] };
    const offer = (name: string, path: string) => void (Object.hasOwn(exports, name) || (exports[name] = emit.declaration ? { types: types(path), default: path } : path));
    if (!Object.hasOwn(exports, './package.json')) exports['./package.json'] = './package.json';
    if (main !== undefined) offer('.', main);
    for (const source of options.additionalEntryPoints ?? []) offer(entryName(resolve(options.from, source), project.root), entry(source));
    made['exports'] = exports;
  }
  return done(`${JSON.stringify(made, null, 2)}\n`);
}

/** Path of the JavaScript that a source becomes, relative to the output folder, with `/`. */
function outputOf(source: string, emit: EmitOptions): string {
  const path = relative(emit.rootDir, source).replaceAll('\\', '/');
  return path.replace(/\.([cm]?)tsx?$/, '.$1js').replace(/\.jsx$/, '.js');
}

/** What importers write: the path in the package without `src/` and extension; of an index its folder. */
function entryName(source: string, root: string): string {
  const path = relative(root, source).replaceAll('\\', '/').replace(/^src\//, '');
  const folder = posix.dirname(path);
  const name = basename(path).replace(/\.[cm]?[jt]sx?$/, '');
  return name === 'index' ? (dirname(path) === '.' ? '.' : `./${folder}`) : `./${posix.join(folder, name)}`;
}
