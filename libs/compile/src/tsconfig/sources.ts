import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { DirectoryEntry, Disk } from '@nx-conductor/core';
import { enter, finished, meansFile, namesOf, parseGlob, start, type Glob, type Progress } from './globs';
import type { Tsconfig } from './tsconfig';

/** What decides which files of a folder are sources. */
export interface SourceRules {
  readonly tsconfig: Tsconfig;
  /** JavaScript too. */
  readonly allowJs: boolean;
  /** `.json` files too, where a glob that ends in `.json` means them. */
  readonly json: boolean;
  /** Absolute folders that hold outputs: passed over unless the tsconfig has an `exclude` of its own. */
  readonly outputs: readonly string[];
  /** A folder whose content is known without looking, with the absolute paths of all files in it that count. */
  readonly known?: { readonly folder: string; readonly files: readonly string[] } | undefined;
}

/** The sources of a project. Absolute paths, in code-unit order. */
export interface Sources {
  /** What is emitted. */
  readonly emitted: readonly string[];
  /** Declaration files: only checked. */
  readonly declarations: readonly string[];
  /** Folders in which sources may lie: whatever comes to them may be one. */
  readonly folders: readonly string[];
}

const DECLARATION = /\.d\.([cm]?ts|[^./\\]+\.ts)$/;

/** Extensions that stand for one module, the one that wins first. */
const FAMILIES = [
  ['.ts', '.tsx', '.d.ts', '.js', '.jsx'],
  ['.cts', '.d.cts', '.cjs'],
  ['.mts', '.d.mts', '.mjs'],
];

/**
 * Finds the sources that a tsconfig means, as TypeScript does: `files`, and what `include` means and `exclude` does not;
 * of files that stand for one module, only the first. Throws `DiskError`.
 */
export function findSources(disk: Disk, rules: SourceRules): Sources {
  const { tsconfig } = rules;
  const folder = dirname(tsconfig.path);
  const excluded = (tsconfig.exclude ?? rules.outputs).flatMap((text) => parseGlob(text, folder, 'exclude') ?? []);
  const include = tsconfig.include ?? (tsconfig.files === undefined ? ['**/*'] : []);
  const included = include.flatMap((text) => parseGlob(text, folder, 'include') ?? []);
  const named = (tsconfig.files ?? []).map((path) => resolve(folder, path));
  const walked: string[] = [];
  const seen = new Set<string>();
  const list = listing(disk, rules.known);
  for (const base of outermost(included.map((glob) => glob.base))) walk(disk, base, included, excluded, { ...rules, list, seen, add: (path) => walked.push(path) });
  const files = withoutShadowed(named.length === 0 ? walked : [...new Set([...walked, ...named])], new Set(named));
  const [emitted, declarations]: [string[], string[]] = [[], []];
  // By code unit: the order of `sort` without a comparison.
  for (const path of [...files].sort()) (path.includes('.d.') && DECLARATION.test(path) ? declarations : emitted).push(path);
  return { emitted, declarations, folders: [...seen] };
}

/** What a tsconfig includes and excludes as globs of any task runner: absolute, folders with all in them. */
export function globsOf({ path, files, include, exclude }: Tsconfig, outputs: readonly string[]): { readonly include: readonly string[]; readonly exclude: readonly string[] } {
  const folder = dirname(path);
  const whole = (text: string) => (/[.*?][^/]*$/.test(text) ? resolve(folder, text) : join(resolve(folder, text), '**', '*'));
  return {
    include: [...(files ?? []).map((each) => resolve(folder, each)), ...(include ?? (files === undefined ? ['**/*'] : [])).map(whole)],
    exclude: [...(exclude ?? []).flatMap((text) => [resolve(folder, text), join(resolve(folder, text), '**', '*')]), ...outputs.map((each) => join(each, '**', '*'))],
  };
}

/** `seen` are the real folders that were walked: whatever links lead to it, each is walked once, as TypeScript does. */
type Walk = SourceRules & { readonly list: (folder: string) => Entries; readonly seen: Set<string>; readonly add: (path: string) => unknown };

function walk(disk: Disk, base: string, included: readonly Glob[], excluded: readonly Glob[], rules: Walk): void {
  if (isExcluded(excluded, base)) return;
  const names = namesOf(base);
  const along = (globs: readonly Glob[]): Pairs => globs.map((glob) => [glob, names.reduce((progress, name) => enter(glob, progress, name), start(glob))] as const).filter(([, progress]) => progress.length > 0);
  walkFolder(disk, { path: base, real: disk.realPath(base) ?? base }, along(included), along(excluded), rules);
}

/** Globs with how far the folder has come along each; those that mean nothing below are left out. */
type Pairs = readonly (readonly [glob: Glob, progress: Progress])[];

