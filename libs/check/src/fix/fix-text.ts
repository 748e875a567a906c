import { BUILT_IN, type Finding } from '../finding';
import { judgeWith } from '../judge/judge-text';
import type { Prepared } from '../match/prepare';
import type { Verdict } from '../outcome/verdict';
import type { Engine } from '../parse/engine';
import { applyEdits, chooseEdits } from './edits';
import type { Applied, Fixed } from './fixed';

/** Edits that let new ones be made are rare; edits that undo each other must end. */
export const MOST_ROUNDS = 3;

/**
 * Makes the edits of all findings, round after round, until none is left or three rounds are made. A text that does not
 * parse after a round is given back as it was before. The result is a function of text and rules.
 */
export function fixText(engine: Engine, original: string, language: string | undefined, rules: Prepared): Fixed {
  let text = original;
  let verdict = judgeWith(engine, text, language, rules);
  let overlapping: readonly Finding[] = [];
  const applied: Applied[] = [];
  let [rounds, undone] = [0, false];
  while (rounds < MOST_ROUNDS) {
    const chosen = chooseEdits(verdict.findings);
    overlapping = chosen.overlapping;
    if (chosen.applied.length === 0) break;
    rounds++;
    const edits = chosen.applied.flatMap((finding): Applied[] => (finding.fix === undefined ? [] : [{ ...finding, fix: finding.fix, before: text.slice(finding.fix.start, finding.fix.end) }]));
    const next = applyEdits(text, edits.map(({ fix }) => fix));
    const judged = judgeWith(engine, next, language, rules);
    if (faults(judged) > faults(verdict)) {
      undone = true;
      break;
    }
    [text, verdict] = [next, judged];
    applied.push(...edits);
    overlapping = chooseEdits(verdict.findings).overlapping;
  }
  return { text, applied, overlapping, rounds, undone, regenerate: undone || verdict.outcome === 'rejected', verdict };
}

const faults = ({ findings }: Verdict): number => findings.filter(({ rule }) => rule === BUILT_IN.parse).length;
