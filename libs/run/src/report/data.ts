import { join } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import { readManifest } from '@nx-conductor/outputs';
import { metricsOf, rateOf, type GroupMetrics } from '../metrics/metrics';
import { factsOf, type RunFacts } from '../metrics/run-facts';
import type { ChangesEvent, FailureEvent, FindingEvent, JobEvent, RunEvent } from '../records/event';
import type { RecordedRun } from '../records/read';

/** Everything that a report tells, as values. */
export interface ReportData {
  /** What it is of: a project, or the workspace. */
  readonly of: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** In the order of their start. */
  readonly runs: readonly RunFacts[];
  readonly groups: readonly GroupMetrics[];
  /** The latest run of each command on each project, the latest first. */
  readonly latest: readonly LatestRun[];
  /** Over all runs. */
  readonly slowRules: readonly SlowRule[];
  readonly slowJobs: readonly SlowJob[];
  readonly bigArtifacts: readonly BigArtifact[];
}

export interface LatestRun {
  readonly facts: RunFacts;
  readonly jobs: readonly JobEvent[];
  readonly changes: ChangesEvent | undefined;
  readonly findings: readonly FindingEvent[];
  readonly failures: readonly FailureEvent[];
}

/** An output rule of a pattern, with the time that its jobs took. */
export interface SlowRule {
  readonly rule: string;
  readonly jobs: number;
  readonly ms: number;
  readonly mostMs: number;
}

export interface SlowJob {
  readonly job: string;
  readonly run: string;
  readonly ms: number;
  readonly reason: string;
}

export interface BigArtifact {
  readonly project: string;
  readonly path: string;
  readonly job: string;
  /** Bytes. */
  readonly size: number;
}

/** Rows of a table of the slowest or biggest. */
const MOST = 15;

/** Folds recorded runs, and the manifests of their projects, into what a report tells. */
export function reportData(disk: Disk, conductor: string, of: string, madeAt: number, records: readonly RecordedRun[]): ReportData {
  const runs = records.map(factsOf);
  const timed = records.flatMap(jobTimes);
  return {
    of,
    madeAt,
    runs,
    groups: metricsOf(runs),
    latest: latestRuns(records, runs),
    slowRules: slowRules(timed),
    slowJobs: [...timed].sort((a, b) => b.ms - a.ms).slice(0, MOST),
    bigArtifacts: bigArtifacts(disk, conductor, [...new Set(runs.map((run) => run.project))]),
  };
}

function latestRuns(records: readonly RecordedRun[], runs: readonly RunFacts[]): LatestRun[] {
  const latest = new Map<string, LatestRun>();
  for (const [index, { events }] of records.entries()) {
    const facts = runs[index] as RunFacts;
    const key = JSON.stringify([facts.project, facts.command]);
    latest.delete(key);
    latest.set(key, { facts, jobs: ofKind(events, 'job'), changes: ofKind(events, 'changes')[0], findings: ofKind(events, 'finding'), failures: events.flatMap((event) => (event.event === 'failure' || event.event === 'warning' ? [event] : [])) });
  }
  // A pipeline tells nothing that its phases, which are runs of their own, do not tell better.
  return [...latest.values()].filter(({ facts }) => facts.command !== 'pipeline').reverse();
}

function ofKind<K extends RunEvent['event']>(events: readonly RunEvent[], kind: K): Extract<RunEvent, { readonly event: K }>[] {
  return events.filter((event): event is Extract<RunEvent, { readonly event: K }> => event.event === kind);
}

/** The jobs of a run; the time of one that a process did is that of the process. */
function jobTimes({ start, events }: RecordedRun): SlowJob[] {
  const processes = new Map(ofKind(events, 'command').map(({ job, ms }) => [job, ms]));
  return ofKind(events, 'job').map(({ job, ms, reason }) => ({ job, run: start.run, ms: ms + (processes.get(job) ?? 0), reason }));
}

function slowRules(jobs: readonly SlowJob[]): SlowRule[] {
  const rules = new Map<string, SlowRule>();
  for (const { job, ms } of jobs) {
    const rule = job.split(' ← ')[0] as string;
    const known = rules.get(rule) ?? { rule, jobs: 0, ms: 0, mostMs: 0 };
    rules.set(rule, { rule, jobs: known.jobs + 1, ms: known.ms + ms, mostMs: Math.max(known.mostMs, ms) });
  }
  return [...rules.values()].sort((a, b) => b.ms - a.ms).slice(0, MOST);
}

function bigArtifacts(disk: Disk, conductor: string, projects: readonly string[]): BigArtifact[] {
  const artifacts = projects.flatMap((project) => {
    const found = readManifest(disk, join(conductor, 'manifests', `${project}.json`));
    return found.state === 'sound' ? found.manifest.artifacts.map(({ path, size, job }) => ({ project, path, size, job })) : [];
  });
  return artifacts.sort((a, b) => b.size - a.size).slice(0, MOST);
}

/** Share of the work of a run that was kept, 0 to 1; null where there was none. */
export const hitRateOf = ({ work }: RunFacts): number | null => rateOf(work.kept, work.total);
