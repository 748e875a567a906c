import type { Clock } from '@nx-conductor/core';
import type { OnProgress, Progress } from '@nx-conductor/run';
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

/** Moves one line on a terminal. Where no line can move, as in CI, it says how far the run is every ten seconds. */
export function progressLine(io: Pick<Terminal, 'notes' | 'moving'>, clock: Clock, project: string): ProgressLine {
  let begun: number | undefined;
  let due = 0;
  let shown = false;
  return {
    told(progress) {
      const now = clock.elapsed();
      if (begun === undefined) [begun, due] = [now, now + SHOW_AFTER];
      if (now < due) return;
      const text = progressText(project, progress, now - begun);
      const moving = io.moving;
      if (moving) {
        moving.write(`${CLEAR}${text}`);
        shown = true;
      } else if (now - begun >= PLAIN_EVERY) io.notes.write(`${text}\n`);
      due = moving ? now + MOVE_EVERY : begun + PLAIN_EVERY * (1 + Math.floor((now - begun) / PLAIN_EVERY));
    },
    clear() {
      if (shown) io.moving?.write(CLEAR);
      [begun, shown] = [undefined, false];
    },
  };
}

/** To the first column, and away with what stands in the line. */
const CLEAR = '\r\u001b[2K';

/** Longer lines would be wrapped on narrow terminals, and only their last part could be taken away. */
const WIDTH = 78;

function progressText(project: string, { phase, jobs }: Progress, ms: number): string {
  const counts = jobs === undefined ? '' : ` ${jobs.done} jobs done, ${jobs.left} left,${jobs.failed > 0 ? ` ${jobs.failed} failing,` : ''}`;
  const rest = ` ${phase}:${counts} ${(ms / 1000).toFixed(1)} s`;
  return `${project.slice(0, Math.max(8, WIDTH - rest.length))}${rest}`;
}
