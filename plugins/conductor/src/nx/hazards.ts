import type { TargetConfiguration } from '@nx/devkit';
import type { ExecutorOptions } from './command-line';

/** What the cache of Nx would do wrong with a task: a reason not to run it, or to tell people. */
export type Hazard = { readonly kind: 'refusal' | 'warning'; readonly text: string };

/** Looks at how a task is set up. Only `generate` writes files that Nx restores. */
export function hazardOf(command: string, options: ExecutorOptions, target: TargetConfiguration | undefined, project: string, root: string): Hazard | undefined {
  if (command !== 'generate' || target?.cache !== true) return undefined;
  return refusal(options, project) ?? warning(target, root);
}

/**
 * A cached target must not be asked to write nothing: Nx would store the success, and on the next hit restore the
 * output folder, which both writes and passes for a check of files that nobody looked at.
 */
function refusal(options: ExecutorOptions, project: string): Hazard | undefined {
  const asked = ['check', 'dryRun'].find((name) => options[name] === true);
  if (asked === undefined) return undefined;
  const instead = asked === 'check' ? `nx run ${project}:check` : `conductor generate ${project} --dry-run`;
  return { kind: 'refusal', text: `"${asked}" needs a target that Nx does not cache: on a cache hit Nx would write the output folder without looking at it.\nUse: ${instead}` };
}

/** Inputs in project.json or in targetDefaults replace the inferred ones, and the guard goes with them. */
function warning(target: TargetConfiguration, root: string): Hazard | undefined {
  const guarded = target.inputs?.some((input) => typeof input === 'object' && 'runtime' in input && /guard/.test(input.runtime));
  if (guarded) return undefined;
  return {
    kind: 'warning',
    text: `warning: the inputs of this target lack Conductor's guard, so on a cache hit Nx would replace hand edits without a word.\nAdd it: { "runtime": "node node_modules/@nx-conductor/plugin/dist/guard.js ${root}" }; from Nx 23 on, "..." among the inputs adds all inferred ones.`,
  };
}
