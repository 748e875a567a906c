import { join } from 'node:path';
import { DiskError } from '@nx-conductor/core';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import type { EndEvent, RunEvent } from './event';
import { newRunId } from './run-id';
import { dropOldRuns } from './retain';

/** Who hears of a run while it happens. */
export interface RecordOptions {
  /** Leave a record in `.conductor/runs`; true when absent. */
  readonly record?: boolean | undefined;
  /** Told every event as it happens. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

/** The record of one run, from its start to its end. */
export interface RunRecord {
  readonly id: string;
  /** Whether anyone hears: what only events need is not worked out for nobody. */
  readonly heard: boolean;
  /** Milliseconds since the start of the run, to the microsecond. */
  at(): number;
  tell(event: RunEvent): void;
  /** From now on events reach the disk while the run goes on, so that one that is killed is known of. */
  begin(): void;
  /** The last event. Also lets go of the oldest records. */
  end(event: EndEvent): void;
}

/** Characters that wait for the disk at most. */
const BUFFER = 1 << 16;

/**
 * Starts the record of a run: `.conductor/runs/<id>.jsonl`. A run that has not begun to work writes it in one go when it
 * ends. What a run did is worth keeping, never worth failing for: a disk that refuses loses the record only.
 */
export function startRecord(machine: Machine, edition: Edition, project: Project, command: string, { record: stored = true, onEvent }: RecordOptions): RunRecord {
  const { clock, disk } = machine;
  const begun = clock.elapsed();
  const id = newRunId(clock.now(), machine.chance);
  const folder = join(project.conductor, 'runs');
  let waiting = '';
  let written = 0;
  let live = false;
  let usable = stored;

  const attempt = (step: () => void): void => {
    if (!usable) return;
    try {
      step();
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      usable = false;
    }
  };
  const flush = (): void =>
    attempt(() => {
      if (waiting === '') return;
      if (written === 0) disk.makeDirectory(folder);
      disk.append(join(folder, `${id}.jsonl`), waiting);
      written += waiting.length;
      waiting = '';
    });
  const tell = (event: RunEvent): void => {
    onEvent?.(event);
    if (!usable) return;
    waiting += `${JSON.stringify(event)}\n`;
    if (live && (event.event === 'phase' || waiting.length > BUFFER)) flush();
  };
  tell({ event: 'start', schema: 1, run: id, command, project: project.name, time: clock.now(), version: edition.version, platform: machine.platform });
  return {
    id,
    heard: stored || onEvent !== undefined,
    at: () => micro(clock.elapsed() - begun),
    tell,
    begin() {
      live = true;
      flush();
    },
    end(event) {
      tell(event);
      flush();
      attempt(() => dropOldRuns(disk, clock, folder, written));
    },
  };
}

/** For what looks at a project without being a run of its own. */
export const NO_RECORD: RunRecord = { id: '', heard: false, at: () => 0, tell: () => undefined, begin: () => undefined, end: () => undefined };

/** Milliseconds to the microsecond. */
export const micro = (ms: number): number => Math.round(ms * 1000) / 1000;
