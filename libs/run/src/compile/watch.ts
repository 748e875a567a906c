import { dirname, join, sep } from 'node:path';
import type { Disk, Failure } from '@nx-conductor/core';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { createBursts } from '../watch/bursts';
import { createListening, type WatchFolder } from '../watch/listening';
import type { Places } from './places';

/** What a run that can be watched comes to. */
export interface Watchable {
  readonly failures: readonly Failure[];
  readonly places?: Places | undefined;
}

/** What a watch needs beyond what a run does. */
export interface RunsWatching<T> {
  readonly watchFolder: WatchFolder;
  /** One run. */
  readonly run: () => Promise<T>;
  /** True for a run that changed something. */
  readonly didSomething: (result: T) => boolean;
  /** Told each run that something came of: the first, and those that did something, failed or mended. */
  readonly ran: (result: T) => void;
  /** Told folders in which changes will not be noticed, each once. */
  readonly deaf: (folders: readonly string[]) => void;
  /** Ends the watch when it resolves; without it, a signal does. */
  readonly until?: Promise<void>;
}

/**
 * Runs, and again whenever something changes where the inputs lie; whatever is wrong is told and waited out. When a run
 * finds inputs in places that nobody listened to yet, it listens there too and runs once more: what changed there
 * meanwhile would be missed for good.
 */
export async function watchRuns<T extends Watchable>(machine: Machine, project: Project, watching: RunsWatching<T>): Promise<void> {
  const bursts = createBursts((ms) => machine.pause(ms));
  const told = new Set<string>();
  let over = false;
  const end = watching.until?.then(() => void (over = true)) ?? new Promise<void>(() => undefined);
  let places: Places = { files: [join(project.root, 'tsconfig.json')], folders: [], outputs: [] };
  const listening = createListening(machine.disk, watching.watchFolder, (path) => {
    if (matters(project, places, path)) bursts.ring();
  });
  let [failing, again] = [true, false];
  while (!over) {
    bursts.clear();
    const result = await watching.run();
    const failed = result.failures.length > 0;
    // A run for new places alone has the news of the one before.
    if (watching.didSomething(result) || failed !== failing || (failed && !again)) watching.ran(result);
    failing = failed;
    // What cannot be found out while something is broken lies where it lay.
    places = result.places ?? places;
    const { opened, deaf } = listening.cover(foldersOf(machine.disk, places));
    const untold = deaf.filter((folder) => !told.has(folder));
    for (const folder of untold) told.add(folder);
    if (untold.length > 0) watching.deaf(untold);
    again = opened > 0;
    if (!again) await Promise.race([bursts.heard(() => undefined), end]);
  }
  listening.close();
}

/** Of a file that may come: the nearest folder that there is. */
function foldersOf(disk: Disk, { files, folders }: Places): Set<string> {
  const near = (folder: string): string => (disk.stat(disk.realPath(folder) ?? folder)?.kind === 'directory' || dirname(folder) === folder ? folder : near(dirname(folder)));
  return new Set([...folders, ...files.map((path) => near(dirname(path)))]);
}

/** Outputs are our own doing; of what lies in `.conductor` only the manifest is an input. */
function matters(project: Project, { files, outputs }: Places, path: string): boolean {
  // A folder on the way to a file may have come or gone.
  if (files.some((file) => file === path || file.startsWith(path + sep))) return !outputs.includes(path);
  return !outputs.some((folder) => within(folder, path)) && !within(project.conductor, path);
}

const within = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);
