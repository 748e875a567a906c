import { join, relative } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { realDisk } from '@nx-conductor/host';
import { projectAt, saltGuard } from '@nx-conductor/run';
import { runCli } from '../run-cli';
import { commandLine, type ExecutorOptions } from './command-line';
import { hazardOf } from './hazards';

/** An executor that runs a command of Conductor with the task's options, and succeeds when its exit code is 0. */
export function executorOf(command: string) {
  return async (options: ExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> => {
    const name = context.projectName ?? '';
    const root = context.projectsConfigurations.projects[name]?.root ?? '.';
    const hazard = hazardOf(command, options, context.target, name, root);
    if (hazard) process.stderr.write(`${hazard.text}\n`);
    if (hazard?.salt) saltGuard(realDisk, projectAt(realDisk, join(context.root, root)));
    // `./`: a folder, even where a project has the name of its folder.
    const project = `./${relative('.', root)}`;
    const io = { cwd: context.root, stdout: process.stdout, stderr: process.stderr, env: process.env, isTTY: process.stdout.isTTY === true };
    return { success: (await runCli(commandLine(command, project, options), io)) === 0 };
  };
}
