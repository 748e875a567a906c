import { watchProject, watchRuns, type GenerateOptions, type GenerateResult, type Listener, type Project, type RunsWatching, type Watchable } from '@nx-conductor/run';
import type { Call } from './call';

/** `conductor generate --watch`: runs, and runs again whenever an input changes, until someone ends the process. */
export async function watchGenerate(call: Call, project: Project, options: GenerateOptions, tell: (result: GenerateResult) => void): Promise<void> {
  await watchProject(call.machine, call.edition, project, options, { ...listener(call, project), ran: tell });
}

/** `--watch` of a command that looks at everything itself. */
export async function watchCommand<T extends Watchable>(call: Call, project: Project, runs: Pick<RunsWatching<T>, 'run' | 'ahead' | 'later' | 'didSomething' | 'ran'>): Promise<number> {
  await watchRuns(call.machine, project, { ...runs, ...listener(call, project) });
  return 0;
}

/** What every watch has; says that there is one. */
export function listener({ io, watchFolder, rest }: Call, project: Project): Listener {
  io.notes.write('watching: runs again when an input changes; Ctrl-C ends it\n');
  return { watchFolder, rest, deaf: (folders) => void io.notes.write(folders.map((folder) => `warning: cannot watch ${project.shown(folder)}: changes in it will not be noticed\n`).join('')) };
}
