import type { Disk, FileStat } from '@nx-conductor/core';
import { digestAt, sameStat, type Known } from './known';
import { importKeys, specifiersIn } from './imports';
import { pathOf } from './paths';
import type { TypecheckRequest } from './request';
import { shapeOf, shortDigest, textOf, type Shape } from './shape';

/** A source whose content is not the one that was checked. */
export interface ChangedSource {
  readonly row: number;
  readonly stat: FileStat;
  /** Of the content. */
  readonly digest: Uint8Array;
  /** Absent for UTF-16. */
  readonly text: string | undefined;
  readonly shape: Shape;
  readonly specifiers: readonly string[];
  /** Keys of its imports. */
  readonly imports: readonly number[];
}

/** What became of the files of a program since they were checked. */
export interface Changes {
  /** Sources with another content. */
  readonly changed: readonly ChangedSource[];
  /** Rows of sources with the content that was checked and another stat. */
  readonly touched: ReadonlyMap<number, FileStat>;
  /** Rows of files that are not there any more. */
  readonly gone: readonly number[];
  /** Rows of declaration files with another stat. */
  readonly declarations: readonly number[];
}

/** Looks at every file of a program: one `stat` each, and a read of those that do not have the stat that they had. */
export async function changesSince(known: Known, { root, platform }: Pick<TypecheckRequest, 'root' | 'platform'>, disk: Disk): Promise<Changes> {
  const changed: Promise<ChangedSource>[] = [];
  const touched = new Map<number, FileStat>();
  const gone: number[] = [];
  const declarations: number[] = [];
  for (const [row, name] of known.names.entries()) {
    const path = pathOf(root, name);
    const stat = disk.stat(path);
    if (sameStat(known.stats, row, stat)) continue;
    if (row >= known.sources) {
      declarations.push(row);
      continue;
    }
    const content = stat && disk.read(path);
    if (!stat || !content) gone.push(row);
    else {
      const digest = shortDigest(content);
      if (equal(digest, digestAt(known.contents, row))) touched.set(row, stat);
      else changed.push(changedSource(row, path, stat, content, digest, platform));
    }
  }
  return { changed: await Promise.all(changed), touched, gone, declarations };
}

async function changedSource(row: number, path: string, stat: FileStat, content: Uint8Array, digest: Uint8Array, platform: string | undefined): Promise<ChangedSource> {
  const text = textOf(content);
  const specifiers = specifiersIn(text);
  return { row, stat, digest, text, shape: await shapeOf(path, content, platform), specifiers, imports: importKeys(text, specifiers) };
}

/** Two columns' entries are the same bytes. */
export const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
