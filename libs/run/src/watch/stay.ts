import type { Machine } from '../host';
import { createBursts } from './bursts';
import { createListening, type WatchFolder } from './listening';

/** Where a watch listens, and to what. */
export interface Watched {
  /** Folders that there are, absolute, each listened to by itself. */
  folders(): ReadonlySet<string>;
  /** True for a path at which a change may change what a run makes. */
  matters(path: string): boolean;
}

/** Hears of a burst of changes while it goes on. */
export interface Hearing {
  /** The first change after a run. */
  readonly first?: (() => void) | undefined;
  /** Then, and whenever there had been more: the run that follows need not see what is older than the last time. Given the paths that were heard of since the last run. */
  readonly anew?: ((heard: ReadonlySet<string>) => void) | undefined;
  /** Called when nothing was heard for a while after a run: true when something has changed all the same. Then it runs again. */
  readonly later?: (() => boolean) | undefined;
}

/** A while after a run: long enough that people who save one file after the other are not kept waiting. */
const LATER_MS = 100;

/** What a watch needs beyond what a run does. */
export interface Listener {
  readonly watchFolder: WatchFolder;
  /** Told folders in which changes will not be noticed, each once. */
  readonly deaf: (folders: readonly string[]) => void;
  /** Called when a run is over and nothing has changed meanwhile: what else there is to do, nobody waits for. */
  readonly rest?: (() => void) | undefined;
  /** Ends the watch when it resolves; without it, a signal does. */
  readonly until?: Promise<void> | undefined;
}

/**
 * Runs, and again whenever something changes in what is watched, which each run tells anew.
 *
 * It listens before it runs, so that no change falls between. When a run finds inputs in places that nobody listened
 * to yet, it listens there too and runs once more (`again`): what changed there meanwhile would be missed for good.
 * `hearing` hears of the changes while their burst goes on. A run is told the paths at which something changed since the
 * last, or nothing when there may be others: in the first, in one for new places, while any folder cannot be listened to,
 * and when {@link Hearing.later} has found something.
 */
export async function stay(machine: Machine, listener: Listener, before: Watched, run: (again: boolean, heard: ReadonlySet<string> | undefined) => Promise<Watched>, { first = nothing, anew = nothing, later }: Hearing = {}): Promise<void> {
  const bursts = createBursts((ms) => machine.pause(ms));
  const told = new Set<string>();
  let over = false;
  const end = listener.until?.then(() => void (over = true)) ?? new Promise<void>(() => undefined);
  let watched = before;
  let heard = new Set<string>();
  const listening = createListening(machine.disk, listener.watchFolder, (path) => {
    if (!watched.matters(path)) return;
    heard.add(path);
    bursts.ring();
  });
  const cover = (): boolean => {
    const { opened, deaf } = listening.cover(watched.folders());
    const news = deaf.filter((folder) => !told.has(folder));
    for (const folder of news) told.add(folder);
    if (news.length > 0) listener.deaf(news);
    return opened > 0;
  };
  cover();
  for (let again = false, everything = true; !over; ) {
    bursts.clear();
    const paths = heard;
    heard = new Set();
    watched = await run(again, everything ? undefined : paths);
    again = cover();
    everything = again || told.size > 0;
    if (again) continue;
    listener.rest?.();
    const next = bursts.heard(first, () => anew(heard));
    if (later) {
      await Promise.race([next, end, machine.pause(LATER_MS)]);
      if (!over && heard.size === 0 && later()) {
        everything = true;
        continue;
      }
    }
    await Promise.race([next, end]);
  }
  listening.close();
}

const nothing = (): void => undefined;
