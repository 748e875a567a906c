import type { Phase } from './result';

/** How many are done, and how many of these have failed. */
export interface Counted {
  readonly done: number;
  readonly left: number;
  readonly failed: number;
}

/** How far a run is, for people who wait for it. */
export interface Progress {
  readonly phase: Phase | 'compile' | 'typecheck';
  /** Of the phase in which jobs run. */
  readonly jobs?: Counted;
  /** Of `compile`. */
  readonly sources?: Counted;
  /** Of `typecheck`: files of the program. How many of them TypeScript has checked it does not tell. */
  readonly files?: number;
}

/** Told whenever a run enters a phase and whenever a job or a few sources are done, so it must be quick. */
export type OnProgress = (progress: Progress) => void;

/** Counts jobs as they end. */
export function countJobs(total: number, tell: OnProgress | undefined): (ok: boolean) => void {
  let [done, failed] = [0, 0];
  return (ok) => {
    done += 1;
    if (!ok) failed += 1;
    tell?.({ phase: 'render', jobs: { done, left: Math.max(0, total - done), failed } });
  };
}
