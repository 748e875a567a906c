import { DiskError, quietly, replaceLosable } from '@nx-conductor/core';
import { decodeTraces, encodeTraces, mergeTraces, storedTraces, type Traces } from '@nx-conductor/generate';
import type { KnownTraces } from './known-traces';
import type { Run } from './run';

/** What the jobs of earlier runs read; undefined when it is not known or not wanted. */
export function readTraces(run: Run): KnownTraces | undefined {
  if (!run.options.incremental || !run.options.cache) return undefined;
  try {
    const { traces } = run.project;
    const kept = run.warm?.traces.get(traces);
    if (kept !== undefined && kept.stamp === stampOfFile(run)) return kept.known;
    const stamp = stampOfFile(run);
    const bytes = run.machine.disk.read(traces);
    const read = bytes && decodeTraces(bytes, stampOf(run));
    const known = read && { stored: storedTraces(read.segments), whole: read.whole };
    if (known) run.warm?.traces.set(traces, { known, stamp });
    return known;
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}

/** More segments than this, or twice as many traces as jobs, and the file is written anew. */
const MAX_SEGMENTS = 12;

/**
 * Remembers what jobs read. What ran is appended, and of which documents all traces are right now; now and then the file
 * is written anew without what is out of date. A disk that refuses costs the next run time, and nothing else.
 */
export function saveTraces(run: Run, known: KnownTraces | undefined, ran: Omit<Traces, 'gone'>, jobIds: ReadonlySet<string>): void {
  const segments = known?.stored.segments ?? [];
  const made: Traces = { ...ran, gone: goneOf(segments, jobIds) };
  if (known?.whole && isNothingNew(made, segments.at(-1))) return;
  const traced = segments.reduce((sum, segment) => sum + segment.jobs.length, made.jobs.length);
  const appends = known?.whole === true && segments.length > 0 && segments.length < MAX_SEGMENTS && traced < 2 * jobIds.size + 100;
  const bytes = encodeTraces(!appends && segments.length > 0 ? mergeTraces([...segments, made], jobIds) : made, stampOf(run));
  const { disk } = run.machine;
  const saved = appends ? quietly(() => disk.append(run.project.traces, bytes)) : replaceLosable(disk, run.project.traces, bytes);
  if (!run.warm) return;
  const added = decodeTraces(bytes, stampOf(run)).segments;
  if (saved) run.warm.traces.set(run.project.traces, { known: { stored: storedTraces(appends ? [...segments, ...added] : added), whole: true }, stamp: stampOfFile(run) });
  else run.warm.traces.delete(run.project.traces);
}

function isNothingNew(made: Traces, last: Traces | undefined): boolean {
  return made.jobs.length === 0 && made.tables.length === 0 && made.gone.length === 0 && JSON.stringify(made.documents) === JSON.stringify(last?.documents);
}

/** Jobs that the traces know of and that there are no more. */
function goneOf(segments: readonly Traces[], jobIds: ReadonlySet<string>): string[] {
  const gone = new Set<string>();
  for (const segment of segments) {
    for (const { id } of segment.jobs) if (!jobIds.has(id)) gone.add(id);
    for (const id of segment.gone) gone.delete(id);
  }
  return [...gone];
}

/** Another process that runs on the project leaves another file. */
function stampOfFile({ machine, project }: Run): string {
  const stat = machine.disk.stat(project.traces);
  return stat === undefined ? 'nothing' : [stat.inode, stat.size, stat.mtimeMs, stat.ctimeMs].join(' ');
}

const stampOf = (run: Run) => `${run.edition.version} ${run.edition.build}`;
