import { sep } from 'node:path';
import type { Ground } from './ground';
import { fileAt } from './files';
import type { FileToJudge, Judged } from './judge-files';
import type { LastRun } from './recollection';
import { shownBelow, toldOf } from './tell-judged';
import type { Project } from '../project/project';

/** When more is heard of, a branch was changed, or the system may have lost count: everything is looked at. */
const MOST_HEARD = 64;

/**
 * The files among the paths that a watch heard of; undefined when everything must be looked at: another ground, a file or a
 * folder that went away. What a watch does not hear of is found by {@link lookOver}.
 */
export function heardFiles(last: LastRun | undefined, { text, reader }: Ground, heard: ReadonlySet<string> | undefined): readonly FileToJudge[] | undefined {
  if (!last || !heard || last.ground !== text || heard.size > MOST_HEARD) return undefined;
  const files: FileToJudge[] = [];
  for (const path of heard) {
    const file = last.files[last.at.get(path) ?? -1];
    if (file) {
      const found = fileAt(reader, path, file.path, file.kinds);
      if (found === undefined) return undefined;
      files.push(found);
      // Configuration, rules and manifest are of the ground; any other file is no artifact.
    } else if (last.places.folders.some((folder) => folder === path || folder.startsWith(path + sep))) return undefined;
  }
  return files;
}

/** Puts what became of some files in its place, and gives the paths of those with another verdict. */
export function putInPlace(last: LastRun, project: Project, { reader }: Ground, files: readonly FileToJudge[], { verdicts, files: judged, lasting }: Judged): readonly string[] {
  const changed: string[] = [];
  const shown = shownBelow(project);
  for (const [each, { path, place = '' }] of files.entries()) {
    const [index, verdict] = [last.at.get(place) as number, verdicts[each]];
    const file = judged.get(path);
    if (file) last.judged.set(path, file);
    if (!verdict || last.verdicts[index] === verdict) continue;
    last.verdicts[index] = verdict;
    last.told[index] = toldOf(shown, path, verdict);
    changed.push(path);
  }
  for (const [key, verdict] of lasting) last.known.set(key, verdict);
  for (const [key, file] of reader.seen()) last.index.sources.set(key, file);
  return changed;
}
