import { DiskError } from '@nx-conductor/core';
import { optimizationsIn, settleOptimizations } from '../config/optimizations';
import { runCache, storeOf } from '../generate/cache';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { surveyGround } from './ground';
import type { KeptJury } from './keep-jury';
import { rulingOf } from './kept-rules';
import { rehearse } from './rehearse';
import type { ValidateOptions } from './options';
import type { Recollection } from './recollection';
import { looksOf, saveKnown } from './save';

/**
 * Looks at everything that the last run of a watch told of, while nobody waits: true when something is not as that run
 * knew it, which no change was heard of. Else the verdicts are saved that are new since, and what the next run needs to judge
 * is made ready, and tried.
 */
export function lookOver(machine: Machine, edition: Edition, project: Project, options: ValidateOptions, recollection: Recollection, jury: KeptJury): boolean {
  const { last, narrow } = recollection;
  // While there is something to tell in every run, each looks at everything by itself; the one that found it may not have.
  if (!last || last.ground === '') return narrow;
  try {
    const begunAt = machine.clock.now();
    const surveyed = surveyGround(machine, edition, project, true, last);
    if (!surveyed.ok || surveyed.value.text !== last.ground) return true;
    const { reader } = surveyed.value;
    for (const [path, index] of last.at) if (reader.digest(path) !== last.judged.get(last.files[index]?.path ?? '')?.digest) return true;
    const index = looksOf(edition, begunAt, reader);
    if (recollection.unsaved && !options.check && !options.dryRun) {
      saveKnown(machine.disk, project, last, index);
      recollection.unsaved = false;
    }
    recollection.last = { ...last, index };
    const settled = settleOptimizations(options, optimizationsIn(surveyed.value.config.text), machine.processors);
    jury.call(settled.parallel).ready();
    if (!settled.cache) return false;
    const { checked } = runCache(storeOf(machine, project), edition.build, { use: true, templates: false, results: false, readOnly: options.check || options.dryRun });
    const ruling = rulingOf(edition, project, surveyed.value, checked, recollection);
    if (ruling.ok) rehearse(recollection, last, ruling.value, reader, jury, settled.parallel, checked);
    return false;
  } catch (error) {
    // A run says what it means that a disk refuses.
    if (error instanceof DiskError) return true;
    throw error;
  }
}
