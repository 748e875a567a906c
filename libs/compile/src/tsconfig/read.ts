import { dirname, isAbsolute, join } from 'node:path';
import { done, failed, isObject, parseJsonc, placeInJson, utf8Of, type Disk, type Json, type JsonObject, type Outcome, type Place } from '@nx-conductor/core';
import type { Tsconfig } from './tsconfig';

/** The machine as reading a tsconfig sees it. */
export interface TsconfigMachine {
  readonly disk: Disk;
  /** Absolute path of what `require` of a file would load, or undefined. */
  resolveModule(request: string, from: string): string | undefined;
}

/** A tsconfig as it was read. */
export interface ReadTsconfig {
  readonly tsconfig: Tsconfig;
  /** Every file that was read for it, the one that wins first. Absolute. */
  readonly files: readonly string[];
}

/** In place of the folder of the tsconfig that is asked for, also in one that it extends. */
const CONFIG_DIR = '${configDir}';

/** Options that are paths, relative to the file that they stand in. */
const PATHS = ['rootDir', 'outDir', 'declarationDir', 'baseUrl', 'outFile', 'tsBuildInfoFile'];
const LISTS = ['files', 'include', 'exclude'] as const;

/**
 * Reads a tsconfig and whatever it extends, and puts them into one: of each option the nearest wins, paths are made
 * absolute, and `null` takes an inherited option away. `shown` gives paths as people know them.
 */
export function readTsconfig(machine: TsconfigMachine, path: string, shown: (path: string) => string): Outcome<ReadTsconfig> {
  const files: string[] = [];
  const merged = readOne(machine, path, shown, files, []);
  if (!merged.ok) return merged;
  const folder = dirname(path);
  const configured = (text: string) => (text.startsWith(CONFIG_DIR) ? join(folder, text.slice(CONFIG_DIR.length)) : text);
  const { compilerOptions, ...lists } = merged.value;
  const options = Object.entries(compilerOptions).filter(([, value]) => value !== null).map(([name, value]) => [name, typeof value === 'string' && PATHS.includes(name) ? configured(value) : value] as const);
  return done({ tsconfig: { path, compilerOptions: Object.fromEntries(options), ...Object.fromEntries(LISTS.map((list) => [list, lists[list]?.map(configured)])) }, files });
}

/** Where an option stands: in the first of the files that has it. Reads them again, so only for messages. */
export function placeOfOption(disk: Disk, files: readonly string[], option: string, shown: (path: string) => string): Place {
  for (const path of files) {
    const text = textOf(disk, path) ?? '';
    const parsed = parseJsonc(text, path);
    const options = parsed.ok && isObject(parsed.value) ? parsed.value['compilerOptions'] : undefined;
    if (isObject(options) && Object.hasOwn(options, option)) return placeInJson(text, shown(path), ['compilerOptions'], option);
  }
  return { file: shown(files[0] ?? '') };
}

/** A tsconfig with what it extends: paths are absolute or begin with {@link CONFIG_DIR}. */
interface Merged {
  readonly compilerOptions: JsonObject;
  readonly files?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

function readOne(machine: TsconfigMachine, path: string, shown: (path: string) => string, files: string[], above: readonly string[]): Outcome<Merged> {
  const text = textOf(machine.disk, path);
  if (text === undefined) return failed({ code: 'missing-file', place: { file: shown(path) }, wanted: 'the tsconfig' });
  files.push(path);
  const file = shown(path);
  // An empty file is a tsconfig with nothing in it to TypeScript.
  const parsed = parseJsonc(text.trim() === '' ? '{}' : text, file);
  if (!parsed.ok) return parsed;
  const wrong = (keys: readonly string[], what: string, expected: string, received: Json | undefined) =>
    failed({ code: 'invalid-value', place: placeInJson(text, file, keys), what, expected, received: JSON.stringify(received) ?? 'nothing' });
  if (!isObject(parsed.value)) return wrong([], 'the file', 'an object', parsed.value);
  const own = parsed.value;
  const compilerOptions = own['compilerOptions'] ?? {};
  if (!isObject(compilerOptions)) return wrong(['compilerOptions'], '"compilerOptions"', 'an object', compilerOptions);
  const folder = dirname(path);
  const here = (value: string) => (isAbsolute(value) || value.startsWith(CONFIG_DIR) ? value : join(folder, value));
  const lists: Partial<Record<(typeof LISTS)[number], readonly string[]>> = {};
  for (const list of LISTS) {
    const value = own[list];
    if (value === undefined) continue;
    if (!isTexts(value)) return wrong([list], `"${list}"`, 'a list of strings', value);
    lists[list] = value.map(here);
  }
  const extended = typeof own['extends'] === 'string' ? [own['extends']] : (own['extends'] ?? []);
  if (!isTexts(extended)) return wrong(['extends'], '"extends"', 'a string or a list of strings', extended);
  let merged: Merged = { compilerOptions: Object.fromEntries(Object.entries(compilerOptions).map(([name, value]) => [name, typeof value === 'string' && PATHS.includes(name) ? here(value) : value])), ...lists };
  // The later of them wins, so it comes first here.
  for (const request of [...extended].reverse()) {
    const found = findExtended(machine, request, path);
    if (found === undefined) return failed({ code: 'missing-file', place: placeInJson(text, file, ['extends']), wanted: `the tsconfig ${JSON.stringify(request)} that this one extends` });
    if ([...above, path].includes(found)) return wrong(['extends'], '"extends"', 'a tsconfig that does not extend this one', request);
    const base = readOne(machine, found, shown, files, [...above, path]);
    if (!base.ok) return base;
    merged = { ...base.value, ...merged, compilerOptions: { ...base.value.compilerOptions, ...merged.compilerOptions } };
  }
  return done(merged);
}

/** A path as it is, with `.json`, or a folder with a tsconfig.json; a name is that of a file in a package. */
function findExtended({ disk, resolveModule }: TsconfigMachine, request: string, from: string): string | undefined {
  const isFile = (path: string) => disk.stat(disk.realPath(path) ?? path)?.kind === 'file';
  if (isAbsolute(request) || /^\.\.?(\/|$)/.test(request)) {
    const path = isAbsolute(request) ? request : join(dirname(from), request);
    return [path, `${path}.json`].find((each) => each.endsWith('.json') && isFile(each));
  }
  const isPackage = /^(@[^/]+\/)?[^/]+$/.test(request);
  const named = isPackage ? packageField(disk, resolveModule(`${request}/package.json`, from)) : undefined;
  if (named !== undefined) return named;
  const candidates = isPackage ? [`${request}/tsconfig.json`, request] : [request, `${request}.json`, `${request}/tsconfig.json`];
  return candidates.map((each) => resolveModule(each, from)).find((path) => path?.endsWith('.json'));
}

/** The `tsconfig` that a package.json names. */
function packageField(disk: Disk, description: string | undefined): string | undefined {
  const text = description === undefined ? undefined : textOf(disk, description);
  const parsed = text === undefined ? undefined : parseJsonc(text, description as string);
  const field = parsed?.ok && isObject(parsed.value) ? parsed.value['tsconfig'] : undefined;
  return typeof field === 'string' ? join(dirname(description as string), field) : undefined;
}

function textOf(disk: Disk, path: string): string | undefined {
  const bytes = disk.read(path);
  return bytes && utf8Of(bytes);
}

const isTexts = (value: Json | undefined): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');
