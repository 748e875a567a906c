import { DiskError } from '@nx-conductor/core';
import { createReader } from '../generate/reader';
import type { Edition, Machine } from '../host';
import { ruleSetsFor, type RuleSet } from '../rules/ruling';
import { fileAt } from './files';
import { caseOf, verdictKey } from './judge-files';
import type { KeptJury } from './keep-jury';
import type { Recollection } from './recollection';

/** Of more files at once, one is likely to change again before the run. */
const MOST_AHEAD = 8;

/**
 * Begins to judge the files that a watch has heard of while it waits for more to be heard. A verdict follows from its text
 * and rules, whenever it was asked for: the run takes it where it finds the same text, and asks anew where it does not.
 */
export function judgeAhead({ disk }: Pick<Machine, 'disk'>, { build }: Edition, recollection: Recollection, kept: KeptJury, heard: ReadonlySet<string>): void {
  const { last, ruling, ahead } = recollection;
  const jury = kept.gathered();
  if (!jury || !last || last.ground === '' || ruling?.ground !== last.ground || heard.size > MOST_AHEAD) return;
  const reader = createReader(disk);
  for (const path of heard) {
    const known = last.files[last.at.get(path) ?? -1];
    const file = known && readAhead(() => fileAt(reader, path, known.path, known.kinds));
    const text = file?.text();
    if (!file || text === undefined) continue;
    const set = ruleSetsFor(ruling.ruling, [file])[0] as RuleSet;
    const key = verdictKey(build, file.digest, set);
    if (last.known.has(key) || ahead.has(key)) continue;
    const verdict = jury.judge(caseOf([{ set, text, place: path }])).then(([first]) => first);
    // Whoever waits for it meets what went wrong; until then nobody does.
    verdict.catch(() => undefined);
    ahead.set(key, verdict);
  }
}

/** The run says what it means that a disk refuses. */
function readAhead<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}
