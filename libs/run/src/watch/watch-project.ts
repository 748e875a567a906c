import type { Lock } from '@nx-conductor/core';
import type { GenerateOptions } from '../generate/options';
import type { GenerateResult } from '../generate/result';
import { generate } from '../generate/generate';
import { createWarm } from '../generate/warm';
import type { Edition, Machine } from '../host';
import { takeProject } from '../lock/hold';
import type { Project } from '../project/project';
import { createBursts } from './bursts';
import { createListening, type WatchFolder } from './listening';
import { foldersOf, matters, placesOf } from './places';
import { readAhead, warmUp } from './warm-up';

/** What a watch needs beyond what a run does. */
export interface Watching {
  readonly watchFolder: WatchFolder;
  /** Told each run that something came of: the first, and those that found a change. */
  readonly ran: (result: GenerateResult) => void;
  /** Told folders in which changes will not be noticed, each once. */
  readonly deaf: (folders: readonly string[]) => void;
  /** Ends the watch when it resolves; without it, a signal does. */
  readonly until?: Promise<void>;
}

/**
 * Runs `generate`, and again whenever an input changes. Whatever is wrong with the inputs is told and waited out.
 *
 * It listens before it runs, so that no change falls between. When a run finds inputs in places that nobody listened
 * to yet, it listens there too and runs once more: what changed there meanwhile would be missed for good.
 */
export async function watchProject(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, watching: Watching): Promise<void> {
  const bursts = createBursts((ms) => machine.pause(ms));
  const told = new Set<string>();
  let over = false;
  const end = watching.until?.then(() => void (over = true)) ?? new Promise<void>(() => undefined);
  let places = await placesOf(machine, project, edition.home, undefined, 'nothing');
  const listening = createListening(machine.disk, watching.watchFolder, (path) => {
    if (matters(places, path)) bursts.ring();
  });
  const cover = (): boolean => {
    const { opened, deaf } = listening.cover(foldersOf(machine.disk, project, places));
    const news = deaf.filter((folder) => !told.has(folder));
    for (const folder of news) told.add(folder);
    if (news.length > 0) watching.deaf(news);
    return opened > 0;
  };
  cover();

  const readOnly = options.check || options.dryRun;
  const warm = createWarm();
  // The first run, one that found a change, and one that finds a mended input as it was: each is news.
  let lock: Promise<Lock> | undefined;
  for (let news = true; !over; ) {
    bursts.clear();
    const isNews = news;
    const tell = (result: GenerateResult): void => {
      if (isNews || !result.unchanged) watching.ran(result);
    };
    const result = await generate(machine, edition, project, options, warm, { tell, lock });
    lock = undefined;
    news = result.failures.length > 0;
    readAhead(machine, edition, project, options, warm);
    // The run that begins the watch; any later one that finds nothing changed knows what the one before knew.
    if (isNews && result.unchanged) await warmUp(machine, edition, project, options, warm);
    places = await placesOf(machine, project, edition.home, places, news ? 'broken' : readOnly ? 'good' : 'recorded', warm);
    // The lock is asked for while the burst ends: that takes as long.
    if (!cover()) await Promise.race([bursts.heard(() => (lock = takeAhead(machine, project))), end]);
  }
  listening.close();
  const left = await lock?.catch(() => undefined);
  if (left?.held === true) left.release();
}

/** Whoever waits for it meets its refusal; until then nobody does. */
function takeAhead(machine: Machine, project: Project): Promise<Lock> {
  const lock = takeProject(machine, project);
  lock.catch(() => undefined);
  return lock;
}
