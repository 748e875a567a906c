import type { EndEvent } from '../records/event';
import type { RecordedRun } from '../records/read';

/** One recorded run in figures that mean the same for every command. */
export interface RunFacts {
  readonly id: string;
  readonly command: string;
  readonly project: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** `unfinished`: killed, or ended by a bug, or still going on. */
  readonly outcome: 'done' | 'failed' | 'unfinished';
  /** Milliseconds; undefined of an unfinished run. */
  readonly durationMs: number | undefined;
  /** Milliseconds by phase. */
  readonly phases: Readonly<Record<string, number>>;
  /** Units of incremental work: jobs of generate, sources of compile, files of typecheck and validate. */
  readonly work: Work;
  readonly templates: { readonly hits: number; readonly misses: number };
  /** Processes that jobs ran, and those spared because their results were in the store. */
  readonly commands: { readonly ran: number; readonly stored: number };
  /** Artifacts of generate, outputs of compile. */
  readonly files: Files;
  readonly findings: number;
}

export interface Work {
  readonly unit: 'jobs' | 'sources' | 'files';
  readonly total: number;
  readonly ran: number;
  readonly kept: number;
  readonly failed: number;
}

export interface Files {
  readonly total: number;
  readonly written: number;
  readonly removed: number;
  readonly kept: number;
  readonly conflicts: number;
  /** Bytes written. */
  readonly bytes: number;
}

/** Folds the events of a run. */
export function factsOf({ start, events }: RecordedRun): RunFacts {
  const phases = new Map<string, number>();
  const commands = { ran: 0, stored: 0 };
  let findings = 0;
  let end: EndEvent | undefined;
  for (const event of events) {
    if (event.event === 'phase') phases.set(event.phase, (phases.get(event.phase) ?? 0) + event.ms);
    else if (event.event === 'command') commands[event.stored ? 'stored' : 'ran'] += 1;
    else if (event.event === 'finding') findings += 1;
    else if (event.event === 'end') end = event;
  }
  return {
    id: start.run,
    command: start.command,
    project: start.project,
    time: start.time,
    outcome: end === undefined ? 'unfinished' : end.ok ? 'done' : 'failed',
    durationMs: end?.durationMs,
    phases: Object.fromEntries(phases),
    work: workOf(end),
    templates: { hits: end?.templates?.hits ?? 0, misses: end?.templates?.misses ?? 0 },
    commands,
    files: filesOf(end),
    findings,
  };
}

function workOf(end: EndEvent | undefined): Work {
  if (end?.sources) return { unit: 'sources', total: end.sources.total, ran: end.sources.compiled, kept: end.sources.kept, failed: end.sources.failed };
  if (end?.verdicts) return { unit: 'files', total: end.verdicts.total, ran: end.verdicts.judged, kept: end.verdicts.kept, failed: end.verdicts.rejected };
  if (end?.files) return { unit: 'files', total: end.files.total, ran: end.files.checked, kept: end.files.total - end.files.checked, failed: 0 };
  return { unit: 'jobs', ...(end?.jobs ?? { total: 0, ran: 0, kept: 0, failed: 0 }) };
}

function filesOf(end: EndEvent | undefined): Files {
  if (end?.artifacts) {
    const { total, created, updated, removed, kept, conflicts, bytes } = end.artifacts;
    // A run of generate that failed has written nothing: these are counts of its plan.
    return end.ok ? { total, written: created + updated, removed, kept, conflicts, bytes } : { total, written: 0, removed: 0, kept, conflicts, bytes: 0 };
  }
  return { total: 0, written: 0, removed: 0, kept: 0, bytes: 0, ...end?.outputs, conflicts: 0 };
}
