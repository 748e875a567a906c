import type { Phase } from './result';

/** How far a run is, for people who wait for it. */
export interface Progress {
  readonly phase: Phase;
  /** Of the phase in which jobs run. */
  readonly jobs?: { readonly done: number; readonly left: number; readonly failed: number };
}

/** Told whenever a run enters a phase and whenever a job has ended, so it must be quick. */
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
