import { besideEslint } from './beside-eslint.mjs';
import { mixedFiles } from './files.mjs';
import { watchedFiles } from './watch.mjs';

/** What can be measured by itself. @type {import('../incremental/index.mjs').Part[]} */
export const rulesParts = [mixedFiles, watchedFiles, besideEslint];
