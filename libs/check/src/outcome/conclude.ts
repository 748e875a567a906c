import { byCodeUnit } from '@nx-conductor/core';
import type { Finding } from '../finding';
import { placesIn, type Places } from '../parse/places';
import { CONFIDENT } from '../rule/rule';
import { applySuppressions } from '../suppress/apply';
import type { Sight } from './sight';
import type { Doubt, Verdict } from './verdict';

/**
 * The verdict on a file, from what was seen of it. One confident error rejects it; any doubt keeps it from being
 * approved; nothing is weighed against anything.
 */
export function conclude(text: string, sight: Sight): Verdict {
  let places: Places | undefined;
  const at = (start: number, end: number) => {
    const [from, to] = [(places ??= placesIn(text)).at(start), places.at(end)];
    return { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
  const { told, suppressed } = applySuppressions(sight.findings, sight.suppressions, at);
  const findings = [...told].sort(inOrder);
  const errors = findings.map((finding, index) => ({ ...finding, index })).filter(({ severity }) => severity === 'error');
  const unsure = errors.filter(({ confidence }) => confidence < CONFIDENT).map(({ rule, index }): Doubt => ({ code: 'low-confidence', rule, at: index }));
  const doubts = [...sight.doubts, ...unsure];
  const outcome = errors.length > unsure.length ? 'rejected' : doubts.length > 0 ? 'uncertain' : 'approved';
  return { outcome, doubts, findings, suppressed: [...suppressed].sort(inOrder) };
}

const inOrder = (a: Finding, b: Finding): number => a.start - b.start || a.end - b.end || byCodeUnit(a.rule, b.rule) || byCodeUnit(a.message, b.message);

/** What was seen in several looks at one text, put together. */
export function together(sights: readonly Sight[]): Sight {
  return {
    findings: sights.flatMap(({ findings }) => findings),
    doubts: sights.flatMap(({ doubts }) => doubts),
    suppressions: sights[0]?.suppressions ?? [],
    broken: sights.some(({ broken }) => broken),
  };
}

/** The verdict on a text that is too large to be judged. */
export const tooLarge = (characters: number, limit: number): Verdict => ({ outcome: 'uncertain', doubts: [{ code: 'too-large', characters, limit }], findings: [], suppressed: [] });
