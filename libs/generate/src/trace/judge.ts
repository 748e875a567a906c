import type { Digest } from '@nx-conductor/core';
import type { Job } from '../render/job';
import type { ResolvedUse } from '../render/resolve';
import type { JobTrace, TableTrace, Traces } from './job-trace';
import { placeOfRead } from './read-log';
import { shownSeen } from './seen';
import { createVerifier, type Verifier } from './verify';

/** Whether a job can be kept: its trace, which still holds, or why it must run. */
export type Verdict = { readonly keep: JobTrace } | { readonly why: string };

/** What an earlier run left, held against the inputs of this one. */
export interface Judgement {
  verdict(job: Job): Verdict;
  /** Tables whose traces still hold and that were not computed again. */
  readonly tables: readonly TableTrace[];
}

/** Holds the traces of an earlier run against the inputs of this one. Only tables whose inputs changed are computed again. */
export function judge(old: Traces, uses: readonly ResolvedUse[]): Judgement {
  const verifier = createVerifier(old.log);
  for (const root of new Map(uses.flatMap((use) => [...use.roots]))) verifier.check(...root);
  const tables = old.tables.filter((table) => !recomputed(table, uses, verifier));
  const traces = new Map(old.jobs.map((trace) => [trace.id, trace]));
  return {
    tables,
    verdict(job) {
      const trace = traces.get(job.id);
      if (!trace) return { why: 'it is new' };
      const part = changedPart(trace.parts, job.parts, job.partNow);
      if (part !== undefined) return { why: part };
      const read = changedRead(trace.reads, old, verifier);
      return read === undefined ? { keep: trace } : { why: read };
    },
  };
}

/** Computes a table again when something that it read has changed, and checks the reads of it. True when it was. */
function recomputed(table: TableTrace, uses: readonly ResolvedUse[], verifier: Verifier): boolean {
  const use = uses.find((each) => table.name.startsWith(`table ${each.name} `));
  const parts = use?.tables.parts ?? {};
  if (use && changedPart(table.parts, parts, (name) => parts[name]) === undefined) return false;
  // A table that nobody declares any more, or that fails now, is nothing: whoever read it must run, and will tell.
  verifier.check(table.name, valueOf(use, table.name));
  return true;
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

function changedRead(reads: readonly number[], old: Traces, verifier: Verifier): string | undefined {
  for (const read of reads) {
    const now = verifier.changed(read);
    if (now !== undefined) return `${placeOfRead(old.log, read)}: ${shownSeen(old.log.readSeen[read] as string)} → ${shownSeen(now)}`;
  }
  return undefined;
}
