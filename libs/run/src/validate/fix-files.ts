import { join } from 'node:path';
import { isLasting, type Fixed } from '@nx-conductor/check';
import { replaceFile, type Failure } from '@nx-conductor/core';
import { unifiedDiff } from '@nx-conductor/outputs';
import { optimizationsIn, settleOptimizations } from '../config/optimizations';
import { runCache, storeOf } from '../generate/cache';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { loadRuling } from '../rules/load-ruling';
import { ruleSetsFor, type RuleSet } from '../rules/ruling';
import { findFiles } from './files';
import { surveyGround } from './ground';
import { caseOf, withLines } from './judge-files';
import type { KeptJury } from './keep-jury';
import { editsOf, type MadeEdit } from './made-edit';
import type { ValidateOptions } from './options';
import type { FixResult } from './result';

/** What became of files that people wrote. */
export interface FixedFiles extends Omit<FixResult, 'recorded'> {
  readonly failures: readonly Failure[];
  readonly diffs: readonly string[];
}

/** Mends the files that globs name and that are no artifacts, each where it lies. With `check` or `dryRun` it only shows what would change. */
export async function fixFiles(machine: Machine, edition: Edition, project: Project, options: ValidateOptions, jury: KeptJury): Promise<FixedFiles> {
  const nothing: FixedFiles = { files: [], edits: [], overlapping: [], regenerate: [], failures: [], diffs: [] };
  if (options.files.length === 0) return nothing;
  const surveyed = surveyGround(machine, edition, project, options.cache !== false);
  if (!surveyed.ok) return { ...nothing, failures: surveyed.failures };
  const ground = surveyed.value;
  const settled = settleOptimizations(options, optimizationsIn(ground.config.text), machine.processors);
  const cache = runCache(storeOf(machine, project), edition.build, { use: settled.cache, templates: false, results: false, readOnly: options.check || options.dryRun });
  const found = await findFiles(machine, project, ground, options.files);
  const ruling = loadRuling(project, ground.config, ground.rules, ground.reader, cache.checked);
  if (!found.ok || !ruling.ok) return { ...nothing, failures: [found, ruling].flatMap((each) => (each.ok ? [] : each.failures)) };

  const own = found.value.files.filter(({ kinds }) => kinds === undefined);
  const sets = ruleSetsFor(ruling.value, own);
  const questions = own.flatMap(({ path, text }, index) => {
    const content = text();
    return content === undefined ? [] : [{ path, text: content, set: sets[index] as RuleSet }];
  });
  if (questions.length === 0) return nothing;
  const fixed = await jury.call(settled.parallel).fix(caseOf(questions));
  const results = questions.map(({ path, text }, index) => ({ path, text, file: project.shown(join(project.root, path)), ...settledOf(fixed[index] as Fixed, text) }));
  const changed = results.filter(({ text, mended }) => mended !== text);
  const writes = !options.check && !options.dryRun;
  if (writes) for (const { path, mended } of changed) replaceFile(machine.disk, join(project.root, path), mended);
  const repair = `conductor validate --fix ${options.files.map((glob) => `--files ${JSON.stringify(glob)}`).join(' ')}`;
  return {
    files: writes ? changed.map(({ file }) => file) : [],
    edits: results.flatMap(({ file, edits }) => edits.map((edit) => ({ ...edit, file }))),
    overlapping: results.flatMap(({ file, mended, overlapping }) => withLines(overlapping, mended).map((finding) => ({ ...finding, file }))),
    regenerate: results.flatMap(({ file, regenerate }) => (regenerate ? [file] : [])),
    failures: options.check && changed[0] ? [{ code: 'stale', what: 'sources', place: { file: changed[0].file }, changes: changed.length, repair }] : [],
    diffs: writes ? [] : changed.map(({ path, text, mended }) => unifiedDiff(path, text, mended)),
  };
}

/** What did not come to its end, and so could come out otherwise elsewhere, is left as it is. */
function settledOf({ text, applied, overlapping, regenerate, verdict }: Fixed, before: string): { readonly mended: string; readonly edits: readonly MadeEdit[]; readonly overlapping: Fixed['overlapping']; readonly regenerate: boolean } {
  return isLasting(verdict) ? { mended: text, edits: editsOf(applied), overlapping, regenerate } : { mended: before, edits: [], overlapping: [], regenerate: false };
}
