import { posix } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';
import type { LooseEnd } from './known';
import { pathOf } from './paths';

/**
 * The imports that lead to no file of a program: a file that comes later may be what they name, although nothing that
 * was read has changed then. Paths are compared without their endings; where TypeScript looks for names of packages
 * is told by `surroundings.ts`, so those count only while TypeScript finds fault with them.
 *
 * `specifiers` has the sources in question with all that they import, `names` the files of the program.
 */
export function looseEndsOf(specifiers: ReadonlyMap<string, readonly string[]>, names: readonly string[], findings: readonly Finding[], root: string, disk: Disk): LooseEnd[] {
  const inProgram = new Set(names);
  const loose: LooseEnd[] = [];
  for (const [source, texts] of specifiers) {
    const paths = texts.filter((text) => text.startsWith('.')).map((text) => posix.join(posix.dirname(source), text).replace(/\/$/, ''));
    for (const path of new Set(paths)) if (!placesOf(path).some((place) => inProgram.has(place))) loose.push({ source, path, seen: seenAt(path, root, disk) });
  }
  for (const source of new Set(findings.filter(({ code }) => NOT_FOUND.has(code)).map(({ file }) => file))) if (specifiers.has(source)) loose.push({ source });
  return loose;
}

/** Sources with a loose end that is not as it was, or of which that cannot be told. */
export function movedEnds(loose: readonly LooseEnd[], root: string, disk: Disk): Map<string, string> {
  const moved = new Map<string, string>();
  for (const { source, path, seen } of loose) {
    if (path === undefined) moved.set(source, 'imports what was not found, and may be now');
    else if (seenAt(path, root, disk) !== seen) moved.set(source, `imports ${path}, where files came or went`);
  }
  return moved;
}

/** A module cannot be found, or has no declarations. */
const NOT_FOUND = new Set(['TS2307', 'TS2792', 'TS7016', 'TS2732', 'TS2882', 'TS6263', 'TS6142', 'TS2834', 'TS2835']);

const ENDINGS = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.d.mts', '.d.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];

/** Where TypeScript may look for a path that an import names. */
function placesOf(path: string): string[] {
  const plain = stem(path);
  return [path, ...ENDINGS.map((ending) => path + ending), ...(plain === path ? [] : ENDINGS.map((ending) => plain + ending)), `${path}/package.json`, ...ENDINGS.map((ending) => `${path}/index${ending}`)];
}

const seenAt = (path: string, root: string, disk: Disk): string => placesOf(path).map((place) => disk.stat(pathOf(root, place))?.kind.charAt(0) ?? '-').join('');

const stem = (name: string): string => name.replace(/(?:\.d)?\.[mc]?[jt]sx?$/, '');
