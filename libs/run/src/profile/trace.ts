import type { RunEvent, StartEvent } from '../records/event';

/**
 * One event of a trace. The format is the JSON of Chrome's trace viewer and Perfetto ("Trace Event Format"): `X` is a span
 * with its start and its length in microseconds, `M` names a process or a thread.
 */
export type TraceEvent =
  | { readonly ph: 'M'; readonly name: 'process_name' | 'thread_name'; readonly pid: number; readonly tid: number; readonly args: { readonly name: string } }
  | { readonly ph: 'X'; readonly name: string; readonly cat: 'run' | 'phase' | 'job' | 'command'; readonly pid: number; readonly tid: number; readonly ts: number; readonly dur: number; readonly args: Readonly<Record<string, unknown>> };

const PROCESS = 1;

/**
 * Runs as a trace: each has a thread with a span for the run, its phases and jobs inside, and processes on as many further
 * threads as ran at a time. The runs inside of a pipeline follow it; they are placed by when they started.
 */
export function traceOf(events: readonly RunEvent[]): { readonly displayTimeUnit: 'ms'; readonly traceEvents: readonly TraceEvent[] } {
  const runs = runsIn(events);
  const origin = runs[0]?.[0]?.time ?? 0;
  const traceEvents: TraceEvent[] = [{ ph: 'M', name: 'process_name', pid: PROCESS, tid: 0, args: { name: 'conductor' } }];
  let threads = 0;
  for (const [start, ...rest] of runs) {
    const { spans, lanes } = spansOf(start, rest, threads + 1);
    const names = [titleOf(start), ...Array.from({ length: lanes }, (_, lane) => `commands ${lane + 1}`)];
    traceEvents.push(...names.map((name, index): TraceEvent => ({ ph: 'M', name: 'thread_name', pid: PROCESS, tid: threads + 1 + index, args: { name } })));
    traceEvents.push(...spans.map((span) => (span.ph === 'X' ? { ...span, ts: span.ts + micros(start.time - origin) } : span)));
    threads += names.length;
  }
  return { displayTimeUnit: 'ms', traceEvents };
}

const titleOf = ({ command, project }: StartEvent): string => `conductor ${command} ${project}`;

/** The events by run; an event belongs to the run that started last and has not ended. */
function runsIn(events: readonly RunEvent[]): [StartEvent, ...RunEvent[]][] {
  const runs: [StartEvent, ...RunEvent[]][] = [];
  const open: [StartEvent, ...RunEvent[]][] = [];
  for (const event of events) {
    if (event.event === 'start') {
      const run: [StartEvent, ...RunEvent[]] = [event];
      runs.push(run);
      open.push(run);
    } else open.at(-1)?.push(event);
    if (event.event === 'end') open.pop();
  }
  return runs;
}

function spansOf(start: StartEvent, events: readonly RunEvent[], tid: number): { readonly spans: TraceEvent[]; readonly lanes: number } {
  const spans: TraceEvent[] = [];
  const lanes = createLanes();
  let total = 0;
  const span = (cat: 'run' | 'phase' | 'job' | 'command', name: string, at: number, ms: number, args: Readonly<Record<string, unknown>>, lane = 0): void => {
    total = Math.max(total, at + ms);
    spans.push({ ph: 'X', name, cat, pid: PROCESS, tid: tid + lane, ts: micros(at), dur: micros(ms), args });
  };
  for (const event of events) {
    if (event.event === 'phase') span('phase', event.phase, event.at, event.ms, {});
    else if (event.event === 'job') span('job', event.job, event.at, event.ms, { artifacts: event.artifacts, reason: event.reason, bytes: event.bytes });
    else if (event.event === 'command') span('command', event.program, event.at, event.ms, { job: event.job, stored: event.stored, exitCode: event.exitCode }, lanes.take(event.at, event.ms));
    else if (event.event === 'end') total = Math.max(total, event.durationMs);
  }
  span('run', titleOf(start), 0, total, {});
  return { spans, lanes: lanes.count() };
}

const micros = (ms: number): number => Math.round(ms * 1000);

/** Gives spans that overlap lanes of their own, counted from 1. */
function createLanes(): { take(at: number, ms: number): number; count(): number } {
  const taken: { at: number; end: number }[][] = [];
  return {
    take(at, ms) {
      const span = { at, end: at + ms };
      const free = taken.findIndex((lane) => lane.every((each) => each.end <= span.at || span.end <= each.at));
      if (free >= 0) taken[free]?.push(span);
      else taken.push([span]);
      return free >= 0 ? free + 1 : taken.length;
    },
    count: () => taken.length,
  };
}
