import { join } from 'node:path';
import { jsonObjectIn, utf8Of } from '@nx-conductor/core';
import { CONFIG_FILE } from '../config/read';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { rulesFolder } from '../rules/find-rules';

/** What a rejected file means for a pipeline, or why none of its files is judged: with neither a word on rules nor rules of its own, a workspace does not use them. */
export function gateOf({ disk }: Pick<Machine, 'disk'>, project: Project): 'error' | 'warn' | { readonly skipped: string } {
  const bytes = disk.read(join(project.root, CONFIG_FILE));
  if (bytes === undefined) return { skipped: `no ${CONFIG_FILE}` };
  // As it is written; what is wrong with it was told by generate.
  const { validate, rules } = jsonObjectIn(utf8Of(bytes)) ?? {};
  if (validate === 'off') return { skipped: '"validate" is "off"' };
  if (validate === undefined && rules === undefined && (disk.list(rulesFolder(project)) ?? []).length === 0) return { skipped: `no rules: ${CONFIG_FILE} has neither "validate" nor "rules"` };
  return validate === 'warn' ? 'warn' : 'error';
}
