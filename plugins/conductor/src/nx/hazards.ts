import type { TargetConfiguration } from '@nx/devkit';
import type { ExecutorOptions } from './command-line';
import { unhashed } from './unhashed';

/** What the cache of Nx would do wrong with a task. With `salt`, its result must not be found again; with `refuse`, it must not run. */
export interface Hazard {
  readonly salt: boolean;
  readonly refuse?: boolean;
  readonly text: string;
}

/** Looks at how a task is set up. Only `generate` and `compile` write folders that Nx restores. */
export function hazardOf(command: string, options: ExecutorOptions, target: TargetConfiguration | undefined, project: string, root: string): Hazard | undefined {
  if (target?.cache !== true) return undefined;
  if (command === 'compile') return compilesNothing(options, project) ?? notHashed(command, options, target, project, root);
  if (command === 'validate') return changesOrStays(options, project) ?? notHashed(command, options, target, project, root);
  if (command === 'typecheck') return notHashed(command, options, target, project, root);
  if (command !== 'generate') return undefined;
  return writesNothing(options, project) ?? warning(target, root);
}

/**
 * A cached target that is asked to write nothing: Nx stores the success, and on a hit would restore the output folder,
 * which both writes and passes for a check of files that nobody looked at.
 */
function writesNothing(options: ExecutorOptions, project: string): Hazard | undefined {
  const asked = ['check', 'dryRun'].find((name) => options[name] === true);
  if (asked === undefined) return undefined;
  const instead = asked === 'check' ? `nx run ${project}:check` : `conductor generate ${project} --dry-run`;
  return { salt: true, text: `warning: Nx caches this target; with a cache that machines share, a hit could write the output folder.\nBetter: ${instead}` };
}

/** As with `generate`; but no input of `compile` can be made to differ, so that the success would be found again. */
function compilesNothing(options: ExecutorOptions, project: string): Hazard | undefined {
  const asked = ['check', 'dryRun', 'watch'].find((name) => options[name] === true);
  if (asked === undefined) return undefined;
  const flag = asked === 'dryRun' ? 'dry-run' : asked;
  return { salt: false, refuse: true, text: `error: "${asked}" needs a target that Nx does not cache ("cache": false): Nx would store the success, and write the outputs on a hit.\nOr: conductor compile ${project} --${flag}` };
}

/** What mends files, or stays, is nothing to find again: on a hit nothing would be mended. */
function changesOrStays(options: ExecutorOptions, project: string): Hazard | undefined {
  const asked = ['fix', 'watch'].find((name) => options[name] === true);
  if (asked === undefined) return undefined;
  return { salt: false, refuse: true, text: `error: "${asked}" needs a target that Nx does not cache ("cache": false).\nOr: conductor validate ${project} --${asked}` };
}

/** What Nx does not know of does not change its hash, and does not come back on a hit. */
function notHashed(command: string, options: ExecutorOptions, target: TargetConfiguration, project: string, root: string): Hazard | undefined {
  const found = unhashed(command, options, target, root);
  if (!found) return undefined;
  const { option, path, list } = found;
  const why = list === 'inputs' ? 'a later change of it would not be seen' : 'on a hit it would not be there';
  return { salt: false, refuse: true, text: `error: "${option}" names ${path}, which is not among the ${list} of this target, and Nx caches it: ${why}.\nAdd it to the "${list}" of the target, or set "cache": false. Or: conductor ${command} ${project}` };
}

/** Inputs in project.json or in targetDefaults replace the inferred ones, and the guard goes with them. */
function warning(target: TargetConfiguration, root: string): Hazard | undefined {
  const guarded = target.inputs?.some((input) => typeof input === 'object' && 'runtime' in input && /guard/.test(input.runtime));
  if (guarded) return undefined;
  return {
    salt: false,
    text: `warning: the inputs of this target lack Conductor's guard, so on a cache hit Nx would replace hand edits without a word.\nAdd it: { "runtime": "node node_modules/@nx-conductor/plugin/dist/guard.js ${root}" }; from Nx 23 on, "..." among the inputs adds all inferred ones.`,
  };
}
