import { fixText, prepare, type Engine, type Fixed, type Language } from '@nx-conductor/check';
import type { Label, Sample } from './corpus';

/** A file with one fault, and what came of mending it. */
export interface Mended {
  readonly label: Label;
  readonly text: string;
  readonly fixed: Fixed;
}

/** The first hundred files with one fault of a kind that can be mended on the spot, mended. */
export function singleFaults(engine: Engine, samples: readonly Sample[]): Mended[] {
  return samples
    .filter(({ label: { faults } }) => faults.length === 1 && faults[0]?.local === true)
    .slice(0, 100)
    .map(({ label, text, language, rules }) => ({ label, text, fixed: fixText(engine, text, language, prepare(rules, language as Language)) }));
}

/** Nothing that decides is left. */
export const isMended = ({ fixed }: Mended): boolean => fixed.verdict.outcome === 'approved';
