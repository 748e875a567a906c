import { addNode, addRead, emptyLog, type ReadLog } from './read-log';
import type { JobTrace, TableTrace, Traces } from './job-trace';

/**
 * Traces of jobs that were kept, by their old log, and of jobs that ran, by the new one, over one log that holds only
 * what some job or table still refers to.
 */
export function mergeTraces(kept: Traces, made: Traces): Traces {
  const log = emptyLog();
  const jobs: JobTrace[] = [];
  const tables = new Map<string, TableTrace>();
  for (const traces of [kept, made]) {
    const renumber = copier(traces.log, log);
    for (const job of traces.jobs) jobs.push({ ...job, reads: job.reads.map(renumber) });
    for (const table of traces.tables) tables.set(table.name, table);
  }
  return { log, jobs, tables: [...tables.values()] };
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
    return (reads[read] = addRead(to, node, from.readKey[read] as string, from.readKind[read] as (typeof from.readKind)[number], from.readSeen[read] as string));
  };
}
