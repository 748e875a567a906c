import type { Jury, Rule } from '@nx-conductor/check';
import { done, type Failure, type Memo, type Outcome } from '@nx-conductor/core';
import type { Edition } from '../host';
import type { Project } from '../project/project';
import { loadRuling } from '../rules/load-ruling';
import { proveRules } from '../rules/prove-rules';
import type { Ruling } from '../rules/ruling';
import { textOfGround, type Ground } from './ground';
import type { Recollection } from './recollection';

/** The rules of a ground: of a watch they are read once. */
export function rulingOf(edition: Edition, project: Project, ground: Ground, memo: Memo, recollection: Recollection | undefined): Outcome<Ruling> {
  const known = recollection?.ruling;
  if (known?.ground === ground.text) return done(known.ruling);
  const ruling = loadRuling(project, ground.config, ground.rules, ground.reader, memo);
  // Of what was read just now, which may be other than what the stats told.
  if (recollection && ruling.ok) recollection.ruling = { ground: textOfGround(edition, project, ground), ruling: ruling.value };
  return ruling;
}

/** {@link proveRules}: in a watch each rule once. */
export async function prove(rules: readonly Rule[], jury: () => Jury, memo: Memo, recollection: Recollection | undefined): Promise<readonly Failure[]> {
  const faults = await proveRules(rules.filter(({ digest }) => !recollection?.proved.has(digest)), jury, memo);
  if (faults.length === 0) for (const { digest } of rules) recollection?.proved.add(digest);
  return faults;
}
