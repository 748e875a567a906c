import type { Digest } from '@nx-conductor/core';
import type { Job } from '../render/job';
import type { ResolvedUse, UsedDocument } from '../render/resolve';
import { changedPlaces, type ChangedPlaces, type Root } from './changed-places';
import type { JobTrace, TableTrace, Traces } from './job-trace';
import type { ReadLog } from './read-log';
import { placeOfRead } from './place';
import { shownSeen, type Seen } from './seen';
import type { StoredTraces } from './stored';
import { createVerifier, type Verify } from './verify';

/** Whether a job can be kept: its trace, which still holds, or why it must run. */
export type Verdict = { readonly keep: JobTrace } | { readonly why: string };

/** What earlier runs left, held against the inputs of this one. */
export interface Judgement {
  verdict(job: Job): Verdict;
}

/** Holds the traces of earlier runs against the inputs of this one. Only tables whose inputs changed are computed again. */
export function judge(stored: StoredTraces, uses: readonly ResolvedUse[]): Judgement {
  const { segments } = stored;
  const roots = new Map<string, Root>(uses.flatMap((use) => [...use.roots]).map(([name, value]) => [name, { value, changed: true }]));
  for (const document of uses.flatMap((use) => [use.document, use.options])) {
    const changed = changedSince(segments.at(-1)?.documents[document.root], document);
    if (changed === undefined) roots.delete(document.root);
    else roots.set(document.root, { value: roots.get(document.root)?.value, changed });
  }
  const tables = new Map(segments.flatMap((traces) => traces.tables.map((table) => [table.name, table] as const)));
  for (const table of tables.values()) recompute(table, uses, roots);
  const verifiers = segments.map(({ log }, segment) => createVerifier(log, roots, () => stored.starts(segment)));
  const latest = stored.latest();
  return {
    verdict(job) {
      const found = latest.get(job.id);
      if (!found) return { why: 'it is new' };
      const { trace, segment } = found;
      const why = changedPart(trace.parts, job.parts, job.partNow) ?? changedRead(trace.sets, (segments[segment] as Traces).log, verifiers[segment] as Verify);
      return why === undefined ? { keep: trace } : { why };
    },
  };
}

/**
 * Where a document may differ from what the traces were last right for: nowhere when it is the same, everywhere when
 * nobody knows.
 */
function changedSince(before: Digest | undefined, { digest, since }: UsedDocument): ChangedPlaces | undefined {
  if (before === undefined) return true;
  if (before === digest) return undefined;
  return since?.digest === before ? changedPlaces(since.changed) : true;
}

/** Computes a table again when something it depends on has changed, and adds it to the roots to check. */
function recompute(table: TableTrace, uses: readonly ResolvedUse[], roots: Map<string, Root>): void {
  const use = uses.find((each) => table.name.startsWith(`table ${each.name} `));
  const parts = use?.tables.parts ?? {};
  const same = (name: string) => (name === 'document' && use?.tables.same(table.name, table.parts[name] as Digest) ? table.parts[name] : parts[name]);
  if (use && changedPart(table.parts, parts, same) === undefined) return;
  // A table that nobody declares any more, or that fails now, is nothing: whoever read it must run, and will tell.
  roots.set(table.name, { value: valueOf(use, table.name), changed: true });
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

function changedRead(sets: readonly number[], log: ReadLog, verify: Verify): string | undefined {
  for (const set of sets) {
    const change = verify(set);
    if (change === undefined) continue;
    const { source, pointer } = placeOfRead(log, change.node, change.read);
    return `${source}#${pointer}: ${shownSeen(log.strings[log.readSeen[change.read] as number] as Seen)} → ${shownSeen(change.now)}`;
  }
  return undefined;
}
