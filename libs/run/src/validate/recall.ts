import { sep } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import { wasSettled } from '@nx-conductor/outputs';
import { digestFact } from '../generate/reader';
import type { Project } from '../project/project';
import type { Ground } from './ground';
import { shownBelow, toldOf, type FileTold } from './tell-judged';
import { verdictOf, type ShownVerdict, type Stored } from './verdict-file';

/** What the last run told of the artifacts, in their order. */
export interface Recalled {
  readonly paths: readonly string[];
  readonly told: readonly FileTold[];
}

/**
 * What the last run told, while nothing that decides it has changed: for the price of a stat for each artifact, and of nothing
 * that only judging needs. Undefined when anything is not as it was, or may not be: then it is looked at one by one.
 */
export function recall(disk: Disk, project: Project, { stored, index, reader, text }: Ground): Recalled | undefined {
  if (stored.ground !== text || !isOfOneRun({ stored, index })) return undefined;
  // What was looked at anew has to be remembered.
  for (const [key, file] of reader.seen()) if (index.sources.get(key) !== file) return undefined;
  const root = project.root + sep;
  const shown = shownBelow(project);
  const verdicts: (ShownVerdict | undefined)[] = [];
  const paths: string[] = [];
  const told: FileTold[] = [];
  for (const [path, , at, kinds, size, mtimeMs, ctimeMs, inode] of stored.files) {
    if (kinds === null) continue;
    const stat = disk.stat(root + (sep === '/' ? path : path.replaceAll('/', sep)));
    if (stat?.kind !== 'file' || stat.size !== size || stat.mtimeMs !== mtimeMs || stat.ctimeMs !== ctimeMs || stat.inode !== inode || !wasSettled(stored.lookedAt, stat)) return undefined;
    const verdict = stored.verdicts[at];
    if (verdict === undefined) return undefined;
    paths.push(path);
    told.push(toldOf(shown, path, (verdicts[at] ??= verdictOf(verdict))));
  }
  return { paths, told };
}

/** Lets the reader of a ground know how the files looked whose verdicts are stored. */
export function rememberLooks(project: Project, { stored, index }: Pick<Ground, 'stored' | 'index'>): void {
  if (!isOfOneRun({ stored, index })) return;
  const root = project.root + sep;
  for (const [path, digest, , , size, mtimeMs, ctimeMs, inode] of stored.files) {
    if (size === undefined || mtimeMs === undefined || ctimeMs === undefined || inode === undefined) continue;
    index.sources.set(digestFact(root + (sep === '/' ? path : path.replaceAll('/', sep))), { size, mtimeMs, ctimeMs, inode, digest });
  }
}

/** Whether files and all else were looked at by the same run: they are remembered apart. */
const isOfOneRun = ({ stored, index }: { readonly stored: Stored; readonly index: Ground['index'] }): boolean => stored.lookedAt !== 0 && stored.lookedAt === index.begunAt;
