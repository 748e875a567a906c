import type { Clock } from '@nx-conductor/core';
import { PHASES, type Phase, type PhaseTimes } from './result';

/** Measures the phases of a run, in milliseconds. */
export interface Timer {
  /** Ends the phase that is being measured and starts another; none to end. */
  enter(phase: Phase | undefined): void;
  phases(): PhaseTimes;
  total(): number;
}

/** Hears of the phases of a run. */
export interface PhaseWatch {
  readonly entered?: (phase: Phase) => void;
  /** A phase is over: from when (milliseconds since the start), and for how long. */
  readonly left?: (phase: Phase, at: number, ms: number) => void;
}

export function startTimer(clock: Clock, { entered, left }: PhaseWatch = {}): Timer {
  const begun = clock.elapsed();
  const spent = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
  let current: Phase | undefined;
  let since = begun;
  let checked = false;
  const enter = (phase: Phase | undefined): void => {
    const now = clock.elapsed();
    if (current) {
      spent[current] += now - since;
      left?.(current, since - begun, now - since);
    }
    [current, since] = [phase, now];
    if (phase) entered?.(phase);
    checked ||= phase === 'check';
  };
  return {
    enter,
    phases: () => Object.fromEntries(PHASES.flatMap((phase) => (phase === 'check' && !checked ? [] : [[phase, Math.round(spent[phase])]]))) as PhaseTimes,
    total: () => Math.round(clock.elapsed() - begun),
  };
}