const entered = (all: Pairs, name: string): Pairs => all.flatMap(([glob, progress]) => {
  const next = enter(glob, progress, name);
  return next.length === 0 ? [] : [[glob, next] as const];
});

function walkFolder(disk: Disk, folder: { readonly path: string; readonly real: string }, included: Pairs, excluded: Pairs, rules: Walk): void {
  if (rules.seen.has(folder.real)) return;
  rules.seen.add(folder.real);
  const below = folder.path === sep ? sep : folder.path + sep;
  for (const { name, kind } of rules.list(folder.path)) {
    const path = below + name;
    const target = kind === 'symlink' ? disk.realPath(path) : undefined;
    if (kind === 'other' || (kind === 'symlink' && target === undefined)) continue;
    const isFolder = target === undefined ? kind === 'directory' : disk.stat(target)?.kind === 'directory';
    // Most entries are files, and nothing that is excluded begins in most folders: each is asked what decides soonest.
    if (!isFolder && !(isSource(name, rules) && isMeant(included, name))) continue;
    const outside = excluded.length === 0 ? excluded : entered(excluded, name);
    if (outside.some(([glob, progress]) => finished(glob, progress))) continue;
    if (!isFolder) {
      rules.add(path);
      continue;
    }
    const inside = entered(included, name);
    const real = target ?? join(folder.real, name);
    if (inside.length > 0) walkFolder(disk, { path, real }, inside, outside, rules);
  }
}

function isMeant(included: Pairs, file: string): boolean {
  for (const [glob, progress] of included) if (meansFile(glob, progress, file) && (!file.endsWith('.json') || endsInJson(glob))) return true;
  return false;
}

type Entries = readonly DirectoryEntry[];

/** Lists folders of the disk; the known one and those in it from what is known. */
function listing(disk: Disk, known: SourceRules['known']): (folder: string) => Entries {
  if (known === undefined) return (folder) => disk.list(folder) ?? [];
  const folders = new Map<string, DirectoryEntry[]>([[known.folder, []]]);
  const inFolder = (path: string): DirectoryEntry[] => {
    const made = folders.get(path);
    if (made) return made;
    const entries: DirectoryEntry[] = [];
    folders.set(path, entries);
    inFolder(dirname(path)).push({ name: basename(path), kind: 'directory' });
    return entries;
  };
  for (const path of known.files) inFolder(dirname(path)).push({ name: basename(path), kind: 'file' });
  return (folder) => folders.get(folder) ?? (`${folder}${sep}`.startsWith(`${known.folder}${sep}`) ? [] : (disk.list(folder) ?? []));
}

function isExcluded(excluded: readonly Glob[], path: string): boolean {
  const names = namesOf(path);
  return excluded.some((glob) => {
    let progress = start(glob);
    return names.some((name) => finished(glob, (progress = enter(glob, progress, name))));
  });
}

function isSource(path: string, { allowJs, json }: SourceRules): boolean {
  return path.endsWith('.ts') || /\.[cm]ts$|\.tsx$/.test(path) || (allowJs && /\.[cm]?js$|\.jsx$/.test(path)) || (json && path.endsWith('.json'));
}

const endsInJson = ({ steps }: Glob): boolean => {
  const last = steps.at(-1);
  return last !== undefined && last !== '**' && ('name' in last ? last.name.endsWith('.json') : last.file.source.endsWith('\\.json$'));
};

/** Of files that stand for one module only the first stays. `a.d.mts` counts as what its name ends in, and `a.js` stays beside `a.d.ts`: so it is in TypeScript. */
function withoutShadowed(files: readonly string[], named: ReadonlySet<string>): readonly string[] {
  // Nothing wins over these, and most files are such.
  const isFirst = (path: string): boolean => path.endsWith('.ts') && !path.endsWith('.d.ts');
  if (files.every(isFirst)) return files;
  const all = new Set(files);
  return files.filter((path) => {
    if (named.has(path) || isFirst(path)) return true;
    const extension = /(\.d\.ts|\.[cm]?[jt]sx?)$/.exec(path)?.[0] ?? '';
    const family = FAMILIES.find((each) => each.includes(extension)) ?? [];
    const stem = path.slice(0, -extension.length);
    const better = family.slice(0, Math.max(0, family.indexOf(extension))).filter((each) => !(each === '.d.ts' && extension.startsWith('.j')));
    return !better.some((each) => all.has(stem + each));
  });
}

/** Folders that lie in none of the others. */
function outermost(folders: readonly string[]): string[] {
  const distinct = [...new Set(folders)];
  return distinct.filter((folder) => !distinct.some((other) => other !== folder && !relative(other, folder).startsWith('..') && relative(other, folder) !== ''));
}
