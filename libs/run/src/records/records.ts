import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { byCodeUnit, DiskError, isObject, utf8Of, type Clock, type Disk } from '@nx-conductor/core';
import type { GenerateResult } from '../generate/result';
import type { Project } from '../project/project';

/** Runs kept; the oldest go first. */
const KEEP_RUNS = 100;

/** Id of a run: its start in UTC, then random digits, so that ids sort by time. */
export function newRunId(clock: Clock): string {
  const stamp = new Date(clock.now()).toISOString().replace(/[-:]/g, '').replace(/\.\d+Z$/, '').replace('T', '-');
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}

/**
 * Leaves the record of a run: `.conductor/runs/<id>.jsonl`, one event a line. What a run did is worth keeping, never
 * worth failing for: a disk that refuses loses the record only.
 */
export function recordRun(disk: Disk, project: Project, startedAt: number, result: GenerateResult): void {
  const folder = join(project.conductor, 'runs');
  const events = [
    { event: 'start', schema: 1, run: result.runId, command: 'generate', project: result.project, time: startedAt },
    ...Object.entries(result.phases).map(([phase, ms]) => ({ event: 'phase', phase, ms })),
    ...result.why.map((why) => ({ event: 'job', ...why })),
    ...result.failures.map((failure) => ({ event: 'failure', code: failure.code })),
    { event: 'end', ok: result.failures.length === 0, durationMs: result.durationMs, jobs: result.jobs, artifacts: result.artifacts, templates: result.templates },
  ];
  try {
    disk.makeDirectory(folder);
    disk.append(join(folder, `${result.runId}.jsonl`), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const runs = runFiles(disk, project);
    for (const name of runs.slice(0, Math.max(0, runs.length - KEEP_RUNS))) disk.remove(join(folder, name));
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
}

/** Template cache hits and misses of the recorded runs of the workspace. Lines that do not parse are passed over. */
export function recordedTemplates(disk: Disk, project: Project): { readonly runs: number; readonly hits: number; readonly misses: number } {
  let [runs, hits, misses] = [0, 0, 0];
  for (const name of runFiles(disk, project)) {
    const bytes = disk.read(join(project.conductor, 'runs', name));
    const last = bytes && utf8Of(bytes).trimEnd().split('\n').at(-1);
    const templates = last === undefined ? undefined : endTemplates(last);
    if (!templates) continue;
    runs += 1;
    hits += templates.hits;
    misses += templates.misses;
  }
  return { runs, hits, misses };
}

function endTemplates(line: string): { hits: number; misses: number } | undefined {
  try {
    const event: unknown = JSON.parse(line);
    const templates = isObject(event) && event['event'] === 'end' ? event['templates'] : undefined;
    if (!isObject(templates)) return undefined;
    const { hits, misses } = templates;
    return typeof hits === 'number' && typeof misses === 'number' ? { hits, misses } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function runFiles(disk: Disk, project: Project): string[] {
  return (disk.list(join(project.conductor, 'runs')) ?? [])
    .map((entry) => entry.name)
    .filter((name) => name.endsWith('.jsonl'))
    .sort(byCodeUnit);
}
