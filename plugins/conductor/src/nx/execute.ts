import { relative } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { runCli } from '../run-cli';
import { commandLine, type ExecutorOptions } from './command-line';

/** An executor that runs a command of Conductor with the task's options, and succeeds when its exit code is 0. */
export function executorOf(command: string) {
  return async (options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> => {
    const refusal = refusalOf(command, options, context);
    if (refusal !== undefined) {
      process.stderr.write(`${refusal}\n`);
      return { success: false };
    }
    const root = context.projectsConfigurations.projects[context.projectName ?? '']?.root ?? '.';
    // `./`: a folder, even where a project has the name of its folder.
    const project = `./${relative('.', root)}`;
    const io = { cwd: context.root, stdout: process.stdout, stderr: process.stderr, env: process.env, isTTY: process.stdout.isTTY === true };
    return { success: (await runCli(commandLine(command, project, options), io)) === 0 };
  };
}

/**
 * A cached target must not be asked to write nothing: Nx would store the success, and on the next hit restore the
 * output folder, which both writes and passes for a check of files that nobody looked at.
 */
function refusalOf(command: string, options: ExecutorOptions, context: ExecutorContext): string | undefined {
  const asked = command === 'generate' ? ['check', 'dryRun'].find((name) => options[name] === true) : undefined;
  if (asked === undefined || context.target?.cache !== true) return undefined;
  const instead = asked === 'check' ? `nx run ${context.projectName}:check` : `conductor generate ${context.projectName} --dry-run`;
  return `"${asked}" needs a target that Nx does not cache: on a cache hit Nx would write the output folder without looking at it.\nUse: ${instead}`;
}
