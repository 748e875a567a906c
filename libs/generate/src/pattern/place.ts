import { placeInJson, type Place } from '@nx-conductor/core';
import type { Pattern, PatternFolder, PatternOutput } from './pattern';

/** Name of the file that makes a folder a pattern. */
export const PATTERN_FILE = 'pattern.json';

/** Path of `pattern.json`, as people know it. */
export const patternFileShown = ({ shown }: PatternFolder): string => `${shown}/${PATTERN_FILE}`;

/** Where in `pattern.json` a key of an output rule stands, or the rule when no key is named. */
export function rulePlace(pattern: Pattern, output: PatternOutput, key?: string): Place {
  return placeInPattern(pattern.folder, ['outputs', pattern.outputs.indexOf(output), ...(key === undefined ? [] : [key])]);
}

/** Where in `pattern.json` a value stands. */
export function placeInPattern(folder: PatternFolder, path: readonly PropertyKey[]): Place {
  return placeInJson(folder.files.get(PATTERN_FILE)?.text ?? '', patternFileShown(folder), path);
}
