import type { Clock } from '@nx-conductor/core';
import type { Counted, OnProgress, Progress } from '@nx-conductor/run';
import type { Terminal } from './terminal';

/** Nothing is shown of what is over sooner, in milliseconds. */
const SHOW_AFTER = 200;

/** Between two looks of the line that moves, and between two plain lines. */
const MOVE_EVERY = 80;
const PLAIN_EVERY = 10_000;

/** How far a run is, on the screen. */
export interface ProgressLine {
  readonly told: OnProgress;
  /** Ends it and takes the line away, so that something else can be told. */
  clear(): void;
}

/** Does something again and again, so many milliseconds apart, until what it returns is called. */
export type Every = (ms: number, action: () => void) => () => void;

/**
 * Moves one line on a terminal. Where no line can move, as in CI, it says how far the run is every ten seconds. While a run
 * waits for another process and tells nothing, it moves with `every`.
 */
export function progressLine(io: Pick<Terminal, 'notes' | 'moving'>, clock: Clock, project: string, every?: Every): ProgressLine {
  let run: { readonly begun: number; due: number; last: Progress; readonly stop: (() => void) | undefined } | undefined;
  let shown = false;
  const show = (): void => {
    const now = clock.elapsed();
    if (run === undefined || now < run.due) return;
    const spent = now - run.begun;
    const text = progressText(project, run.last, spent);
    const moving = io.moving;
    if (moving) {
      moving.write(`${CLEAR}${text}`);
      shown = true;
    } else if (spent >= PLAIN_EVERY) io.notes.write(`${text}\n`);
    run.due = moving ? now + MOVE_EVERY : run.begun + PLAIN_EVERY * (1 + Math.floor(spent / PLAIN_EVERY));
  };
  return {
    told(progress) {
      if (run === undefined) {
        const begun = clock.elapsed();
        run = { begun, due: begun + SHOW_AFTER, last: progress, stop: every?.(MOVE_EVERY, show) };
        return;
      }
      run.last = progress;
      show();
    },
    clear() {
      if (shown) io.moving?.write(CLEAR);
      run?.stop?.();
      [run, shown] = [undefined, false];
    },
  };
}

/** To the first column, and away with what stands in the line. */
const CLEAR = '\r\u001b[2K';

/** Longer lines would be wrapped on narrow terminals, and only their last part could be taken away. */
const WIDTH = 78;

function progressText(project: string, { phase, jobs, sources, files }: Progress, ms: number): string {
  const counts = jobs ? counted('jobs', jobs) : sources ? counted('sources', sources) : files === undefined ? '' : ` ${files} files,`;
  const rest = ` ${phase}:${counts} ${(ms / 1000).toFixed(1)} s`;
  return `${project.slice(0, Math.max(8, WIDTH - rest.length))}${rest}`;
}

const counted = (what: string, { done, left, failed }: Counted): string => ` ${done} ${what} done, ${left} left,${failed > 0 ? ` ${failed} failing,` : ''}`;
