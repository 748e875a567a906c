import { languageOf } from '@nx-conductor/check';
import type { Memo } from '@nx-conductor/core';
import type { Reader } from '../generate/reader';
import { ruleSetsFor, type RuleSet, type Ruling } from '../rules/ruling';
import { fileAt } from './files';
import { caseOf, type FileToJudge } from './judge-files';
import type { KeptJury } from './keep-jury';
import { prove } from './kept-rules';
import type { LastRun, Recollection } from './recollection';

/**
 * Has a file of each language judged whose verdict is known, once for the rules of a ground: then the process that judges has
 * started, has its rules, and has done it all before, when the first file is saved. Nobody waits for what comes of it.
 */
export function rehearse(recollection: Recollection, last: LastRun, ruling: Ruling, reader: Reader, kept: KeptJury, parallel: number, memo: Memo): void {
  if (recollection.rehearsed === last.ground) return;
  recollection.rehearsed = last.ground;
  const files = oneOfEach(last, reader);
  const sets = ruleSetsFor(ruling, files);
  const jury = kept.call(parallel);
  const unheard = (work: Promise<unknown>): void => void work.catch(() => undefined);
  if (files.length > 0) unheard(jury.judge(caseOf(files.map(({ text }, index) => ({ set: sets[index] as RuleSet, text: text() })))));
  unheard(prove([...new Set(sets.flatMap(({ rules }) => rules))], () => jury, memo, recollection));
}

/** The first file of each language that was judged to the end. */
function oneOfEach({ at, files, judged, known }: LastRun, reader: Reader): FileToJudge[] {
  const found = new Map<string, FileToJudge>();
  for (const [place, index] of at) {
    const { path = '', kinds } = files[index] ?? {};
    const language = languageOf(path);
    if (language === undefined || found.has(language) || !known.has(judged.get(path)?.key ?? '')) continue;
    const file = fileAt(reader, place, path, kinds);
    if (file) found.set(language, file);
  }
  return [...found.values()];
}
