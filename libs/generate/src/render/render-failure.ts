import { failed, nearest, type Failed } from '@nx-conductor/core';
import { builtinHelpers } from '../helpers';
import type { Pattern, PatternOutput } from '../pattern/pattern';
import { patternFileShown, rulePlace } from '../pattern/place';
import { TemplateError } from '../template/load';

/** What went wrong in a template, a path or a helper of a job, with its place. Throws anything else on: a bug. */
export function renderFailure(error: unknown, job: string, pattern: Pattern, output: PatternOutput): Failed {
  if (!(error instanceof TemplateError)) throw error;
  const missing = /^(\S+) is not defined$/.exec(error.reason)?.[1];
  const near = missing && nearest(missing, ['item', 'document', 'options', 'spec', 'items', 'deref', 'locals', 'include', ...Object.keys(builtinHelpers)]);
  // Texts of the rule itself count their lines from their own beginning.
  const place = error.file === patternFileShown(pattern.folder) ? rulePlace(pattern, output, output.when === undefined ? 'to' : undefined) : { file: error.file, line: error.line };
  return failed({ code: 'template-failed', place, job, reason: near ? `${error.reason}; did you mean ${near}?` : error.reason });
}
