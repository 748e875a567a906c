import { posix } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import { absolutePath, outputsOf, within, type Layout } from '../layout/layout';
import { entryOutputs, kindOf } from '../records/entries';
import type { Fault } from './engine';
import { escaped, spanOf } from './span';

/** Tells whether a file, relative to the root, lies among the sources and has no place among the outputs. */
export type LeftOut = (path: string) => boolean;

/** Looks at the entries and the disk only for paths that it is asked about: most sources import no data. */
export function leftOutOf(disk: Disk, root: string, names: readonly string[], layout: Layout): LeftOut {
  let entries: ReadonlySet<string> | undefined;
  let copied: ReadonlySet<string | undefined> | undefined;
  return (path) => {
    const output = outputsOf(path, layout)?.[0];
    if (output === undefined) return false;
    entries ??= new Set(names);
    copied ??= new Set(names.filter((name) => kindOf(name) !== 'source').map((name) => entryOutputs(name, layout)?.[0]));
    return !entries.has(path) && !copied.has(output) && output !== within('', path) && disk.stat(absolutePath(root, path))?.kind === 'file';
  };
}

/** A relative import of a JSON file in emitted code, in the forms that compilers give it. */
const DATA = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*(["'])(\.{1,2}\/[^"'\n]+\.json)\1/g;

/**
 * Imports of JSON files that no `include` selects: TypeScript follows imports and would copy them; here they would be
 * missing when the program runs.
 */
export function dataLeftOut(source: string, text: string, code: string, isLeftOut: LeftOut): Fault[] {
  if (!code.includes('.json')) return [];
  const missing = [...code.matchAll(DATA)].map(([, , path]) => path as string).filter((path) => isLeftOut(posix.join(posix.dirname(source), path)));
  return [...new Set(missing)].map((path) => ({
    code: 'not-selected',
    message: `${path} is imported, but the tsconfig does not select it: it would be missing among the outputs`,
    hint: 'add JSON files to "include", such as "src/**/*.json", or make it an asset',
    ...spanOf(text, new RegExp(`(["'])${escaped(path)}\\1`)),
    mendable: false,
  }));
}
