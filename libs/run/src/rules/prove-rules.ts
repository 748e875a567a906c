import type { Jury, Rule } from '@nx-conductor/check';
import { digestOfFields, type Failure, type Memo } from '@nx-conductor/core';

/** Runs the examples of rules that were never found sound, and tells what is wrong with any. Sound ones are remembered by their digest, and all of them together: one look instead of a hundred. */
export async function proveRules(rules: readonly Rule[], jury: () => Jury, memo: Memo): Promise<readonly Failure[]> {
  const together = proofOfAll(rules);
  if (rules.length === 0 || memo.read(together) !== undefined) return [];
  const faults = await proveEach(rules, jury, memo);
  if (faults.length === 0) memo.write(together, '');
  return faults;
}

async function proveEach(rules: readonly Rule[], jury: () => Jury, memo: Memo): Promise<readonly Failure[]> {
  const unproved = [...new Map(rules.map((rule) => [rule.digest, rule])).values()].filter((rule) => memo.read(proofKey(rule)) === undefined);
  if (unproved.length === 0) return [];
  const found = await jury().test(unproved);
  for (const [index, rule] of unproved.entries()) if (found[index]?.length === 0) memo.write(proofKey(rule), '');
  return found.flat();
}

const proofKey = ({ digest }: Rule) => digestOfFields('conductor rule proved 1', { rule: digest });

const proofOfAll = (rules: readonly Rule[]) => digestOfFields('conductor rules proved 1', { rules: rules.map(({ digest }) => digest).sort().join(' ') });
