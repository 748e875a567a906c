import { gatherJury, type Jury } from '@nx-conductor/check';
import type { Machine } from '../host';

/** A jury that is gathered when there is something to judge for the first time, and stays until it is closed. */
export interface KeptJury {
  /** `parallel`: how many processes judge at a time at most; heeded at the first call. */
  call(parallel: number): Jury;
  /** The jury, if it was called before. */
  gathered(): Jury | undefined;
  close(): void;
}

/** Makes ready for a jury, and starts nothing. */
export function keepJury({ startJudge }: Pick<Machine, 'startJudge'>): KeptJury {
  let jury: Jury | undefined;
  return {
    call(parallel) {
      if (!startJudge) throw new Error('this machine has no processes that judge');
      return (jury ??= gatherJury(startJudge, parallel));
    },
    gathered: () => jury,
    close() {
      jury?.close();
      jury = undefined;
    },
  };
}
