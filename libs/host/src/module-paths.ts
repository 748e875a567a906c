import * as fs from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** Endings that a path to a module may leave out, in the order in which they are tried: those of `require`, then those that an import may leave out. */
const ENDINGS = ['.js', '.json', '.node', '.mjs', '.ts', '.cts', '.mts'] as const;

/** True for what a module asks for by its path, and not by the name of a package. */
export function isPath(request: string): boolean {
  return /^\.{1,2}(?:[\\/]|$)/.test(request) || isAbsolute(request);
}

/**
 * The file that a path in a module leads to, found as `require` finds it (https://nodejs.org/api/modules.html#all-together):
 * the path itself, the path with an ending, the folder's `main` or `index`. Looked for anew each time: Node keeps what it
 * once found until the process ends, also when it is gone, or something else has come to be found first.
 */
export function fileOfPath(request: string, from: string): string | undefined {
  const path = resolve(dirname(from), request);
  // `./words/` is the folder, whatever file there is beside it.
  const isOfFolder = /(?:^|[\\/])\.{0,2}$/.test(request);
  return (isOfFolder ? undefined : (file(path) ?? withEnding(path))) ?? fileOfFolder(path);
}

function fileOfFolder(folder: string): string | undefined {
  if (!kindAt(folder)?.isDirectory()) return undefined;
  const main = mainOf(folder);
  const path = main === undefined ? undefined : resolve(folder, main);
  const found = path === undefined ? undefined : (file(path) ?? withEnding(path) ?? withEnding(join(path, 'index')));
  return found ?? withEnding(join(folder, 'index'));
}

function mainOf(folder: string): string | undefined {
  const path = file(join(folder, 'package.json'));
  const description: unknown = path === undefined ? undefined : JSON.parse(fs.readFileSync(path, 'utf8'));
  const main = typeof description === 'object' && description !== null && 'main' in description ? description.main : undefined;
  return typeof main === 'string' && main !== '' ? main : undefined;
}

function withEnding(path: string): string | undefined {
  for (const ending of ENDINGS) {
    const found = file(path + ending);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The real path of a file; undefined where there is none. */
function file(path: string): string | undefined {
  return kindAt(path)?.isFile() ? fs.realpathSync(path) : undefined;
}

function kindAt(path: string): fs.Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false });
  } catch {
    // To Node, what it cannot look at is not there.
    return undefined;
  }
}
