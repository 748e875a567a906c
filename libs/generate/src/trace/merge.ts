import type { JobTrace, TableTrace, Traces } from './job-trace';
import { LogWriter, startsOf, type ReadKind } from './read-log';

/**
 * One set of traces out of the segments of a file and what ran since, of the jobs that there are now, over one log that
 * holds only what some job still refers to.
 */
export function mergeTraces(segments: readonly Traces[], jobIds: ReadonlySet<string>): Traces {
  const writer = new LogWriter();
  const jobs = new Map<string, () => JobTrace>();
  const tables = new Map<string, TableTrace>();
  for (const traces of segments) {
    const copy = copier(traces, writer);
    for (const job of traces.jobs) if (jobIds.has(job.id)) jobs.set(job.id, () => ({ ...job, sets: job.sets.map(copy) }));
    for (const table of traces.tables) tables.set(table.name, table);
    for (const id of traces.gone) jobs.delete(id);
  }
  const made = [...jobs.values()].map((make) => make());
  return { log: writer.log(), jobs: made, tables: [...tables.values()], documents: segments.at(-1)?.documents ?? {}, gone: [] };
}

/** Copies sets from one log to the other; each once. */
function copier({ log }: Traces, to: LogWriter): (set: number) => number {
  const copies = new Map<number, number>();
  const { strings, nodeParent, nodeKey, readKey, readSeen } = log;
  const starts = startsOf(log);
  const text = (number: number) => strings[number] as string;
  return (set) => {
    const known = copies.get(set);
    if (known !== undefined) return known;
    const first = starts.node[set] as number;
    let shift = 0;
    for (let node = first; node < (starts.node[set + 1] as number); node++) {
      const parent = nodeParent[node] as number;
      const added = to.addNode(parent === -1 ? -1 : parent + shift, text(nodeKey[node] as number));
      if (node === first) shift = added - first;
      for (let read = starts.read[node] as number; read < (starts.read[node + 1] as number); read++) {
        const packed = readKey[read] as number;
        to.addRead(text(packed >> 2), (packed & 3) as ReadKind, text(readSeen[read] as number));
      }
    }
    const copy = to.endSet();
    copies.set(set, copy);
    return copy;
  };
}
