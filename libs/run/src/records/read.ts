import { join } from 'node:path';
import { DiskError, isObject, utf8Of, type Disk, type JsonObject } from '@nx-conductor/core';
import type { Project } from '../project/project';
import type { RunEvent, StartEvent } from './event';
import { recordsIn } from './retain';

/** A recorded run: its events as they were written, the first of them its start. */
export interface RecordedRun {
  readonly start: StartEvent;
  readonly events: readonly RunEvent[];
}

/** Which records to read. */
export interface RecordsWanted {
  /** At most so many, the latest; all when absent. */
  readonly last?: number | undefined;
  /** Of this project only. */
  readonly project?: string | undefined;
  /** Without the events of single jobs, which are most of a record. */
  readonly brief?: boolean | undefined;
}

/**
 * The recorded runs of a workspace, the latest last. A record that does not begin with a start or cannot be read is passed
 * over, and so is a line that does not parse: a run that was killed leaves half a line.
 */
export function readRecords(disk: Disk, project: Pick<Project, 'conductor'>, { last, project: name, brief = false }: RecordsWanted = {}): RecordedRun[] {
  const folder = join(project.conductor, 'runs');
  const runs: RecordedRun[] = [];
  for (const file of recordsIn(disk, folder).reverse()) {
    if (last !== undefined && runs.length >= last) break;
    const bytes = readable(disk, join(folder, file));
    const run = bytes && parseRecord(utf8Of(bytes), brief);
    if (run && (name === undefined || run.start.project === name)) runs.push(run);
  }
  return runs.reverse();
}

/** The bytes of a record, also when what lies there is somebody else's, or no file. */
function readable(disk: Disk, path: string): Uint8Array | undefined {
  try {
    return disk.read(path);
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}

const JOB_LINE = '{"event":"job"';

function parseRecord(text: string, brief: boolean): RecordedRun | undefined {
  const events = text.split('\n').flatMap((line) => (line === '' || (brief && line.startsWith(JOB_LINE)) ? [] : parseEvent(line)));
  const start = events[0];
  return start?.event === 'start' ? { start, events } : undefined;
}

function parseEvent(line: string): RunEvent[] {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && isEvent(value) ? [value as unknown as RunEvent] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

type FieldKind = 'text' | 'number' | 'time' | 'truth' | 'texts';

/** Fields without which an event is none: what reads records relies on them. */
const FIELDS: Readonly<Record<RunEvent['event'], Readonly<Record<string, FieldKind>>>> = {
  start: { run: 'text', command: 'text', project: 'text', time: 'time', version: 'text', platform: 'text' },
  phase: { phase: 'text', at: 'number', ms: 'number' },
  job: { job: 'text', artifacts: 'texts', reason: 'text', at: 'number', ms: 'number', bytes: 'number' },
  command: { job: 'text', program: 'text', at: 'number', ms: 'number', stored: 'truth' },
  changes: { created: 'texts', updated: 'texts', removed: 'texts', conflicts: 'texts' },
  finding: { severity: 'text', code: 'text', message: 'text', file: 'text' },
  failure: { code: 'text', message: 'text' },
  warning: { code: 'text', message: 'text' },
  end: { ok: 'truth', durationMs: 'number' },
};

const IS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  // What a date can say.
  time: (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15,
  truth: (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
};

function isEvent(value: JsonObject): boolean {
  const kind = value['event'];
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return false;
  return Object.entries(FIELDS[kind as RunEvent['event']]).every(([field, type]) => IS[type](value[field])) && (kind !== 'end' || countsIn(value));
}

/** The counts of an end are objects of numbers. */
function countsIn(end: JsonObject): boolean {
  return Object.values(end).every((part) => !isObject(part) || Object.values(part).every((count) => typeof count === 'number'));
}
