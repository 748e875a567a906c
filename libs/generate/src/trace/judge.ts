import type { Digest } from '@nx-conductor/core';
import type { Job } from '../render/job';
import type { ResolvedUse } from '../render/resolve';
import type { JobTrace, StoredTraces, TableTrace } from './job-trace';
import { shownSeen, type Seen } from './seen';
import { createVerifier, placeOfStored, type Verifier } from './verify';

/** Whether a job can be kept: its trace, which still holds, or why it must run. */
export type Verdict = { readonly keep: JobTrace } | { readonly why: string };

/** What earlier runs left, held against the inputs of this one. */
export interface Judgement {
  verdict(job: Job): Verdict;
}

/** One segment of traces with what of it has changed. */
interface Segment {
  readonly traces: StoredTraces;
  readonly verifier: Verifier;
}

/** Holds the traces of earlier runs against the inputs of this one. Only tables whose inputs changed are computed again. */
export function judge(stored: readonly StoredTraces[], uses: readonly ResolvedUse[]): Judgement {
  const segments = stored.map((traces): Segment => ({ traces, verifier: createVerifier(traces) }));
  const roots = new Map(uses.flatMap((use) => [...use.roots]));
  const tables = new Map(stored.flatMap((traces) => traces.tables.map((table) => [table.name, table] as const)));
  for (const table of tables.values()) recompute(table, uses, roots);
  for (const { verifier } of segments) verifier.check(roots);
  // A later segment has the later trace of a job.
  const latest = new Map(segments.flatMap((segment) => segment.traces.jobs.map((trace) => [trace.id, { trace, segment }] as const)));
  return {
    verdict(job) {
      const found = latest.get(job.id);
      if (!found) return { why: 'it is new' };
      const why = changedPart(found.trace.parts, job.parts, job.partNow) ?? changedRead(found.trace.reads, found.segment);
      return why === undefined ? { keep: found.trace } : { why };
    },
  };
}

/** Computes a table again when something it depends on has changed, and adds it to the roots to check. */
function recompute(table: TableTrace, uses: readonly ResolvedUse[], roots: Map<string, unknown>): void {
  const use = uses.find((each) => table.name.startsWith(`table ${each.name} `));
  const parts = use?.tables.parts ?? {};
  const same = (name: string) => (name === 'document' && use?.tables.same(table.name, table.parts[name] as Digest) ? table.parts[name] : parts[name]);
  if (use && changedPart(table.parts, parts, same) === undefined) return;
  // A table that nobody declares any more, or that fails now, is nothing: whoever read it must run, and will tell.
  roots.set(table.name, valueOf(use, table.name));
}

function valueOf(use: ResolvedUse | undefined, name: string): unknown {
  try {
    return use?.tables.recompute(name)?.value;
  } catch {
    return undefined;
  }
}

function changedPart(before: Readonly<Record<string, Digest>>, known: Readonly<Record<string, Digest>>, now: (name: string) => Digest | undefined): string | undefined {
  for (const name of Object.keys(before)) {
    const digest = now(name);
    if (digest !== before[name]) return `${name}: ${(before[name] as Digest).slice(0, 12)} → ${digest?.slice(0, 12) ?? 'gone'}`;
  }
  return Object.keys(known).find((name) => !Object.hasOwn(before, name));
}

function changedRead(reads: Iterable<number>, { traces, verifier }: Segment): string | undefined {
  for (const read of reads) {
    if (verifier.changed(read)) return `${placeOfStored(traces, read)}: ${shownSeen(traces.strings[traces.readSeen[read] as number] as Seen)} → ${shownSeen(verifier.now(read))}`;
  }
  return undefined;
}
