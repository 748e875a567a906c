import { byCodeUnit } from '@nx-conductor/core';
import { spreadOf, type Spread } from './quantiles';
import type { Files, RunFacts, Work } from './run-facts';

/** What the recorded runs of one command on one project come to. */
export interface GroupMetrics {
  readonly project: string;
  readonly command: string;
  readonly runs: { readonly total: number; readonly done: number; readonly failed: number; readonly unfinished: number };
  readonly lastRun: { readonly id: string; readonly time: number; readonly ok: boolean };
  /** Milliseconds; of runs that ended. */
  readonly durationMs: Spread | undefined;
  /** Milliseconds by phase; of runs that came to it. */
  readonly phases: Readonly<Record<string, Spread>>;
  readonly work: Work & { readonly hitRate: number | null };
  readonly templates: { readonly hits: number; readonly misses: number; readonly hitRate: number | null };
  readonly commands: { readonly ran: number; readonly stored: number; readonly hitRate: number | null };
  readonly files: Omit<Files, 'total'>;
  readonly findings: number;
  readonly savings: Savings | undefined;
}

/**
 * Time that incremental runs saved: each against the latest clean run before it, which is one that ended well and ran all
 * of its work. Undefined when there is no such pair among the runs.
 */
export interface Savings {
  /** Incremental runs that were compared. */
  readonly runs: number;
  /** What they would have taken as clean runs. */
  readonly cleanMs: number;
  /** What they took less; below zero when they took more. */
  readonly savedMs: number;
  /** `savedMs / cleanMs`. */
  readonly share: number;
}

/** Metrics by project and command, in code-unit order. `runs` are in the order of their start. */
export function metricsOf(runs: readonly RunFacts[]): GroupMetrics[] {
  const groups = new Map<string, RunFacts[]>();
  for (const run of runs) {
    const key = JSON.stringify([run.project, run.command]);
    const known = groups.get(key);
    if (known) known.push(run);
    else groups.set(key, [run]);
  }
  return [...groups.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, group]) => groupMetrics(group));
}

/** Part of a whole, 0 to 1; null of nothing. */
export const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function groupMetrics(runs: readonly RunFacts[]): GroupMetrics {
  const last = runs.at(-1) as RunFacts;
  const sum = (of: (run: RunFacts) => number) => runs.reduce((total, run) => total + of(run), 0);
  const count = (outcome: RunFacts['outcome']) => runs.filter((run) => run.outcome === outcome).length;
  const [hits, misses] = [sum((run) => run.templates.hits), sum((run) => run.templates.misses)];
  const [ran, stored] = [sum((run) => run.commands.ran), sum((run) => run.commands.stored)];
  const work = { unit: last.work.unit, total: sum((run) => run.work.total), ran: sum((run) => run.work.ran), kept: sum((run) => run.work.kept), failed: sum((run) => run.work.failed) };
  return {
    project: last.project,
    command: last.command,
    runs: { total: runs.length, done: count('done'), failed: count('failed'), unfinished: count('unfinished') },
    lastRun: { id: last.id, time: last.time, ok: last.outcome === 'done' },
    durationMs: spreadOf(runs.flatMap((run) => run.durationMs ?? [])),
    phases: phaseSpreads(runs),
    work: { ...work, hitRate: rateOf(work.kept, work.total) },
    templates: { hits, misses, hitRate: rateOf(hits, hits + misses) },
    commands: { ran, stored, hitRate: rateOf(stored, ran + stored) },
    files: {
      written: sum((run) => run.files.written),
      removed: sum((run) => run.files.removed),
      kept: sum((run) => run.files.kept),
      conflicts: sum((run) => run.files.conflicts),
      bytes: sum((run) => run.files.bytes),
    },
    findings: sum((run) => run.findings),
    savings: savingsOf(runs),
  };
}

function phaseSpreads(runs: readonly RunFacts[]): Record<string, Spread> {
  const names = new Set(runs.flatMap((run) => Object.keys(run.phases)));
  return Object.fromEntries([...names].map((name) => [name, spreadOf(runs.flatMap((run) => run.phases[name] ?? [])) as Spread]));
}

function savingsOf(runs: readonly RunFacts[]): Savings | undefined {
  let [clean, cleanMs, savedMs, compared]: [number | undefined, number, number, number] = [undefined, 0, 0, 0];
  for (const { outcome, durationMs, work } of runs) {
    if (outcome !== 'done' || durationMs === undefined || work.total === 0) continue;
    if (work.ran === work.total) clean = durationMs;
    else if (clean !== undefined) {
      compared += 1;
      cleanMs += clean;
      savedMs += clean - durationMs;
    }
  }
  return compared === 0 ? undefined : { runs: compared, cleanMs, savedMs, share: cleanMs === 0 ? 0 : savedMs / cleanMs };
}
