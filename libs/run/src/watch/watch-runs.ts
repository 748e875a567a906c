import type { Failure } from '@nx-conductor/core';
import { watchedSources, type Places } from '../compile/places';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { stay, type Listener } from './stay';

/** What a run that can be watched comes to. */
export interface Watchable {
  readonly failures: readonly Failure[];
  readonly places?: Places | undefined;
}

/** What a watch needs beyond what a run does. */
export interface RunsWatching<T> extends Listener {
  /** One run. `heard`: the absolute paths at which something changed since the last; undefined when there may be others. */
  readonly run: (heard: ReadonlySet<string> | undefined) => Promise<T>;
  /** See {@link Hearing.anew}. */
  readonly ahead?: ((heard: ReadonlySet<string>) => void) | undefined;
  /** See {@link Hearing.later}. */
  readonly later?: (() => boolean) | undefined;
  /** True for a run that changed something. */
  readonly didSomething: (result: T) => boolean;
  /** Told each run that something came of: the first, and those that did something, failed or mended. */
  readonly ran: (result: T) => void;
}

/** Runs, and again whenever something changes where the inputs lie; whatever is wrong is told and waited out. */
export async function watchRuns<T extends Watchable>(machine: Machine, project: Project, watching: RunsWatching<T>): Promise<void> {
  // Until a run has found them: whatever comes may be a source, or what is missing.
  let places: Places = { files: [], folders: [project.root], outputs: [] };
  const isNews = newsOf(watching.didSomething);
  const run = async (again: boolean, heard: ReadonlySet<string> | undefined) => {
    const result = await watching.run(heard);
    if (isNews(result, again)) watching.ran(result);
    // What cannot be found out while something is broken lies where it lay.
    places = result.places ?? places;
    return watchedSources(machine.disk, project, places);
  };
  await stay(machine, watching, watchedSources(machine.disk, project, places), run, { anew: watching.ahead, later: watching.later });
}

/** Tells of each run in its turn whether people want to hear of it. A run for new places alone has the news of the one before. */
export function newsOf<T extends Pick<Watchable, 'failures'>>(didSomething: (result: T) => boolean): (result: T, again: boolean) => boolean {
  let failing = true;
  return (result, again) => {
    const failed = result.failures.length > 0;
    const news = didSomething(result) || failed !== failing || (failed && !again);
    failing = failed;
    return news;
  };
}
