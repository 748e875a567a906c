import { sealLightly, type Disk } from '@nx-conductor/core';
import { saveIndex, type DiskIndex } from '@nx-conductor/outputs';
import type { Reader } from '../generate/reader';
import type { Edition } from '../host';
import type { Project } from '../project/project';
import type { LastRun } from './recollection';
import { joinVerdicts, saveVerdicts, type ShownVerdict } from './verdict-file';

/** Leaves the verdicts of a watch for the next process: those that are of use now, and some of earlier ones. */
export function saveKnown(disk: Disk, project: Project, { ground, judged, known }: LastRun): void {
  const now = new Map<string, ShownVerdict>();
  for (const { key } of judged.values()) {
    const verdict = known.get(key);
    if (verdict) now.set(key, verdict);
  }
  const verdicts = joinVerdicts(known, now);
  for (const key of known.keys()) if (!verdicts.has(key)) known.delete(key);
  saveVerdicts(disk, project.verdicts, { ground, files: judged, verdicts });
}

/** What a run that began at some time has seen of files. */
export function looksOf({ build }: Edition, begunAt: number, reader: Reader): LastRun['index'] {
  return { savedAt: begunAt, begunAt, build, surroundings: '', files: new Map(), sources: new Map(reader.seen()) };
}

/** Leaves what was seen of files for the next run. */
export function saveLooks(disk: Disk, project: Project, index: DiskIndex): void {
  saveIndex(disk, project.judged, index, sealLightly);
}
