import type { JobTrace, StoredTraces, TableTrace, Traces } from './job-trace';
import { addNode, addRead, emptyLog, type ReadKind, type ReadLog } from './read-log';

/**
 * One set of traces out of the segments of a file and what ran since, of the jobs that there are now, over one log that
 * holds only what some job still refers to.
 */
export function mergeTraces(stored: readonly StoredTraces[], made: Traces, jobIds: ReadonlySet<string>): Traces {
  const log = emptyLog();
  const jobs = new Map<string, JobTrace>();
  const tables = new Map<string, TableTrace>();
  const owner = new Map<string, StoredTraces | Traces>();
  for (const traces of [...stored, made]) for (const job of traces.jobs) owner.set(job.id, traces);
  for (const traces of [...stored, made]) {
    const renumber = 'strings' in traces ? copier(readsOfStored(traces), log) : copier(traces.log, log);
    for (const job of traces.jobs) if (owner.get(job.id) === traces && jobIds.has(job.id)) jobs.set(job.id, { ...job, reads: Array.from(job.reads, renumber) });
    for (const table of traces.tables) tables.set(table.name, table);
  }
  return { log, jobs: [...jobs.values()], tables: [...tables.values()] };
}

/** A stored log with its strings in place. */
function readsOfStored({ strings, nodeParent, nodeKey, readNode, readKey, readSeen }: StoredTraces): ReadLog {
  const text = (number: number) => strings[number] as string;
  return {
    nodeParent: Array.from(nodeParent),
    nodeKey: Array.from(nodeKey, text),
    readNode: Array.from(readNode),
    readKey: Array.from(readKey, (packed) => text(packed >> 2)),
    readKind: Array.from(readKey, (packed) => (packed & 3) as ReadKind),
    readSeen: Array.from(readSeen, text),
  };
}

/** Copies reads, and the nodes they hang on, from one log to the other; each once. */
function copier(from: ReadLog, to: ReadLog): (read: number) => number {
  const nodes = new Int32Array(from.nodeParent.length).fill(-1);
  const reads = new Int32Array(from.readNode.length).fill(-1);
  const copyNode = (node: number): number => {
    const known = nodes[node] as number;
    if (known !== -1) return known;
    const parent = from.nodeParent[node] as number;
    return (nodes[node] = addNode(to, parent === -1 ? -1 : copyNode(parent), from.nodeKey[node] as string));
  };
  return (read) => {
    const known = reads[read] as number;
    if (known !== -1) return known;
    const node = copyNode(from.readNode[read] as number);
    return (reads[read] = addRead(to, node, from.readKey[read] as string, from.readKind[read] as ReadKind, from.readSeen[read] as string));
  };
}
