import { join, relative } from 'node:path';
import type { ExecutorContext, TargetConfiguration } from '@nx/devkit';
import { realDisk } from '@nx-conductor/host';
import { projectAt, saltGuard, type Warm } from '@nx-conductor/run';
import type { Io } from '../cli/io';
import { runCli } from '../run-cli';
import { commandLine, type ExecutorOptions } from './command-line';
import { hazardOf } from './hazards';

/** What a task comes to. */
export interface TaskEnd {
  readonly success: boolean;
}

/** An executor that runs a command of Conductor with the task's options, and succeeds when its exit code is 0. */
export function executorOf(command: string) {
  return (options: ExecutorOptions, context: ExecutorContext): Promise<TaskEnd> =>
    runTask(command, options, { root: context.root, project: context.projectName ?? '', folder: context.projectsConfigurations.projects[context.projectName ?? '']?.root ?? '.', target: context.target }, {
      stdout: process.stdout,
      stderr: process.stderr,
      isTTY: process.stdout.isTTY === true,
    });
}

/** A task of a command: where it runs, and for what. */
export interface CommandTask {
  /** Of the workspace. */
  readonly root: string;
  readonly project: string;
  /** Relative to the workspace. */
  readonly folder: string;
  readonly target: TargetConfiguration | undefined;
}

/** Runs one task; everything that it tells goes to the given streams. `warm` is shared by the tasks of a batch. */
export async function runTask(command: string, options: ExecutorOptions, task: CommandTask, streams: Pick<Io, 'stdout' | 'stderr' | 'isTTY'>, warm?: Warm): Promise<TaskEnd> {
  const hazard = hazardOf(command, options, task.target, task.project, task.folder);
  if (hazard) streams.stderr.write(`${hazard.text}\n`);
  if (hazard?.refuse) return { success: false };
  if (hazard?.salt) saltGuard(realDisk, projectAt(realDisk, join(task.root, task.folder)));
  // `./`: a folder, even where a project has the name of its folder.
  const line = commandLine(command, `./${relative('.', task.folder)}`, options);
  return { success: (await runCli(line, { cwd: task.root, env: process.env, ...streams }, warm)) === 0 };
}
