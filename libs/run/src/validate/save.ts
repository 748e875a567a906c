import { sep } from 'node:path';
import { sealLightly, type Disk } from '@nx-conductor/core';
import { saveIndex } from '@nx-conductor/outputs';
import { digestFact, type Reader } from '../generate/reader';
import type { Edition } from '../host';
import type { Project } from '../project/project';
import type { LastRun } from './recollection';
import { joinVerdicts, saveVerdicts, type KnownVerdicts, type ShownVerdict } from './verdict-file';

/** Leaves the verdicts of a watch for the next process: those that are of use now, and some of earlier ones. */
export function saveKnown(disk: Disk, project: Project, { ground, judged, known }: LastRun, index: LastRun['index']): void {
  const now = new Map<string, ShownVerdict>();
  for (const { key } of judged.values()) {
    const verdict = known.get(key);
    if (verdict) now.set(key, verdict);
  }
  const verdicts = joinVerdicts(known, now);
  for (const key of known.keys()) if (!verdicts.has(key)) known.delete(key);
  saveRun(disk, project, { ground, files: judged, verdicts }, index);
}

/** What a run that began at some time has seen of files. */
export function looksOf({ build }: Edition, begunAt: number, reader: Reader): LastRun['index'] {
  return { savedAt: begunAt, begunAt, build, surroundings: '', files: new Map(), sources: new Map(reader.seen()) };
}

/** Leaves verdicts and what was seen of files for the next run: of the files that have verdicts beside these, so that one file says whether anything changed of them. */
export function saveRun(disk: Disk, project: Project, known: KnownVerdicts, index: LastRun['index']): void {
  const place = (path: string): string => digestFact(project.root + sep + (sep === '/' ? path : path.replaceAll('/', sep)));
  saveVerdicts(disk, project.verdicts, known, index.begunAt, (path) => index.sources.get(place(path)));
  const others = new Map(index.sources);
  for (const path of known.files.keys()) others.delete(place(path));
  saveIndex(disk, project.judged, { ...index, sources: others }, sealLightly);
}
