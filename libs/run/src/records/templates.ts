import type { Disk } from '@nx-conductor/core';
import type { Project } from '../project/project';
import { readRecords } from './read';

/** Template cache hits and misses of the recorded runs of the workspace. */
export function recordedTemplates(disk: Disk, project: Project): { readonly runs: number; readonly hits: number; readonly misses: number } {
  const counts = readRecords(disk, project, { brief: true }).flatMap(({ events }) => events.flatMap((event) => (event.event === 'end' && event.templates ? [event.templates] : [])));
  const sum = (of: 'hits' | 'misses') => counts.reduce((total, each) => total + each[of], 0);
  return { runs: counts.length, hits: sum('hits'), misses: sum('misses') };
}
