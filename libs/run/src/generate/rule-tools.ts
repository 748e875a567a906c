import type { Outcome } from '@nx-conductor/core';
import type { Ruling } from '../rules/ruling';
import type { KeptJury } from '../validate/keep-jury';

/** What a run does rules with. */
export interface RuleTools {
  readonly ruling: () => Outcome<Ruling>;
  readonly jury: KeptJury;
}
