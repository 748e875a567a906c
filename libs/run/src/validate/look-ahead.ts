import type { Verdict } from '@nx-conductor/check';
import { DiskError, type Digest } from '@nx-conductor/core';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { ruleSetsFor, type RuleSet } from '../rules/ruling';
import { surveyGround, type Ground } from './ground';
import { heardFiles } from './heard';
import { caseOf, verdictKey } from './judge-files';
import type { KeptJury } from './keep-jury';
import type { Recollection } from './recollection';

/** What a watch has found out for its next run before that begins. */
export interface Ahead {
  /** As it was when something was heard of last. What was read there is not read again. */
  readonly ground: Ground;
  /** Verdicts that are asked for, by their keys. */
  readonly verdicts: ReadonlyMap<Digest, Promise<Verdict | undefined>>;
}

/** Of more files at once, one is likely to change again before the run. */
const MOST_AHEAD = 8;

/**
 * Looks at what a watch has heard of and begins to judge it, while it waits for more. It is called for whatever is heard before
 * the run, so that the run need not look again; and a verdict follows from text and rules, whenever it was asked for. `before`: what came
 * of the call before this one, since the last run.
 */
export function lookAhead(machine: Pick<Machine, 'disk'>, edition: Edition, project: Project, { last, ruling }: Recollection, kept: KeptJury, heard: ReadonlySet<string>, before?: Ahead): Ahead | undefined {
  if (!last || last.ground === '') return undefined;
  try {
    const surveyed = surveyGround(machine, edition, project, true, last);
    const files = surveyed.ok ? heardFiles(last, surveyed.value, heard) : undefined;
    if (!surveyed.ok || !files) return undefined;
    const verdicts = new Map(before?.verdicts);
    const ahead = { ground: surveyed.value, verdicts };
    const jury = kept.gathered();
    if (!jury || ruling?.ground !== last.ground || files.length > MOST_AHEAD) return ahead;
    const sets = ruleSetsFor(ruling.ruling, files);
    for (const [index, { digest, text, place }] of files.entries()) {
      const set = sets[index] as RuleSet;
      const key = verdictKey(edition.build, digest, set);
      if (last.known.has(key) || verdicts.has(key)) continue;
      const verdict = jury.judge(caseOf([{ set, text: text(), place }])).then(([first]) => first);
      // Whoever waits for it meets what went wrong; until then nobody does.
      verdict.catch(() => undefined);
      verdicts.set(key, verdict);
    }
    return ahead;
  } catch (error) {
    // The run says what it means that a disk refuses.
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}
