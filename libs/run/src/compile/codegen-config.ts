import type { Outcome } from '@nx-conductor/core';
import type { Config } from '../config/config';
import { parseConfig, readConfigText } from '../config/read';
import { runCache, storeOf } from '../generate/cache';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';

/** `conductor.json`, when the folder is that of a codegen project. */
export function codegenConfig(machine: Machine, edition: Edition, project: Project, readOnly: boolean): Outcome<Config> | undefined {
  const text = readConfigText(machine.disk, project);
  if (!text.ok) return undefined;
  return parseConfig(text.value.text, project, runCache(storeOf(machine, project), edition.build, { use: true, templates: false, results: false, readOnly }).checked);
}
