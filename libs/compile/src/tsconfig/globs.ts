import { isAbsolute, join, normalize, sep } from 'node:path';

/**
 * `include` and `exclude` of a tsconfig, followed step by step from folder to folder, so that a tree is walked once and
 * no path is matched whole. What the wildcards mean is TypeScript's: `*` and `?` stay within a name, `**` stands for any
 * folders; in `include` a name that starts with a wildcard has no leading dot, no wildcard enters the folders of
 * packages, `*` passes over `.min.js`, and a last name without dot or wildcard is a folder with all that is in it.
 */
export interface Glob {
  readonly steps: readonly Step[];
  /** Folder in which every match lies. Absolute. */
  readonly base: string;
  readonly use: 'include' | 'exclude';
}

/** Any folders, one name, or names that match. */
type Step = typeof ANY_FOLDERS | { readonly name: string } | { readonly folder: RegExp; readonly file: Pick<RegExp, 'test' | 'source'> };

const ANY_FOLDERS = '**';

/** Folders of packages: only a written name leads into them. */
const PACKAGES: ReadonlySet<string> = new Set(['node_modules', 'bower_components', 'jspm_packages']);

/** How far a path has come along a glob: indexes of the steps that are next. Empty when it matches nothing below. */
export type Progress = readonly number[];

/** Understands a glob of a tsconfig, relative to a folder or absolute. Undefined for one that TypeScript passes over: `include` may not end in `**`. */
export function parseGlob(text: string, folder: string, use: Glob['use']): Glob | undefined {
  const names = namesOf(isAbsolute(text) ? normalize(text) : join(folder, text));
  const last = names.at(-1);
  if (last === ANY_FOLDERS && use === 'include') return undefined;
  // The folder, and so all in it.
  if (last === ANY_FOLDERS) names.pop();
  else if (use === 'include' && last !== undefined && !/[.*?]/.test(last)) names.push(ANY_FOLDERS, '*');
  const wild = names.findIndex((name) => /[*?]/.test(name));
  const own = names.slice(0, wild === -1 ? Math.max(0, names.length - 1) : wild);
  return { steps: names.map((name) => stepOf(name, use)), base: ROOT + own.join(sep), use };
}

/** What an absolute path begins with before its names; on Windows the first of them is the drive. */
const ROOT = sep === '/' ? '/' : '';

/** The names of an absolute path. */
export const namesOf = (path: string): string[] => path.split(/[\\/]/).filter((name) => name !== '');

/** At the root of the file system. */
export const start = (glob: Glob): Progress => withAnyFolders(glob, [0]);

/** Goes on into a folder. */
export function enter(glob: Glob, progress: Progress, folder: string): Progress {
  const next: number[] = [];
  for (const at of progress) {
    const step = glob.steps[at];
    if (step === ANY_FOLDERS) {
      if (glob.use === 'exclude' || !(folder.startsWith('.') || PACKAGES.has(folder))) next.push(at);
    } else if (step !== undefined && accepts(step, folder, 'folder', glob.use)) next.push(at + 1);
  }
  return withAnyFolders(glob, next);
}

/** True when the whole glob is behind: for `exclude`, everything here is meant. */
export const finished = (glob: Glob, progress: Progress): boolean => progress.includes(glob.steps.length);

/** True for a file that the glob means. */
export function meansFile(glob: Glob, progress: Progress, file: string): boolean {
  const last = glob.steps.length - 1;
  const step = glob.steps[last];
  return progress.includes(last) && step !== undefined && step !== ANY_FOLDERS && accepts(step, file, 'file', glob.use);
}

function accepts(step: Exclude<Step, typeof ANY_FOLDERS>, name: string, kind: 'folder' | 'file', use: Glob['use']): boolean {
  if ('name' in step) return step.name === name;
  return step[kind].test(name) && !(use === 'include' && PACKAGES.has(name));
}

/** `**` may stand for no folder at all. */
function withAnyFolders(glob: Glob, progress: Progress): Progress {
  const all = new Set(progress);
  for (const at of all) if (glob.steps[at] === ANY_FOLDERS) all.add(at + 1);
  return [...all];
}

function stepOf(name: string, use: Glob['use']): Step {
  if (name === ANY_FOLDERS) return ANY_FOLDERS;
  if (!/[*?]/.test(name)) return { name };
  const source = (star: string) => name.replace(/[^*?]+|\*|\?/g, (part) => (part === '*' ? star : part === '?' ? '.' : part.replace(/[\\^$.+()[\]{}|]/g, '\\$&')));
  const noDot = use === 'include' && /^[*?]/.test(name) ? '(?!\\.)' : '';
  const whole = (star: string) => new RegExp(`^${noDot}${source(star)}$`, 's');
  // What nearly every `include` ends in, asked of every file: the same as the pattern says, without one.
  if (name === '*' && use === 'include') return { folder: whole('.*'), file: { test: (file) => !file.startsWith('.') && !file.endsWith('.min.js'), source: '*' } };
  return { folder: whole('.*'), file: whole(use === 'include' ? '(?:[^.]|\\.(?!min\\.js$))*' : '.*') };
}
