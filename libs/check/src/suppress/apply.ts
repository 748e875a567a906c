import { BUILT_IN, type Finding } from '../finding';
import type { Suppression } from './comments';

/** Findings that are told, and those that comments hold back: together all that there were, and what is wrong with the comments. */
export interface Suppressed {
  readonly told: readonly Finding[];
  readonly suppressed: readonly Finding[];
}

/** Where a finding about a comment stands. */
export type FindingAt = (start: number, end: number) => Pick<Finding, 'start' | 'end' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/** Holds findings back. A comment without a reason or a rule holds nothing back, and a text that does not parse cannot be made to. */
export function applySuppressions(findings: readonly Finding[], suppressions: readonly Suppression[], at: FindingAt): Suppressed {
  if (suppressions.length === 0) return { told: findings, suppressed: [] };
  const used = new Map<Suppression, Set<string>>();
  const told: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const holding = finding.rule === BUILT_IN.parse ? [] : suppressions.filter((each) => isSound(each) && each.rules.includes(finding.rule) && (each.line === undefined || each.line === finding.line));
    for (const each of holding) used.set(each, (used.get(each) ?? new Set()).add(finding.rule));
    (holding.length > 0 ? suppressed : told).push(finding);
  }
  for (const suppression of suppressions) {
    const { start, end, rules } = suppression;
    const common = { ...at(start, end), confidence: 1, structural: false } as const;
    if (!isSound(suppression)) {
      told.push({
        ...common,
        rule: BUILT_IN.suppressionWithoutReason,
        severity: 'warning',
        message: rules.length === 0 ? 'this comment names no rule, and suppresses nothing' : 'this comment gives no reason, and suppresses nothing',
        help: 'write conductor-ignore <rule>: <reason>',
      });
      continue;
    }
    const idle = rules.filter((rule) => !used.get(suppression)?.has(rule));
    if (idle.length > 0) told.push({ ...common, rule: BUILT_IN.unusedSuppression, severity: 'info', message: `nothing is found here by ${idle.join(', ')}`, help: 'remove the comment, or the rule from it' });
  }
  return { told, suppressed };
}

const isSound = ({ rules, reason }: Suppression): boolean => rules.length > 0 && reason !== '';
