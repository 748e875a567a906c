import { watchProject, watchRuns, type GenerateOptions, type GenerateResult, type Project, type RunsWatching, type Watchable } from '@nx-conductor/run';
import type { Call } from './call';
import type { Terminal } from './terminal';

/** `conductor generate --watch`: runs, and runs again whenever an input changes, until someone ends the process. */
export async function watchGenerate({ io, machine, edition, watchFolder }: Call, project: Project, options: GenerateOptions, tell: (result: GenerateResult) => void): Promise<void> {
  io.notes.write(WATCHING);
  await watchProject(machine, edition, project, options, { watchFolder, ran: tell, deaf: tellDeaf(io, project) });
}

/** `--watch` of a command that looks at everything itself. */
export async function watchCommand<T extends Watchable>({ io, machine, watchFolder }: Call, project: Project, runs: Pick<RunsWatching<T>, 'run' | 'didSomething' | 'ran'>): Promise<number> {
  io.notes.write(WATCHING);
  await watchRuns(machine, project, { ...runs, watchFolder, deaf: tellDeaf(io, project) });
  return 0;
}

const WATCHING = 'watching: runs again when an input changes; Ctrl-C ends it\n';

const tellDeaf = (io: Terminal, project: Project) => (folders: readonly string[]): void => void io.notes.write(folders.map((folder) => `warning: cannot watch ${project.shown(folder)}: changes in it will not be noticed\n`).join(''));
