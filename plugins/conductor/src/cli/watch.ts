import { watchProject, type GenerateOptions, type GenerateResult, type Project } from '@nx-conductor/run';
import type { Call } from './call';

/** `conductor generate --watch`: runs, and runs again whenever an input changes, until someone ends the process. */
export async function watchGenerate({ io, machine, edition, watchFolder }: Call, project: Project, options: GenerateOptions, tell: (result: GenerateResult) => void): Promise<void> {
  io.stderr.write('watching: runs again when an input changes; Ctrl-C ends it\n');
  await watchProject(machine, edition, project, options, {
    watchFolder,
    ran: tell,
    deaf: (folders) => io.stderr.write(folders.map((folder) => `warning: cannot watch ${project.shown(folder)}: changes in it will not be noticed\n`).join('')),
  });
}
