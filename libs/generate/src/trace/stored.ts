import type { JobTrace, Traces } from './job-trace';
import { startsOf, type LogStarts } from './read-log';

/** The traces that earlier runs left, with what has to be known of them to look something up; worked out when it is first asked for. */
export interface StoredTraces {
  readonly segments: readonly Traces[];
  /** The latest trace of each job that has not gone, by its id, and the number of the segment that it stands in. */
  readonly latest: () => ReadonlyMap<string, LatestTrace>;
  /** Of the log of a segment. */
  readonly starts: (segment: number) => LogStarts;
}

export interface LatestTrace {
  readonly trace: JobTrace;
  readonly segment: number;
}

/** Traces as they were stored, the earlier ones first. */
export function storedTraces(segments: readonly Traces[]): StoredTraces {
  const starts = segments.map((): LogStarts | undefined => undefined);
  let latest: ReadonlyMap<string, LatestTrace> | undefined;
  return {
    segments,
    latest: () => (latest ??= latestOf(segments)),
    starts: (segment) => (starts[segment] ??= startsOf((segments[segment] as Traces).log)),
  };
}

/** A later segment has the later trace of a job, or tells that the job had gone. */
function latestOf(segments: readonly Traces[]): ReadonlyMap<string, LatestTrace> {
  const latest = new Map<string, LatestTrace>();
  segments.forEach((traces, segment) => {
    for (const trace of traces.jobs) latest.set(trace.id, { trace, segment });
    for (const id of traces.gone) latest.delete(id);
  });
  return latest;
}
